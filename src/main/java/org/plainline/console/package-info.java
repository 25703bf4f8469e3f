/** The caseworker's, editor's and supervisor's screens. */
@NullMarked
@ApplicationModule(allowedDependencies = {"referral", "conversation", "knowledge", "answering", "staff", "resident"})
package org.plainline.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
