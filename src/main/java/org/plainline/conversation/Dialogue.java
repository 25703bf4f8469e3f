package org.plainline.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.answering.Question;
import org.plainline.conversation.DialogueState.Intake;
import org.plainline.resident.Channel;
import org.plainline.resident.LanguageGuess;
import org.plainline.resident.Need;
import org.plainline.resident.Urgency;

/** Decides the next move of a talk. It stores nothing: a move says what there is to store. */
final class Dialogue {
    private final Answers answers;
    private final HelpIntake intake;
    private final Words words;

    Dialogue(Answers answers, HelpIntake intake, Words words) {
        this.answers = answers;
        this.intake = intake;
        this.words = words;
    }

    /** Danger first, then a person, then what the resident is in the middle of, then a question. */
    Move next(Talk remembered, String said) {
        Talk talk = remembered.with(remembered.state().asOf(remembered.now()));
        Talk heard = LanguageGuess.of(said)
                .filter(language -> talk.state().intake() == null)
                .map(talk::in)
                .orElse(talk);
        Talk placed = answers.place(said)
                .map(place -> heard.with(heard.state().in(place)))
                .orElse(heard);
        Optional<Urgency> urgency = answers.urgency(said);
        if (urgency.isPresent()) {
            return crisis(placed, said, urgency.get());
        }
        return calm(placed, said);
    }

    Optional<Urgency> urgency(String said) {
        return answers.urgency(said);
    }

    /** Danger, a wish for a person, or a key: what is never turned away. */
    boolean pressing(String said) {
        return urgency(said).isPresent()
                || answers.wantsPerson(said)
                || Keypad.digit(said).isPresent();
    }

    private Move calm(Talk talk, String said) {
        Optional<String> key = Keypad.digit(said);
        Intake open = talk.state().intake();
        if (key.filter("0"::equals).isPresent()) {
            return open == null ? intake.open(talk) : intake.asked(talk, open, "");
        }
        if (open == null && answers.wantsPerson(said)) {
            return intake.open(talk);
        }
        if (open != null) {
            // Also "call me in the afternoon": a person is on the way already, this answers the question.
            return words.matches("never-mind", said) ? neverMind(talk) : intake.take(talk, open, said);
        }
        if (said.isBlank() || words.matches("hello", said)) {
            return new Move(talk.state(), words.reply(talk, Reply.Kind.GREETING, "greeting"));
        }
        return key.isPresent() ? keyed(talk, key.get()) : asked(talk, said);
    }

    /** The request stays, incomplete: somebody may have changed their mind because somebody else came in. */
    private Move neverMind(Talk talk) {
        Talk free = talk.with(talk.state().asking(null));
        return new Move(free.state(), words.reply(free, Reply.Kind.OTHER, "never-mind.said"));
    }

    private Move keyed(Talk talk, String key) {
        int choice = Integer.parseInt(key) - 1;
        List<String> offers = talk.state().offers();
        if (choice >= 0 && choice < offers.size()) {
            return answers.topic(
                            offers.get(choice),
                            talk.language(),
                            talk.channel(),
                            talk.state().place())
                    .map(answer -> decided(talk, talk.state().words(), answer))
                    .orElseGet(() -> notCovered(talk, talk.state().words()));
        }
        if (key.equals("1") && talk.state().topic() != null) {
            return bring(talk, talk.state().topic());
        }
        return new Move(talk.state(), words.reply(talk, Reply.Kind.GREETING, "greeting"));
    }

    private Move bring(Talk talk, String topic) {
        return answers.topic(topic, talk.language(), Channel.SMS, talk.state().place())
                .flatMap(Answer::grounded)
                .filter(answer -> !answer.bring().isEmpty())
                .map(answer -> new Move(talk.state(), grounded(talk, answer, List.of(answer.bring()))))
                .orElseGet(() -> new Move(talk.state(), words.reply(talk, Reply.Kind.GREETING, "greeting")));
    }

    private Move asked(Talk talk, String said) {
        return decided(talk, said, answers.answer(question(talk, said)));
    }

    private static Question question(Talk talk, String said) {
        return new Question(
                said,
                talk.language(),
                talk.channel(),
                talk.state().topic(),
                talk.state().place());
    }

    private Move decided(Talk talk, String said, Answer answer) {
        return switch (answer) {
            case Answer.Grounded grounded -> answered(talk, said, grounded);
            case Answer.Choice choice -> offered(talk, said, choice);
            case Answer.Withheld withheld -> withheld(talk, said, withheld);
            case Answer.NotCovered nothing -> {
                Move move = notCovered(talk, said);
                yield new Move(move.state(), move.reply().with(nothing.confidence()));
            }
            case Answer.Person person -> intake.open(talk);
            case Answer.Crisis crisis -> decided(talk, said, crisis.then());
        };
    }

