package org.plainline.conversation;

import java.util.Optional;
import java.util.UUID;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.resident.Channel;
import org.springframework.context.ApplicationEventPublisher;

/** Sends the last answer of a call as a text message, when the caller asks for it. */
final class AnswerByText {
    private final Answers answers;
    private final ConversationStore store;
    private final ApplicationEventPublisher events;
    private final Words words;

    AnswerByText(Answers answers, ConversationStore store, ApplicationEventPublisher events, Words words) {
        this.answers = answers;
        this.store = store;
        this.events = events;
        this.words = words;
    }

    Move send(Talk talk) {
        Optional<Answer.Grounded> answer = Optional.ofNullable(talk.state().topic())
                .flatMap(topic -> answers.topic(
                        topic, talk.language(), Channel.SMS, talk.state().place()))
                .flatMap(Answer::grounded);
        if (answer.isEmpty() || talk.caller() == null) {
            return new Move(talk.state(), words.reply(talk, Reply.Kind.OTHER, "texted.impossible"));
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
        events.publishEvent(new ReplyComposed(line.id()));
        return new Move(talk.state(), words.reply(talk, Reply.Kind.OTHER, "texted"));
    }
}
