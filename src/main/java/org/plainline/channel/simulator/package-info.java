/**
 * A telephone company in a box: signs and posts like Twilio, runs the TwiML that comes back, takes messages like
 * Twilio's REST API.
 */
@NullMarked
@NamedInterface("simulator")
package org.plainline.channel.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
