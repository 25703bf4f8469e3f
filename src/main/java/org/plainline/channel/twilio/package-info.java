/** The only place that knows Twilio: signatures, TwiML, the REST API and the durable outbox in front of it. */
@NullMarked
@NamedInterface("twilio")
package org.plainline.channel.twilio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
