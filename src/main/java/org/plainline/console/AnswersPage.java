package org.plainline.console;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.answering.Explanation;
import org.plainline.answering.Question;
import org.plainline.conversation.Conversations;
import org.plainline.conversation.Miss;
import org.plainline.conversation.Misses;
import org.plainline.conversation.Utterance;
import org.plainline.resident.Channel;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** For editors: what would be answered to a text and why, and what residents were not answered. */
@Controller
class AnswersPage {
    private static final int LONGEST = 1_600;
    private static final int SHOWN_MATCHES = 5;
    private static final int SHOWN_MISSES = 100;

    private final Conversations conversations;
    private final Answers answers;
    private final Misses misses;
    private final TimeWords times;

    AnswersPage(Conversations conversations, Answers answers, Misses misses, TimeWords times) {
        this.conversations = conversations;
        this.answers = answers;
        this.misses = misses;
        this.times = times;
    }

    /** A line of the list. */
    record Missed(Miss miss, String at) {}

    @GetMapping("/console/answers")
    Rendering answers(
            @RequestParam @Nullable String text,
            @RequestParam @Nullable String channel,
            @RequestParam @Nullable String after,
            @ModelAttribute("words") Words words) {
        String asked = Typed.text(text).strip();
        String said = asked.substring(0, Math.min(LONGEST, asked.length()));
        Channel over = channel(channel);
        List<Answer.Offer> articles = articles(words);
        String open = articles.stream()
                .map(Answer.Offer::topic)
                .filter(topic -> topic.equals(after))
                .findFirst()
                .orElse(null);
        Map<String, Object> model = new HashMap<>(Map.of(
                "here",
                "/console/answers",
                "text",
                said,
                "channel",
                over,
                "channels",
                Channel.values(),
                "articles",
                articles,
                "misses",
                missed(words)));
        model.put("after", open);
        if (!said.isEmpty()) {
            Explanation why = answers.explain(new Question(said, null, over, open, null));
            model.put("why", why);
            model.put("matches", why.matches().stream().limit(SHOWN_MATCHES).toList());
            model.put(
                    "reply",
                    conversations.preview(
                            new Utterance(UUID.randomUUID().toString(), over, "console", null, said, null), open));
        }
        return Rendering.view("console/answers").model(model).build();
    }

    /** By title, in the reader's language. */
    private List<Answer.Offer> articles(Words words) {
        return answers.all(words.language()).stream()
                .sorted(Comparator.comparing(
                        Answer.Offer::title,
                        Collator.getInstance(words.language().locale())))
                .toList();
    }

    private List<Missed> missed(Words words) {
        return misses.newest(SHOWN_MISSES).stream()
                .map(miss -> new Missed(miss, times.at(words, miss.at())))
                .toList();
    }

    private static Channel channel(@Nullable String code) {
        try {
            return Channel.of(Typed.text(code));
        } catch (IllegalArgumentException other) {
            return Channel.SMS;
        }
    }
}
