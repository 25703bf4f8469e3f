package org.plainline.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.resident.Channel;
import org.plainline.resident.PhoneNumber;
import org.springframework.context.ApplicationEventPublisher;

/** Sends the last answer of a call as a text message, when the caller asks for it; reads it again if it cannot. */
final class AnswerByText {
    private final Answers answers;
    private final ConversationStore store;
    private final TurnTaking turns;
    private final ApplicationEventPublisher events;
    private final Words words;

    AnswerByText(
            Answers answers, ConversationStore store, TurnTaking turns, ApplicationEventPublisher events, Words words) {
        this.answers = answers;
        this.store = store;
        this.turns = turns;
        this.events = events;
        this.words = words;
    }

    Move send(Talk talk) {
        Optional<Answer.Grounded> answer = answer(talk, Channel.SMS);
        if (answer.isEmpty()) {
            return new Move(talk.state(), words.reply(talk, Reply.Kind.GREETING, "greeting"));
        }
        if (talk.caller() == null || store.optedOut(talk.caller())) {
            return new Move(talk.state(), readAgain(talk));
        }
        Line line = new Line(
                UUID.randomUUID(),
                talk.id(),
                Channel.SMS,
                Line.Speaker.SERVICE,
                "",
                String.join("\n", answer.get().paragraphs()),
                talk.now());
        store.line(line);
        goOnByText(talk, talk.caller(), answer.get());
        events.publishEvent(new ReplyComposed(line.id()));
        return new Move(talk.state(), words.reply(talk, Reply.Kind.OTHER, "texted"));
    }

    /** So that "1" in reply to the text is about it. */
    private void goOnByText(Talk talk, PhoneNumber caller, Answer.Grounded answer) {
        Talk texts = turns.locked(Channel.SMS, caller.e164(), caller, talk.language());
        store.state(texts.with(texts.state()
                .asOf(talk.now(), Channel.SMS)
                .about(
                        answer.topic(),
                        answer.section(),
                        answer.need(),
                        talk.state().trouble())
                .in(talk.state().place())));
    }

    private Reply readAgain(Talk talk) {
        List<String> all = new ArrayList<>(List.of(words.say(talk, "texted.impossible")));
        answer(talk, Channel.VOICE).ifPresent(answer -> all.addAll(answer.paragraphs()));
        return new Reply(Reply.Kind.ANSWER, talk.language(), all, List.of(), List.of(), null, null);
    }

    private Optional<Answer.Grounded> answer(Talk talk, Channel channel) {
        return Optional.ofNullable(talk.state().topic())
                .flatMap(topic -> answers.topic(
                        topic,
                        talk.state().section(),
                        talk.language(),
                        channel,
                        talk.state().place()))
                .flatMap(Answer::grounded);
    }
}
