package org.plainline.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.conversation.DialogueState.Intake;
import org.plainline.conversation.DialogueState.Step;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.LanguageGuess;
import org.plainline.resident.Urgency;

/** Decides the next move of a talk. It stores nothing: a move says what there is to store. */
final class Dialogue {
    /** "OK" and "bye" are said in every language. */
    private static final String SHORT_WORD = "\\p{IsLatin}{1,3}\\P{L}*";

    private final Answers answers;
    private final QuestionMoves questions;
    private final HelpIntake intake;
    private final Words words;

    Dialogue(Answers answers, HelpIntake intake, Words words) {
        this.answers = answers;
        this.questions = new QuestionMoves(answers, intake, words);
        this.intake = intake;
        this.words = words;
    }

    /**
     * Danger first, then a person, then what the resident is in the middle of, then a question.
     *
     * @param chosen the language the resident has chosen; null to go by the words
     */
    Move next(Talk remembered, @Nullable Language chosen, String said) {
        Talk awake = remembered.with(remembered.state().asOf(remembered.now(), remembered.channel()));
        Talk heard = awake.in(chosen != null ? chosen : language(awake, said));
        Talk talk = answers.place(said)
                .map(place -> heard.with(heard.state().in(place)))
                .orElse(heard);
        Move move = answers.urgency(said)
                .map(urgency -> crisis(talk, said, urgency))
                .orElseGet(() -> calm(remembered.state().isOld(remembered.now()) ? moved(talk, said) : talk, said));
        return move.followed();
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

    /** Names of places and times tell nothing about the language; what the trouble is does. */
    private static Language language(Talk talk, String said) {
        Intake open = talk.state().intake();
        boolean telling = open == null
                ? !said.strip().matches(SHORT_WORD)
                : open.step() == Step.NEED && open.request().words().isEmpty();
        return telling ? LanguageGuess.of(said).orElse(talk.language()) : talk.language();
    }

    /** Somebody who comes back after a while with a question has not come to answer ours. */
    private Talk moved(Talk talk, String said) {
        Intake open = talk.state().intake();
        boolean another = open != null
                && open.step() != Step.NEED
                && !intake.expects(open, said)
                && questions.answer(talk, said) instanceof Answer.Grounded;
        return another ? talk.with(talk.state().asking(null)) : talk;
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
        return key.isPresent() ? questions.keyed(talk, key.get()) : questions.asked(talk, said);
    }

    /** The request stays, incomplete: somebody may have changed their mind because somebody else came in. */
    private Move neverMind(Talk talk) {
        Talk free = talk.with(talk.state().asking(null));
        return new Move(free.state(), words.reply(free, Reply.Kind.OTHER, "never-mind.said"));
    }

    /**
     * The lines first; then whatever would have been said anyway. It also puts the talk before a caseworker: in the
     * request that is being filled in, else in one of its own, which for a day is the same one.
     */
    private Move crisis(Talk talk, String said, Urgency urgency) {
        Answer answer = questions.answer(talk, said);
        List<String> lines = answer instanceof Answer.Crisis crisis ? crisis.paragraphs() : List.of();
        Intake open = talk.state().intake();
        Move then = open == null
                ? alarmed(talk, said, answer instanceof Answer.Crisis crisis ? crisis.then() : answer, urgency)
                : intake.alarm(talk, open, said, urgency);
        HelpRequest request = then.request();
        return new Move(
                request == null ? then.state() : then.state().alarmed(request),
                inCrisis(talk, lines, then.reply()),
                request);
    }

    /** What was asked is answered, if it can be; who wants to die is not asked to choose from a menu. */
    private Move alarmed(Talk talk, String said, Answer answer, Urgency urgency) {
        Talk told =
                talk.with(talk.state().about(talk.state().topic(), talk.state().need(), said));
        HelpRequest alarm = told.state().alarm();
        HelpRequest request = alarm == null || alarm.urgency() != urgency
                ? intake.opened(told, urgency)
                : Requests.again(alarm, talk.now());
        boolean known =
                answer instanceof Answer.Grounded || (answer instanceof Answer.Choice && urgency != Urgency.SELF_HARM);
        Move then = known
                ? questions.decided(told, said, answer)
                : new Move(told.state(), words.reply(told, Reply.Kind.CRISIS, "crisis.person"));
        return new Move(then.state(), then.reply(), request);
    }

    /** In a text message of its own only what does not fit into one with the lines. */
    private static Reply inCrisis(Talk talk, List<String> lines, Reply then) {
        String joined = String.join("\n", lines) + "\n" + String.join("\n", then.paragraphs());
        boolean one = talk.channel() == Channel.SMS && Words.fits(talk, joined);
        List<String> all = new ArrayList<>(lines);
        all.addAll(then.paragraphs());
        return then.inCrisis(one ? List.of(joined) : all, one ? 1 : lines.size());
    }
}
