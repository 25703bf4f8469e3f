package org.plainline.resident;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the service area once, at the start. */
@Configuration(proxyBeanMethods = false)
class ServiceAreaConfiguration {
    /** A text, because Spring would look for a relative {@code Path} on the class path first. */
    @Bean
    ServiceArea serviceArea(@Value("${plainline.service-area}") String file) {
        return ServiceArea.read(Path.of(file));
    }

    @Bean
    Places places(ServiceArea area) {
        return area.places();
    }
}
