/** Caseworkers, teams, partner organisations, sign-in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"resident"})
package org.plainline.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
