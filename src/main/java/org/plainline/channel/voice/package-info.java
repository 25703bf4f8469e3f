/** Phone calls in: verify, decode, hand over, answer as TwiML. */
@NullMarked
package org.plainline.channel.voice;

import org.jspecify.annotations.NullMarked;
