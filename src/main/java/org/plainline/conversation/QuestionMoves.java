package org.plainline.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.answering.Question;
import org.plainline.resident.Channel;
import org.plainline.resident.Need;

/** Moves that answer a question, or a key that stands for one. */
final class QuestionMoves {
    /** Code of the section that a text message offers under 1. */
    private static final String BRING = "bring";

    private final Answers answers;
    private final HelpIntake intake;
    private final Words words;

    QuestionMoves(Answers answers, HelpIntake intake, Words words) {
        this.answers = answers;
        this.intake = intake;
        this.words = words;
    }

    /** A choice from what was offered, or what to bring. */
    Move keyed(Talk talk, String key) {
        int choice = Integer.parseInt(key) - 1;
        List<String> offers = talk.state().offers();
        if (choice >= 0 && choice < offers.size()) {
            String chosen = offers.get(choice);
            String open = talk.state().topic();
            String section = open == null || open.equals(chosen) ? talk.state().section() : null;
            return topic(talk, chosen, section, talk.channel())
                    .map(answer -> decided(talk, talk.state().words(), answer))
                    .orElseGet(() -> notCovered(talk, talk.state().words()));
        }
        if (key.equals("1") && talk.state().topic() != null) {
            return bring(talk, talk.state().topic());
        }
        return new Move(talk.state(), words.reply(talk, Reply.Kind.GREETING, "greeting"));
    }

    private Optional<Answer> topic(Talk talk, String topic, @Nullable String section, Channel channel) {
        return answers.topic(
                topic, section, talk.language(), channel, talk.state().place());
    }

    private Move bring(Talk talk, String topic) {
        if (talk.channel() != Channel.SMS) {
            return topic(talk, topic, BRING, talk.channel())
                    .map(answer -> decided(talk, talk.state().words(), answer))
                    .orElseGet(() -> notCovered(talk, talk.state().words()));
        }
        return topic(talk, topic, null, Channel.SMS)
                .flatMap(Answer::grounded)
                .filter(answer -> !answer.bring().isEmpty())
                .map(answer -> new Move(talk.state(), grounded(talk, answer, answer.bring())))
                .orElseGet(() -> new Move(talk.state(), words.reply(talk, Reply.Kind.GREETING, "greeting")));
    }

    Move asked(Talk talk, String said) {
        Answer alone = answer(talk, said);
        boolean isChoosing = !talk.state().offers().isEmpty() && talk.state().topic() == null;
        Optional<Move> chosen = isChoosing ? choosing(talk, said, alone) : Optional.empty();
        return chosen.orElseGet(() -> decided(talk, said, alone));
    }

    /**
     * Who is asked which of them is meant, and tells more of their trouble instead, may have told enough with that; who
     * asks "how much is it" is asked again. Empty for whoever turns to something else.
     */
    private Optional<Move> choosing(Talk talk, String said, Answer alone) {
        List<String> offers = talk.state().offers();
        Optional<String> section = answers.sectionOfAny(said, offers, talk.language());
        if (section.isEmpty() && !(alone instanceof Answer.Choice || alone instanceof Answer.NotCovered)) {
            return Optional.empty();
        }
        Optional<Move> meant = answer(talk, talk.state().trouble() + "\n" + said)
                .grounded()
                .map(Answer.Grounded::topic)
                .filter(offers::contains)
                .flatMap(topic -> topic(talk, topic, section.orElse(null), talk.channel()))
                .map(answer -> decided(talk, said, answer));
        return meant.or(() -> section.map(its -> offered(talk, said, answers.offers(offers, talk.language()), its, 0)));
    }

    /** The last choice or answer once more, or that there is none; empty where something else was said last. */
    Optional<Move> repeated(Talk talk) {
        DialogueState state = talk.state();
        if (state.hasJust(Reply.Kind.CHOICE)) {
            return Optional.of(answers.offers(state.offers(), talk.language()))
                    .filter(offers -> !offers.isEmpty())
                    .map(offers -> offered(talk, state.words(), offers, state.section(), 0));
        }
        if (state.hasJust(Reply.Kind.NO_ANSWER)) {
            return Optional.of(new Move(state, words.reply(talk, Reply.Kind.NO_ANSWER, "no-answer")));
        }
        return Optional.ofNullable(state.topic())
                .filter(_ -> state.hasJust(Reply.Kind.ANSWER))
                .flatMap(topic -> topic(talk, topic, state.section(), talk.channel()))
                .map(answer -> decided(talk, state.words(), answer));
    }

