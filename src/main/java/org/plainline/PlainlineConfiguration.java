package org.plainline;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Time and chance, passed in to whoever needs them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PlainlineConfiguration {
    /** The offices' own zone: "tomorrow morning" and the day a rule comes into force are theirs. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }
}
