package org.plainline.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plainline.answering.Judgement;
import org.plainline.evaluation.TestSet.Asked;
import org.plainline.knowledge.Knowledge;
import org.plainline.knowledge.Match;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;

/** Asks the product's own index and judgement every question of a set. */
final class Evaluation {
    /** The first questions are slow because nothing is compiled yet; a service is warm after its first minute. */
    private static final int WARM_UP = 200;

    private final Knowledge knowledge;
    private final Language language;
    private final Channel channel;

    Evaluation(Knowledge knowledge, Language language, Channel channel) {
        this.knowledge = knowledge;
        this.language = language;
        this.channel = channel;
    }

    /** @param outOfScope questions of which none is answered by the knowledge */
    List<Outcome> run(TestSet set, List<Asked> outOfScope) {
        // With another ending, so that what is remembered of them does not make the real ones look quick.
        set.questions().stream()
                .limit(WARM_UP)
                .map(question -> new Asked(question._id(), question.text() + " ."))
                .forEach(question -> ask(question, Set.of()));
        List<Outcome> outcomes = new ArrayList<>();
        set.questions().forEach(question -> outcomes.add(ask(question, set.answers(question))));
        outOfScope.forEach(question -> outcomes.add(ask(question, Set.of())));
        return outcomes;
    }

    private Outcome ask(Asked question, Set<String> right) {
        long start = System.nanoTime();
        List<Match> matches = knowledge.find(question.text(), language, Judgement.MATCHES);
        Judgement judgement = Judgement.of(question.text(), channel, matches);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        List<String> found =
                matches.stream().map(match -> match.article().topic()).toList();
        return new Outcome(found, right, judgement, milliseconds);
    }
}
