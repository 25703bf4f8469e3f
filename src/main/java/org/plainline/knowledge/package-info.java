/** Turns {@code knowledge-base/} into articles and an index, and finds the passages that bear on a text. */
@NullMarked
@ApplicationModule(allowedDependencies = {"resident"})
package org.plainline.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
