package org.plainline.staff;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.plainline.resident.ServiceArea;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration {
    private final SecureRandom random = new SecureRandom();

    @Bean
    Teams teams(ServiceArea area) {
        return Teams.of(area);
    }

    @Bean
    Accounts accounts(JdbcClient jdbc, Teams teams, InstantSource time, ApplicationEventPublisher events) {
        return new Accounts(jdbc, new Passwords(random), teams, time, events);
    }

    @Bean
    SignInCookie signInCookie(JdbcClient jdbc, InstantSource time, @Value("${plainline.public-url}") String publicUrl) {
        return new SignInCookie(new SignIns(jdbc, time, random), publicUrl.startsWith("https:"));
    }

    @Bean
    SignInFilter signInFilter(Accounts accounts, InstantSource time) {
        return new SignInFilter(accounts, new SignInDelays(time));
    }

    @Bean
    FirstAdministrator firstAdministrator(
            Accounts accounts, Teams teams, @Value("${plainline.staff.reset-administrator}") boolean reset) {
        return new FirstAdministrator(accounts, teams, System.out, reset);
    }
}
