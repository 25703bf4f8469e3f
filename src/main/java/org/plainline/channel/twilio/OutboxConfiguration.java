package org.plainline.channel.twilio;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.random.RandomGenerator;
import org.plainline.channel.twilio.CarrierConnection.Patience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    @Bean
    OutboxWorker outboxWorker(
            Outbox outbox,
            TwilioAccounts accounts,
            PublicAddress address,
            RandomGenerator random,
            MeterRegistry meters) {
        Gauge.builder("plainline.outbox.waiting", outbox, Outbox::waiting)
                .description("Text messages that have not left yet")
                .register(meters);
        return new OutboxWorker(
                new OutboxDelivery(outbox, accounts, new Carrier(address, Patience.USUAL), random, meters));
    }

    /** The bean's name is the component's in {@code /actuator/health}. */
    @Bean
    OutboxHealth outboxHealthIndicator(JdbcClient jdbc, TwilioAccounts accounts) {
        return new OutboxHealth(jdbc, accounts);
    }
}
