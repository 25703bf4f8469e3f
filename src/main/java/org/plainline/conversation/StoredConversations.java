package org.plainline.conversation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.LanguageGuess;
import org.plainline.resident.Urgency;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Conversations by text, kept in the database: the answer leaves only after the commit. */
@Component
class StoredConversations implements Conversations {
    private final ConversationStore store;
    private final TurnTaking turns;
    private final Dialogue dialogue;
    private final OptOut optOut;
    private final JsonMapper json;

    StoredConversations(ConversationStore store, TurnTaking turns, Dialogue dialogue, OptOut optOut, JsonMapper json) {
        this.store = store;
        this.turns = turns;
        this.dialogue = dialogue;
        this.optOut = optOut;
        this.json = json;
    }

    @Override
    public Reply hear(Utterance utterance) {
        return turns.takeUnheld(utterance.channel(), hold -> turn(utterance, hold));
    }

    private Reply turn(Utterance utterance, Hold hold) {
        var standing = turns.standing(utterance, hold);
        Optional<String> before = standing.flatMap(ConversationStore.Standing::reply);
        if (before.isPresent()) {
            return reply(before.get());
        }
        Talk talk = standing.map(ConversationStore.Standing::talk)
                .orElseGet(() -> turns.unstored(utterance, language(utterance)));
        Move move = optOut.heard(talk, utterance.text())
                .orElseGet(() -> dialogue.next(talk, utterance.language(), utterance.text()));
        Talk stored = talk.with(move.state())
                .in(move.reply().language())
                .optedOut(optOut.optedOutBy(talk.channel(), utterance.text(), talk.optedOut()));
        Reply reply = move.reply();
        turns.store(
                stored,
                new TurnTaking.Turn(
                        utterance.delivery(),
                        utterance.text(),
                        String.join("\n", reply.paragraphs()),
                        reply.kind().code(),
                        reply,
                        move.request(),
                        move.miss(),
                        stored.optedOut() && !talk.optedOut()));
        return reply;
    }

    @Override
    public Reply preview(Utterance utterance, @Nullable String topic) {
        Talk talk = turns.unstored(utterance, language(utterance));
        DialogueState state = talk.state();
        Talk after = topic == null ? talk : talk.with(state.about(topic, null, state.need(), ""));
        return dialogue.next(after, utterance.language(), utterance.text()).reply();
    }

    @Override
    public boolean pressing(Utterance utterance) {
        return dialogue.pressing(utterance.text())
                || optOut.isOne(utterance.channel(), utterance.text())
                || store.openConversation(utterance.channel(), utterance.party())
                        .filter(talk -> store.inIntake(talk) || store.isAnswered(talk, utterance.delivery()))
                        .isPresent();
    }

    @Override
    public Optional<Urgency> urgency(String text) {
        return dialogue.urgency(text);
    }

    /** Of a first message: what the channel knows, else what it is written in, else Chinese. */
    private static Language language(Utterance utterance) {
        return utterance.language() != null
                ? utterance.language()
                : LanguageGuess.of(utterance.text()).orElse(Language.ZH);
    }

    @Override
    public List<Line> chat(String party) {
        return store.openConversation(Channel.CHAT, party).map(store::lines).orElse(List.of());
    }

    @Override
    public Optional<Reply> lastReply(String party) {
        return store.openConversation(Channel.CHAT, party)
                .flatMap(store::lastReply)
                .map(this::reply);
    }

    private Reply reply(String stored) {
        return json.readValue(stored, Reply.class);
    }
}
