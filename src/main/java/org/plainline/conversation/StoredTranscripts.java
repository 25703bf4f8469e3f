package org.plainline.conversation;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plainline.conversation.Line.Speaker;
import org.plainline.resident.Channel;
import org.plainline.resident.PhoneNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredTranscripts implements Transcripts {
    private static final int LONGEST = 1_600;

    private final ConversationStore store;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    StoredTranscripts(ConversationStore store, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Line> of(UUID conversation) {
        return store.lines(conversation);
    }

    @Override
    public Optional<Line> line(UUID line) {
        return store.line(line);
    }

    @Override
    public Optional<PhoneNumber> number(UUID conversation) {
        return store.byId(conversation, clock.instant())
                .filter(talk -> talk.channel() != Channel.CHAT)
                .flatMap(talk -> Optional.ofNullable(talk.caller()));
    }

    @Override
    @Transactional
    public Line reply(UUID conversation, String author, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A reply has 1 to 1,600 characters, this one " + text.length());
        }
        Talk talk = store.byId(conversation, clock.instant())
                .orElseThrow(() -> new IllegalArgumentException("There is no conversation " + conversation));
        if (talk.channel() != Channel.CHAT && talk.caller() != null && store.optedOut(talk.caller())) {
            throw new OptedOutException();
        }
        Line line = new Line(
                UUID.randomUUID(),
                conversation,
                talk.channel() == Channel.VOICE ? Channel.SMS : talk.channel(),
                Speaker.CASEWORKER,
                author,
                text.strip(),
                clock.instant());
        store.line(line);
        if (talk.channel() != Channel.CHAT) {
            events.publishEvent(new ReplyComposed(line.id()));
        }
        return line;
    }
}
