/** Facts about reading, finding and exchanging articles. */
@NullMarked
package org.plainline.knowledge;

import org.jspecify.annotations.NullMarked;
