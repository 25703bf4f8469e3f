package org.plainline.conversation;

import java.util.ArrayList;
import java.util.List;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.answering.Question;
import org.plainline.resident.Channel;
import org.plainline.resident.Need;

/** Moves that answer a question, or a key that stands for one. */
final class QuestionMoves {
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
                .map(answer -> new Move(talk.state(), grounded(talk, answer, answer.bring())))
                .orElseGet(() -> new Move(talk.state(), words.reply(talk, Reply.Kind.GREETING, "greeting")));
    }

    Move asked(Talk talk, String said) {
        return decided(talk, said, answer(talk, said));
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
            case Answer.Choice choice -> offered(talk, said, choice);
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
        DialogueState state =
                answer.further() ? talk.state().further(said) : talk.state().about(answer.topic(), answer.need(), said);
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

    private Move offered(Talk talk, String said, Answer.Choice choice) {
        List<Answer.Offer> offers = choice.offers();
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
                talk.state().offering(topics, need, said),
                new Reply(
                                Reply.Kind.CHOICE,
                                talk.language(),
                                List.of(text(talk, offers)),
                                List.of(),
                                options,
                                null,
                                null)
                        .with(choice.confidence()));
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
        DialogueState state = talk.state().about(answer.topic(), answer.need(), said);
        return new Move(state, words.reply(talk, Reply.Kind.NO_ANSWER, "withheld", answer.checked()));
    }

    private Move notCovered(Talk talk, String said) {
        return notCovered(talk, said, words.reply(talk, Reply.Kind.NO_ANSWER, "no-answer"));
    }

    private static Move notCovered(Talk talk, String said, Reply reply) {
        return new Move(talk.state().offering(List.of(), Need.SERVICE, said), reply)
                .missing(Miss.of(talk, Miss.Why.NOT_COVERED, said, List.of()));
    }
}
