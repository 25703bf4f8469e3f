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
import org.plainline.resident.Redaction;
import org.plainline.resident.Urgency;

/** Decides the next move of a talk. It stores nothing: a move says what there is to store. */
final class Dialogue {
    /** "OK" and "bye" are said in every language. */
    private static final String SHORT_WORD = "\\p{IsLatin}{1,3}\\P{L}*";

    private static final List<String> SMALL_TALK = List.of("thanks", "hello", "again", "more", "robot", "never-mind");

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
        boolean old = remembered.state().isOld(remembered.now());
        Talk awake = remembered.with(remembered.state().asOf(remembered.now(), remembered.channel()));
        Language spoken = chosen != null ? chosen : LanguageGuess.of(said).orElse(awake.language());
        Optional<Urgency> urgency = urgency(awake, said, spoken);
        Talk heard =
                awake.in(chosen != null || urgency.isPresent() || tells(awake, said, old) ? spoken : awake.language());
        Talk talk = answers.place(said)
                .map(place -> heard.with(heard.state().in(place)))
                .orElse(heard);
        Move move = urgency.map(danger -> crisis(talk, said, danger))
                .orElseGet(() -> calm(old ? moved(talk, said) : talk, said));
        return noted(talk, said, move).followed().remembered();
    }

    /** None of the choices was it, whatever is said instead. */
    private static Move noted(Talk talk, String said, Move move) {
        List<String> offers = talk.state().offers();
        boolean chosen = Keypad.digit(said)
                .map(Integer::parseInt)
                .filter(key -> key >= 1 && key <= offers.size())
                .isPresent();
        return offers.isEmpty()
                        || chosen
                        || move.reply().kind() == Reply.Kind.OTHER
                        || said.isBlank()
                        || offers.equals(move.state().offers())
                ? move
                : move.missing(Miss.of(talk, Miss.Why.REFUSED, talk.state().words(), offers));
    }

    /** The name of a place, a time to call and a goodbye are no hints at danger. */
    private Optional<Urgency> urgency(Talk talk, String said, Language spoken) {
        Intake open = talk.state().intake();
        boolean hints = (open == null || open.step() == Step.NEED)
                && SMALL_TALK.stream().noneMatch(key -> words.matches(key, said))
                && !tellsWhere(said);
        return hints ? answers.urgency(said, spoken) : answers.urgency(said);
    }

    Optional<Urgency> urgency(String said) {
        return answers.urgency(said, LanguageGuess.of(said).orElse(Language.ZH));
    }

    /** Danger, a wish for a person, or a key: what is never turned away. */
    boolean pressing(String said) {
        return answers.urgency(said).isPresent()
                || answers.wantsPerson(said)
                || Keypad.digit(said).isPresent();
    }

    /** Whether words tell in which language to go on: names of places and times do not, what the trouble is does. */
    private boolean tells(Talk talk, String said, boolean old) {
        Intake open = talk.state().intake();
        return !said.strip().matches(SHORT_WORD)
                && (open == null
                        || (open.step() == Step.NEED && open.request().words().isEmpty())
                        || (old && !intake.expects(open, said)));
    }

    /** Somebody who comes back after a while with a question has not come to answer ours. */
    private Talk moved(Talk talk, String said) {
        Intake open = talk.state().intake();
        if (open == null || open.step() == Step.NEED || intake.expects(open, said)) {
            return talk;
        }
        Talk free = left(talk, open);
        Talk afresh = free.with(free.state().afresh(open.request().need()));
        return questions.answer(afresh, said) instanceof Answer.Grounded ? afresh : talk;
    }

    /** The request stays as far as it has come, and a later wish for a person goes on with it. */
    private static Talk left(Talk talk, Intake open) {
        return talk.with(talk.state().asking(null).keeping(open.request()));
    }

    private Move calm(Talk talk, String said) {
        Optional<String> key = Keypad.digit(said);
        Intake open = talk.state().intake();
        if (key.filter("0"::equals).isPresent()) {
            return open == null ? intake.open(talk) : intake.wantedAgain(talk, open);
        }
        if (words.matches("robot", said)) {
            return new Move(talk.state(), words.reply(talk, Reply.Kind.OTHER, "robot.said"));
        }
        if (open == null && answers.wantsPerson(said)) {
            return intake.open(talk);
        }
        if (open != null) {
            // Also "call me in the afternoon": a person is on the way already, this answers the question.
            if (words.matches("never-mind", said)) {
                return neverMind(talk, open);
            }
            return words.matches("again", said) ? intake.asked(talk, open, "") : intake.take(talk, open, said);
        }
        if (said.isBlank() || words.matches("hello", said)) {
            return greeting(talk);
        }
        if (tellsWhere(said)) {
            return repeated(talk).orElseGet(() -> greeting(talk));
        }
        if (words.matches("thanks", said)) {
            return new Move(talk.state(), words.reply(talk, Reply.Kind.OTHER, "thanks.said"));
        }
        if (talk.state().replied() != null && words.matches("did-not-help", said)) {
            return didNotHelp(talk);
        }
        Optional<Move> on = Optional.empty();
        if (words.matches("again", said)) {
            on = repeated(talk);
        } else if (words.matches("more", said)) {
            on = questions.more(talk);
        }
        return on.orElseGet(() -> key.isPresent() ? questions.keyed(talk, key.get()) : questions.asked(talk, said));
    }

    private Move greeting(Talk talk) {
        return new Move(talk.state(), words.reply(talk, Reply.Kind.GREETING, "greeting"));
    }

    /**
     * Whether this is only where somebody lives: an article may have said that it depends on that, and now that we know
     * it may say more.
     */
    private boolean tellsWhere(String said) {
        return answers.besidesPlace(said)
                .filter(rest -> rest.isBlank() || words.matches("where", rest))
                .isPresent();
    }

    /** Whoever has heard the numbers to call hears them again. */
    private Optional<Move> repeated(Talk talk) {
        String said = talk.state().words();
        return talk.state().hasJust(Reply.Kind.CRISIS)
                ? answers.urgency(said, talk.language()).map(danger -> crisis(talk, said, danger))
                : questions.repeated(talk);
    }

    private Move didNotHelp(Talk talk) {
        DialogueState state = talk.state();
        Move sorry = new Move(state, words.reply(talk, Reply.Kind.OTHER, "did-not-help.said"));
        String topic = state.topic();
        if (topic != null && state.hasJust(Reply.Kind.ANSWER)) {
            return sorry.missing(Miss.of(talk, Miss.Why.NOT_HELPED, state.words(), List.of(topic)));
        }
        return state.offers().isEmpty()
                ? sorry
                : sorry.missing(Miss.of(talk, Miss.Why.REFUSED, state.words(), state.offers()));
    }

    /** The request stays, incomplete: somebody may have changed their mind because somebody else came in. */
    private Move neverMind(Talk talk, Intake open) {
        Talk free = left(talk, open);
        return new Move(free.state(), words.reply(free, Reply.Kind.OTHER, "never-mind.said"));
    }

    /**
     * The lines first; then whatever would have been said anyway. It also puts the talk before a caseworker: in the
     * request that is being filled in or kept, else in one of its own.
     */
    private Move crisis(Talk talk, String said, Urgency urgency) {
        Answer answer = questions.answer(talk, said);
        List<String> lines = answer instanceof Answer.Crisis crisis ? crisis.paragraphs() : List.of();
        Answer asked = answer instanceof Answer.Crisis crisis ? crisis.then() : answer;
        Intake open = talk.state().intake();
        Move then = open == null ? alarmed(talk, said, asked, urgency) : intake.alarm(talk, open, said, urgency);
        DialogueState state =
                then.request() == null ? then.state() : then.state().keeping(then.request());
        return new Move(state, inCrisis(talk, lines, then.reply()), then.request());
    }

    /** What was asked is answered, if it can be; whose life is in danger is not asked to choose from a menu. */
    private Move alarmed(Talk talk, String said, Answer answer, Urgency urgency) {
        Talk told = talk.with(talk.state().asked(said));
        HelpRequest kept = told.state().kept();
        HelpRequest request = kept == null
                ? intake.opened(told, urgency)
                : Requests.withMore(intake.raised(talk, kept, urgency), Redaction.of(said));
        boolean known = answer instanceof Answer.Grounded
                || (answer instanceof Answer.Choice && urgency == Urgency.DESTITUTION);
        Move then = known
                ? questions.decided(told, said, answer)
                : new Move(told.state(), words.reply(told, Reply.Kind.CRISIS, "crisis.person"));
        return new Move(then.state(), then.reply(), request);
    }

    /** In a text message of its own only what does not fit into one with the lines, which say who it is from. */
    private Reply inCrisis(Talk talk, List<String> lines, Reply then) {
        String sender = words.say(talk, "sender");
        String rest = String.join("\n", then.paragraphs());
        String joined =
                String.join("\n", lines) + "\n" + (rest.startsWith(sender) ? rest.substring(sender.length()) : rest);
        boolean one = talk.channel() == Channel.SMS && Words.fits(talk, joined);
        List<String> all = new ArrayList<>(lines);
        all.addAll(then.paragraphs());
        return then.inCrisis(one ? List.of(joined) : all, one ? 1 : lines.size());
    }
}
