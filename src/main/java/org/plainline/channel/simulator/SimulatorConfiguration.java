package org.plainline.channel.simulator;

import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.plainline.channel.twilio.PublicAddress;
import org.plainline.channel.twilio.Secret;
import org.plainline.channel.twilio.TwilioAccount;
import org.plainline.resident.PhoneNumber;
import org.plainline.resident.Wording;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@WhenSimulating
class SimulatorConfiguration {
    /** Twilio's own test number, which no one can ever own. */
    private static final PhoneNumber NUMBER = PhoneNumber.of("+15005550006");

    @Bean
    Sids simulatedSids(RandomGenerator random) {
        return new Sids(random);
    }

    /** An account made up anew at each start: what it signs is worth nothing to anybody else, nor after a restart. */
    @Bean
    TwilioAccount simulatedAccount(Sids sids, LocalServer server) {
        return new TwilioAccount(
                sids.next("AC"), new Secret(sids.next("")), () -> server.get().resolve("/phone/carrier"), NUMBER);
    }

    @Bean
    Webhooks simulatedWebhooks(TwilioAccount simulatedAccount, PublicAddress address, LocalServer server) {
        return new Webhooks(simulatedAccount, NUMBER, new ServiceAddress(address, server), http());
    }

    @Bean
    Relays simulatedRelays(Webhooks webhooks, InstantSource clock) {
        return new Relays(webhooks, http(), clock);
    }

    @Bean
    HandsetWording handsetWording() {
        return new HandsetWording(Wording.of("phone"));
    }

    static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Webhooks.CONNECT)
                .build();
    }
}
