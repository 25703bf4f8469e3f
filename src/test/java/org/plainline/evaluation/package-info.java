@NullMarked
package org.plainline.evaluation;

import org.jspecify.annotations.NullMarked;
