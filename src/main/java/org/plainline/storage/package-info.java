/** Keeps what residents trust us with: the data folder and the PostgreSQL that runs in it by default. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.plainline.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
