/** Questions and answers for other programs. */
@NullMarked
package org.plainline.channel.api;

import org.jspecify.annotations.NullMarked;
