package org.plainline.channel.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.Conversations;
import org.plainline.conversation.Line;
import org.plainline.conversation.Line.Speaker;
import org.plainline.conversation.Reply;
import org.plainline.conversation.Utterance;
import org.plainline.resident.Channel;
import org.plainline.resident.Urgency;

/** Conversations in memory that answer a few known sentences, as the real ones would. */
final class ScriptedConversations implements Conversations {
    private final Map<String, List<Line>> talks = new HashMap<>();
    private final Map<String, Reply> last = new HashMap<>();
    private final Map<String, Reply> deliveries = new HashMap<>();
    private final List<Utterance> heard = new ArrayList<>();
    private boolean down;

    @Override
    public synchronized Reply hear(Utterance utterance) {
        refuseWhenDown();
        Reply known = deliveries.get(utterance.delivery());
        if (known != null) {
            return known;
        }
        heard.add(utterance);
        Reply reply = Replies.to(utterance, last.get(utterance.party()));
        deliveries.put(utterance.delivery(), reply);
        last.put(utterance.party(), reply);
        write(utterance.party(), Speaker.RESIDENT, utterance.text());
        if (!reply.paragraphs().isEmpty()) {
            write(utterance.party(), Speaker.SERVICE, String.join("\n", reply.paragraphs()));
        }
        return reply;
    }

    @Override
    public Reply preview(Utterance utterance, @Nullable String topic) {
        return Replies.to(utterance, null);
    }

    @Override
    public boolean pressing(Utterance utterance) {
        return utterance.text().equals("0") || preview(utterance).kind() == Reply.Kind.CRISIS;
    }

    @Override
    public Optional<Urgency> urgency(String text) {
        return Optional.empty();
    }

    @Override
    public synchronized List<Line> chat(String party) {
        refuseWhenDown();
        return List.copyOf(talks.getOrDefault(party, List.of()));
    }

    @Override
    public synchronized Optional<Reply> lastReply(String party) {
        refuseWhenDown();
        return Optional.ofNullable(last.get(party));
    }

    /** A caseworker writes to whoever was heard last. */
    synchronized void caseworkerWrites(String text) {
        write(heard.getLast().party(), Speaker.CASEWORKER, text);
    }

    synchronized List<Utterance> heard() {
        return List.copyOf(heard);
    }

    synchronized void goDown(boolean down) {
        this.down = down;
    }

    private void refuseWhenDown() {
        if (down) {
            throw new IllegalStateException("No connection to the database");
        }
    }

    private void write(String party, Speaker speaker, String text) {
        talks.computeIfAbsent(party, nobody -> new ArrayList<>())
                .add(new Line(
                        UUID.randomUUID(),
                        UUID.nameUUIDFromBytes(party.getBytes(UTF_8)),
                        Channel.CHAT,
                        speaker,
                        speaker == Speaker.CASEWORKER ? "wang.fang" : "",
                        text,
                        Instant.parse("2026-11-23T02:05:00Z")));
    }
}
