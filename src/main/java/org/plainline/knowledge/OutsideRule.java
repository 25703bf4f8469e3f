package org.plainline.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/** What an article answers cannot be outside of all. */
final class OutsideRule implements FolderRule {
    private final String path;
    private final Language language;
    private final Outside outside;

    /** @param path of the file, as it is shown */
    OutsideRule(String path, Language language, Outside outside) {
        this.path = path;
        this.language = language;
        this.outside = outside;
    }

    @Override
    public Stream<Finding> check(Drafts drafts) {
        Map<String, Draft> byTopic = new HashMap<>();
        Map<String, Draft> askedIn = new HashMap<>();
        drafts.in(language).forEach(draft -> {
            byTopic.put(draft.article().topic(), draft);
            draft.questions().forEach(question -> askedIn.put(SameQuestionRule.asked(question.text()), draft));
        });
        return outside.bySubject().entrySet().stream()
                .flatMap(subject -> Stream.concat(
                        answered(subject.getKey(), subject.getValue(), byTopic),
                        subject.getValue().stream().flatMap(question -> alsoAsked(question, askedIn))));
    }

    private Stream<Finding> answered(String subject, List<Written> questions, Map<String, Draft> byTopic) {
        return Optional.ofNullable(byTopic.get(subject)).stream()
                .flatMap(draft -> questions.stream()
                        .limit(1)
                        .map(first -> finding(first, "'" + subject + "' is answered in " + draft.path())));
    }

    private Stream<Finding> alsoAsked(Written question, Map<String, Draft> askedIn) {
        return Optional.ofNullable(askedIn.get(SameQuestionRule.asked(question.text()))).stream()
                .map(draft -> finding(question, "'" + question.text() + "' is also asked in " + draft.path()));
    }

    private Finding finding(Written question, String message) {
        return Finding.error(path, question.line(), Outside.RULE, message);
    }
}
