/** Decides: answer, ask back, or hand over; renders the approved text for a channel. */
@NullMarked
@ApplicationModule(allowedDependencies = {"knowledge", "resident"})
package org.plainline.answering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