    private Move answered(Talk talk, String said, Answer.Grounded answer) {
        DialogueState state = talk.state().about(answer.topic(), answer.need(), said);
        return new Move(state, grounded(talk, answer, answer.paragraphs()));
    }

    private Reply grounded(Talk talk, Answer.Grounded answer, List<String> paragraphs) {
        var source = answer.citation();
        return new Reply(
                Reply.Kind.ANSWER,
                talk.language(),
                paragraphs,
                answer.parts().stream()
                        .map(part -> new Reply.Part(part.kind(), part.heading(), part.html()))
                        .toList(),
                words.options(talk, "answer." + talk.channel().code()),
                new Reply.Citation(answer.topic(), source.title(), source.url(), source.reviewedOn()),
                null,
                answer.confidence());
    }

    private Move offered(Talk talk, String said, Answer.Choice choice) {
        List<Reply.Option> options = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Answer.Offer offer : choice.offers()) {
            String key = String.valueOf(options.size() + 1);
            options.add(new Reply.Option(key, offer.title(), offer.topic()));
            lines.add(words.say(talk, "choice.line", key, offer.title()));
        }
        Need need = choice.offers().getFirst().need();
        List<String> topics = choice.offers().stream().map(Answer.Offer::topic).toList();
        String text = words.say(talk, "choice", String.join(words.say(talk, "choice.join"), lines));
        return new Move(
                talk.state().offering(topics, need, said),
                new Reply(
                        Reply.Kind.CHOICE,
                        talk.language(),
                        List.of(text),
                        List.of(),
                        options,
                        null,
                        null,
                        choice.confidence()));
    }

    /** The topic stays with the talk, so that whoever calls back knows what it is about. */
    private Move withheld(Talk talk, String said, Answer.Withheld answer) {
        DialogueState state = talk.state().about(answer.topic(), answer.need(), said);
        return new Move(state, words.reply(talk, Reply.Kind.NO_ANSWER, "withheld", answer.checked()));
    }

    private Move notCovered(Talk talk, String said) {
        DialogueState state = talk.state().offering(List.of(), Need.SERVICE, said);
        return new Move(state, words.reply(talk, Reply.Kind.NO_ANSWER, "no-answer"));
    }

    /**
     * The lines first; then whatever would have been said anyway. Once a day it also puts the talk before a caseworker.
     */
    private Move crisis(Talk talk, String said, Urgency urgency) {
        Answer answer = answers.answer(question(talk, said));
        List<String> lines = answer instanceof Answer.Crisis crisis ? crisis.paragraphs() : List.of();
        Talk told =
                talk.with(talk.state().about(talk.state().topic(), talk.state().need(), said));
        HelpRequest alarm = told.state().alarm();
        boolean first = alarm == null || alarm.urgency() != urgency;
        HelpRequest request = first ? intake.opened(told, urgency) : null;
        Talk alarmed = request == null ? told : told.with(told.state().alarmed(request));
        Move then = then(alarmed, said, answer, urgency);
        Reply reply = new Reply(
                Reply.Kind.CRISIS,
                talk.language(),
                joined(talk, lines, then.reply().paragraphs()),
                then.reply().parts(),
                then.reply().options(),
                then.reply().source(),
                null,
                then.reply().confidence());
        return new Move(then.state(), reply, request != null ? request : then.request());
    }

    /**
     * In the middle of an intake the open question is asked again; otherwise what was asked is answered, if it can be.
     * Who wants to die is not asked to choose from a menu.
     */
    private Move then(Talk talk, String said, Answer answer, Urgency urgency) {
        Intake open = talk.state().intake();
        if (open != null) {
            return intake.asked(talk, open, "");
        }
        Answer asked = answer instanceof Answer.Crisis crisis ? crisis.then() : answer;
        boolean known =
                asked instanceof Answer.Grounded || (asked instanceof Answer.Choice && urgency != Urgency.SELF_HARM);
        return known
                ? decided(talk, said, asked)
                : new Move(talk.state(), words.reply(talk, Reply.Kind.SILENT, "crisis.person"));
    }

    /** An SMS is one text; elsewhere each paragraph stands for itself. */
    private static List<String> joined(Talk talk, List<String> lines, List<String> then) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(then);
        return talk.channel() == Channel.SMS ? List.of(String.join("\n", all)) : all;
    }
}
