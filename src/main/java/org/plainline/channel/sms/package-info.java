/** Text messages in: verify, decode, hand over, answer as TwiML. */
@NullMarked
package org.plainline.channel.sms;

import org.jspecify.annotations.NullMarked;