    /** The next section of what was told last; empty where nothing was. */
    Optional<Move> more(Talk talk) {
        DialogueState state = talk.state();
        return Optional.ofNullable(state.topic())
                .filter(_ -> state.hasJust(Reply.Kind.ANSWER))
                .map(topic -> Answers.sectionsAfter(state.section()).stream()
                        .flatMap(section -> topic(talk, topic, section, talk.channel()).stream())
                        // One that is too long for text messages is passed over.
                        .filter(answer -> answer.grounded()
                                .flatMap(told -> Optional.ofNullable(told.section()))
                                .isPresent())
                        .findFirst()
                        .map(answer -> decided(talk, state.words(), answer))
                        .orElseGet(() -> new Move(state, words.reply(talk, Reply.Kind.OTHER, "no-more"))));
    }

    /** What there is to say to this, with the open topic in mind. */
    Answer answer(Talk talk, String said) {
        return answers.answer(new Question(
                said,
                talk.language(),
                talk.channel(),
                talk.state().topic(),
                talk.state().place()));
    }

    /** Says it, and remembers what it was about. */
    Move decided(Talk talk, String said, Answer answer) {
        return switch (answer) {
            case Answer.Grounded grounded -> answered(talk, said, grounded);
            case Answer.Choice choice -> offered(talk, said, choice.offers(), choice.section(), choice.confidence());
            case Answer.Withheld withheld -> withheld(talk, said, withheld);
            case Answer.NotCovered nothing -> {
                Reply reply = words.reply(talk, Reply.Kind.NO_ANSWER, "no-answer");
                yield notCovered(talk, said, reply.with(nothing.confidence()));
            }
            case Answer.OtherLanguage other ->
                notCovered(talk, said, words.reply(talk, Reply.Kind.NO_ANSWER, "other-language", other.sentence()));
            case Answer.Person person -> intake.open(talk);
            case Answer.Crisis crisis -> decided(talk, said, crisis.then());
        };
    }

    private Move answered(Talk talk, String said, Answer.Grounded answer) {
        DialogueState state = talk.state().about(answer.topic(), answer.section(), answer.need(), said);
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
                        null)
                .with(answer.confidence());
    }

    private Move offered(Talk talk, String said, List<Answer.Offer> all, @Nullable String section, double confidence) {
        List<Answer.Offer> offers = all;
        while (offers.size() > 2 && !Words.fits(talk, text(talk, offers))) {
            offers = offers.subList(0, offers.size() - 1);
        }
        List<Reply.Option> options = new ArrayList<>();
        for (Answer.Offer offer : offers) {
            options.add(new Reply.Option(String.valueOf(options.size() + 1), offer.title(), offer.topic()));
        }
        Need need = offers.getFirst().need();
        List<String> topics = offers.stream().map(Answer.Offer::topic).toList();
        return new Move(
                talk.state().offering(topics, section, need, said),
                new Reply(
                                Reply.Kind.CHOICE,
                                talk.language(),
                                List.of(text(talk, offers)),
                                List.of(),
                                options,
                                null,
                                null)
                        .with(confidence));
    }

    private String text(Talk talk, List<Answer.Offer> offers) {
        List<String> lines = new ArrayList<>();
        for (Answer.Offer offer : offers) {
            lines.add(words.say(talk, "choice.line", lines.size() + 1, offer.title()));
        }
        return words.say(talk, "choice", String.join(words.say(talk, "choice.join"), lines));
    }

    /** The topic stays with the talk, so that whoever calls back knows what it is about. */
    private Move withheld(Talk talk, String said, Answer.Withheld answer) {
        DialogueState state = talk.state().about(answer.topic(), null, answer.need(), said);
        return new Move(state, words.reply(talk, Reply.Kind.NO_ANSWER, "withheld", answer.checked()));
    }

    private Move notCovered(Talk talk, String said) {
        return notCovered(talk, said, words.reply(talk, Reply.Kind.NO_ANSWER, "no-answer"));
    }

    private static Move notCovered(Talk talk, String said, Reply reply) {
        return new Move(talk.state().asked(said), reply).missing(Miss.of(talk, Miss.Why.NOT_COVERED, said, List.of()));
    }
}
