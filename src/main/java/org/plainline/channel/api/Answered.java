package org.plainline.channel.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.Reply;
import org.plainline.resident.Urgency;

/** The answer of {@code POST /api/answers}; every field is always there. */
@JsonInclude
record Answered(
        String kind,
        @Nullable String topic,
        String language,
        String text,
        List<Choice> choices,
        double confidence,
        @Nullable Source source,
        @Nullable String urgent) {

    record Choice(String topic, String title) {}

    record Source(String title, String url, String reviewedOn) {}

    static Answered of(Reply reply, @Nullable Urgency urgent) {
        Reply.Citation source = reply.source();
        return new Answered(
                kind(reply.kind()),
                source == null ? null : source.topic(),
                reply.language().code(),
                String.join("\n", reply.paragraphs()),
                choices(reply),
                reply.confidence(),
                source == null ? null : new Source(source.title(), source.url(), source.reviewedOn()),
                urgent == null ? null : urgent.code());
    }

    private static String kind(Reply.Kind kind) {
        return switch (kind) {
            case ANSWER -> "answer";
            case CHOICE -> "choice";
            case CRISIS -> "crisis";
            case ASK_NEED, ASK_PLACE, ASK_NUMBER, ASK_TIME, ACKNOWLEDGED -> "person";
            case NO_ANSWER, GREETING, SILENT, OTHER -> "no-answer";
        };
    }

    private static List<Choice> choices(Reply reply) {
        return reply.options().stream()
                .filter(option -> option.topic() != null)
                .map(option -> new Choice(String.valueOf(option.topic()), option.label()))
                .toList();
    }
}
