/** Owns the transcript and the next move on every channel. */
@NullMarked
@ApplicationModule(allowedDependencies = {"answering", "voiceflow", "resident"})
package org.plainline.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
