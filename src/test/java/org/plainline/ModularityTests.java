package org.plainline;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    @Test
    void modulesUseOnlyWhatTheyMay() {
        ApplicationModules.of(Plainline.class).verify();
    }
}
