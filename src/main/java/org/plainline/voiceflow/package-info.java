/**
 * A pure engine for {@code voice-flows/}: state and input in, steps and new state out. Knows neither Twilio nor SQL.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"resident"})
package org.plainline.voiceflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
