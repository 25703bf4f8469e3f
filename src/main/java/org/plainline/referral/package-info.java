/** Opens, routes, tracks and closes requests for help. */
@NullMarked
@ApplicationModule(allowedDependencies = {"conversation", "staff", "resident"})
package org.plainline.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
