/** Starts the service and its commands; everything else lives in the modules below. */
@NullMarked
package org.plainline;

import org.jspecify.annotations.NullMarked;
