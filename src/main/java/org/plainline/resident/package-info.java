/** Words everyone shares about the person at the other end: phone number, language, place, need, redaction. */
@NullMarked
package org.plainline.resident;

import org.jspecify.annotations.NullMarked;
