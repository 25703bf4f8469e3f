package org.plainline.console;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.HelpRequested;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Stands for residents who talk to the service: puts their words where the conversation module keeps them. */
@TestComponent
public class Residents {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource time;
    private final AtomicInteger references = new AtomicInteger();

    Residents(JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events, InstantSource time) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.time = time;
    }

    /** What somebody asks for; {@code urgency} as the name of the constant. */
    public record Ask(
            String channel,
            String words,
            String need,
            @Nullable String place,
            @Nullable String number,
            @Nullable String safeTime,
            boolean complete,
            @Nullable String urgency,
            Instant at) {
        public static Ask of(String words, String need, @Nullable String place) {
            return new Ask("sms", words, need, place, "+8613800138042", "明天上午九点以后", true, null, Instant.now());
        }

        public Ask urgent(String because) {
            return new Ask(channel, words, need, place, number, safeTime, complete, because, at);
        }

        public Ask incomplete() {
            return new Ask(channel, words, need, null, number, null, false, urgency, at);
        }

        public Ask on(String otherChannel) {
            return new Ask(otherChannel, words, need, place, number, safeTime, complete, urgency, at);
        }

        public Ask at(Instant then) {
            return new Ask(channel, words, need, place, number, safeTime, complete, urgency, then);
        }

        public Ask living(@Nullable String elsewhere) {
            return new Ask(channel, words, need, elsewhere, number, safeTime, complete, urgency, at);
        }
    }

    /** Ids of the talk and of the request in it. */
    public record Asked(UUID conversation, UUID request, String reference) {}

    public Asked ask(Ask ask) {
        var asked = new Asked(UUID.randomUUID(), UUID.randomUUID(), "%06d".formatted(references.incrementAndGet()));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into conversation (id, channel, party, caller, language, state, created_at, updated_at)
                            values (?, ?, ?, ?, 'zh', '{}', ?, ?)
                            """)
                    .param(asked.conversation())
                    .param(ask.channel())
                    .param(asked.conversation().toString())
                    .param(ask.channel().equals("chat") ? null : ask.number())
                    .param(utc(ask.at()))
                    .param(utc(ask.at()))
                    .update();
            line(asked.conversation(), ask.channel(), "resident", ask.words(), ask.at());
            save(asked, ask);
            events.publishEvent(new HelpRequested(asked.request()));
        });
        return asked;
    }

    /** The resident tells more about a request that is known already. */
    public void tellMore(Asked asked, Ask ask) {
        transaction.executeWithoutResult(status -> {
            save(asked, ask);
            events.publishEvent(new HelpRequested(asked.request()));
        });
    }

    /** The same event once more, as after a restart. */
    public void repeat(Asked asked) {
        transaction.executeWithoutResult(status -> events.publishEvent(new HelpRequested(asked.request())));
    }

    public void say(Asked asked, String speaker, String text) {
        line(asked.conversation(), "sms", speaker, text, time.instant());
    }

    public void optOut(Asked asked) {
        jdbc.sql("update conversation set opted_out = true where id = ?")
                .param(asked.conversation())
                .update();
    }

    private void save(Asked asked, Ask ask) {
        jdbc.sql("""
                        insert into help_request (id, reference, conversation, channel, language, need, words, place,
                            place_words, number, safe_time, complete, urgency, at)
                        values (?, ?, ?, ?, 'zh', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set need = excluded.need, words = excluded.words,
                            place = excluded.place, number = excluded.number, safe_time = excluded.safe_time,
                            complete = excluded.complete, urgency = excluded.urgency
                        """)
                .param(asked.request())
                .param(asked.reference())
                .param(asked.conversation())
                .param(ask.channel())
                .param(ask.need())
                .param(ask.words())
                .param(ask.place())
                .param(ask.place())
                .param(ask.number())
                .param(ask.safeTime())
                .param(ask.complete())
                .param(ask.urgency())
                .param(utc(ask.at()))
                .update();
    }

    private void line(UUID conversation, String channel, String speaker, String text, Instant at) {
        jdbc.sql("""
                        insert into transcript_line (id, conversation, channel, speaker, text, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(UUID.randomUUID(), conversation, channel, speaker, text, utc(at))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
