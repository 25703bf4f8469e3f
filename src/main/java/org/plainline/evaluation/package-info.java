/** Measures how well the product finds and decides, on sets of questions with known right answers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"answering", "knowledge", "resident"})
package org.plainline.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
