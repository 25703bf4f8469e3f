/** Speaks to the outside; the only place that knows Twilio. */
@NullMarked
@ApplicationModule(allowedDependencies = {"conversation", "voiceflow", "resident"})
package org.plainline.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
