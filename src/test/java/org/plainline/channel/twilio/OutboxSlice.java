package org.plainline.channel.twilio;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.plainline.channel.twilio.CarrierConnection.Patience;
import org.plainline.conversation.CallInput;
import org.plainline.conversation.Calls;
import org.plainline.conversation.Line;
import org.plainline.conversation.Transcripts;
import org.plainline.resident.Channel;
import org.plainline.resident.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * This package with a real database and a real port; talks and calls are stood in for. All that extend it share one.
 */
@SpringBootTest(classes = OutboxSlice.Slice.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class OutboxSlice {
    static final PhoneNumber RESIDENT = new PhoneNumber("+8613800138000");

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Outbox outbox;

    @Autowired
    protected StandIns talks;

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory("plainline-outbox");
        properties.add("plainline.data-dir", folder::toString);
        properties.add("plainline.public-url", () -> Webhook.URL);
        // Without an account the service's own worker sends nothing: each test sends for itself.
        properties.add("plainline.twilio.auth-token", Webhook.TOKEN::value);
    }

    @BeforeEach
    void empty() {
        jdbc.sql("delete from conversation").update();
        jdbc.sql("delete from event_publication").update();
        talks.ended.clear();
    }

    /** A line that a caseworker wrote to the resident, not yet in the outbox. */
    protected Line written(String text, PhoneNumber number) {
        var line = new Line(
                UUID.randomUUID(), UUID.randomUUID(), Channel.SMS, Line.Speaker.CASEWORKER, "li", text, Instant.EPOCH);
        jdbc.sql("""
                        insert into conversation (id, channel, party, language, state, created_at, updated_at)
                        values (?, 'sms', ?, 'zh', '{}', now(), now())""")
                .params(line.conversation(), line.conversation().toString())
                .update();
        jdbc.sql("""
                        insert into transcript_line (id, conversation, channel, speaker, text, at)
                        values (?, ?, 'sms', 'caseworker', ?, now())""").params(line.id(), line.conversation(), text).update();
        talks.lines.put(line.id(), line);
        talks.numbers.put(line.conversation(), number);
        return line;
    }

    protected Line queued(String text) {
        Line line = written(text, RESIDENT);
        outbox.queue(line.id(), RESIDENT, text);
        return line;
    }

    protected Row row(Line line) {
        return jdbc.sql("""
                        select id, state, body, sid, attempts, error_code,
                            extract(epoch from next_attempt_at - updated_at)::float8 as pause
                        from outbound_message where line = ?""").param(line.id()).query(Row.class).single();
    }

    protected record Row(
            UUID id, String state, String body, String sid, int attempts, String errorCode, double pause) {}

    /** As if that much time had gone by since the row was last touched. */
    protected void later(Line line, String interval) {
        jdbc.sql("""
                        update outbound_message set updated_at = updated_at - cast(:by as interval),
                            created_at = created_at - cast(:by as interval),
                            next_attempt_at = next_attempt_at - cast(:by as interval)
                        where line = :line""").param("by", interval).param("line", line.id()).update();
    }

    protected OutboxDelivery delivery(Optional<TwilioAccount> account, Patience patience, MeterRegistry counts) {
        var carrier = new Carrier(new PublicAddress(URI.create(Webhook.URL)), patience);
        return new OutboxDelivery(outbox, accounts(account), carrier, new Random(7), counts);
    }

    protected static TwilioAccounts accounts(Optional<TwilioAccount> account) {
        var beans = new StaticListableBeanFactory();
        account.ifPresent(known -> beans.addBean("carrier", known));
        var none = new TwilioSettings("", new Secret(""), URI.create("https://api.twilio.com"), "");
        return new TwilioAccounts(none, beans.getBeanProvider(TwilioAccount.class));
    }

    protected HttpResponse<String> post(Webhook webhook) throws Exception {
        return post(webhook, webhook.signature());
    }

    protected HttpResponse<String> post(Webhook webhook, String signature) throws Exception {
        return exchange(
                webhook.path(),
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .header(TwilioWebhooks.SIGNATURE, signature)
                        .POST(BodyPublishers.ofByteArray(webhook.body())));
    }

    protected HttpResponse<String> exchange(String path, UnaryOperator<HttpRequest.Builder> request) throws Exception {
        var address = URI.create("http://127.0.0.1:" + port + path);
        return client.send(
                request.apply(HttpRequest.newBuilder(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @EnableAutoConfiguration
    @EnableConfigurationProperties({PublicAddress.class, TwilioSettings.class})
    @ComponentScan({"org.plainline.storage", "org.plainline.channel.twilio"})
    static class Slice {
        @Bean
        StandIns talks() {
            return new StandIns();
        }

        @Bean
        RandomGenerator random() {
            return new Random(7);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        SecurityWebFilterChain open(ServerHttpSecurity http) {
            return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                    .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                    .build();
        }
    }

    /** Talks and calls as far as this package asks about them. */
    static final class StandIns implements Transcripts, Calls {
        final Map<UUID, Line> lines = new ConcurrentHashMap<>();
        final Map<UUID, PhoneNumber> numbers = new ConcurrentHashMap<>();
        final List<String> ended = new CopyOnWriteArrayList<>();

        @Override
        public List<Line> of(UUID conversation) {
            return List.of();
        }

        @Override
        public Optional<Line> line(UUID line) {
            return Optional.ofNullable(lines.get(line));
        }

        @Override
        public Optional<PhoneNumber> number(UUID conversation) {
            return Optional.ofNullable(numbers.get(conversation));
        }

        @Override
        public Line reply(UUID conversation, String author, String text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Next hear(CallInput input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void ended(String call) {
            ended.add(call);
        }
    }
}
