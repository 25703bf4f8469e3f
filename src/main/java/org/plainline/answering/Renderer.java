package org.plainline.answering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.plainline.answering.Answer.Citation;
import org.plainline.answering.Answer.Part;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.Review;
import org.plainline.knowledge.Section;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.SmsLength;
import org.plainline.resident.Wording;

/**
 * Puts approved text into the shape of a channel. It adds who speaks, the source and the way on, and changes no word.
 */
final class Renderer {
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private static final Pattern PHONE_NUMBER = Pattern.compile("(?<!\\d)\\d{7,}(?!\\d)");

    private static final int MOST_PARTS = 2;
    /** Nobody reads a fourth. */
    private static final int MOST_TEXTS = 3;

    /** Each article on each channel, and some in the words of several places. */
    private static final int RENDERINGS_KEPT = 2_000;

    private record Rendering(Article article, Channel channel, LocalDate day) {}

    private final Wording wording;
    private final Cache<Rendering, Answer> rendered =
            Caffeine.newBuilder().maximumSize(RENDERINGS_KEPT).build();

    Renderer(Wording wording) {
        this.wording = wording;
    }

    /**
     * The answer; one that is overdue for review says so and asks to confirm it, one that is long overdue is withheld.
     */
    Answer answer(Article article, Channel channel, double confidence, LocalDate today) {
        Answer answer = rendered.get(new Rendering(article, channel, today), this::render);
        return answer instanceof Answer.Grounded grounded ? grounded.with(confidence) : answer;
    }

    private Answer render(Rendering rendering) {
        Article article = rendering.article();
        Review review = article.reviewOn(rendering.day());
        return review == Review.LAPSED
                ? new Answer.Withheld(article.language(), article.topic(), article.need(), day(article))
                : grounded(article, rendering.channel(), review == Review.OVERDUE);
    }

    private Answer.Grounded grounded(Article article, Channel channel, boolean overdue) {
        return new Answer.Grounded(
                article.language(),
                article.topic(),
                article.title(),
                article.need(),
                paragraphs(article, channel, overdue),
                channel == Channel.CHAT ? parts(article) : List.of(),
                bring(article),
                new Citation(
                        title(article),
                        article.mainSource().url(),
                        article.reviewedOn().toString()),
                0);
    }

    private List<String> paragraphs(Article article, Channel channel, boolean overdue) {
        return switch (channel) {
            case SMS -> List.of(sms(article, overdue));
            case VOICE -> spoken(article, overdue);
            case CHAT ->
                Stream.of(
                                Optional.of(article.shortAnswer()),
                                Optional.ofNullable(article.local()),
                                Optional.of(day(article))
                                        .filter(_ -> overdue)
                                        .map(day -> wording.say(article.language(), "overdue.chat", day)))
                        .flatMap(Optional::stream)
                        .toList();
        };
    }

    String sms(Article article) {
        return sms(article, false);
    }

    /** With what the place has set where that fits: a third part may arrive first, or not at all. */
    private String sms(Article article, boolean overdue) {
        return Optional.ofNullable(article.local())
                .map(local -> wording.say(article.language(), "answer.local", article.shortAnswer(), local))
                .map(text -> sms(article, text, overdue))
                .filter(message -> SmsLength.fits(message, MOST_PARTS))
                .orElseGet(() -> sms(article, article.shortAnswer(), overdue));
    }

    private String sms(Article article, String text, boolean overdue) {
        if (overdue) {
            // When it was checked matters more now than what it rests on or what to bring: two parts hold no more.
            return wording.say(article.language(), "overdue.sms", text, day(article));
        }
        return wording.say(
                article.language(),
                bring(article).isEmpty() ? "answer.sms" : "answer.sms.more",
                text,
                article.mainSource().cite(),
                checked(article));
    }

    /** What the place has set comes second: after what it is about, and before a listener has heard enough. */
    private List<String> spoken(Article article, boolean overdue) {
        List<String> chunks = new ArrayList<>(article.spoken());
        if (article.local() != null) {
            chunks.add(1, digitByDigit(article.local()));
        }
        String cite = article.mainSource().cite();
        chunks.add(
                overdue
                        ? wording.say(article.language(), "overdue.voice", cite, day(article))
                        : wording.say(article.language(), "answer.voice.source", cite, checked(article)));
        return chunks;
    }

    /** A telephone number would be read as millions; no sum has that many digits. */
    private static String digitByDigit(String text) {
        return PHONE_NUMBER
                .matcher(text)
                .replaceAll(found -> String.join(" ", found.group().split("")));
    }

    /** In English the document's English name, where it has one. */
    private static String title(Article article) {
        String english = article.mainSource().english();
        return article.language() == Language.EN && english != null
                ? english
                : article.mainSource().title();
    }

    private static List<Part> parts(Article article) {
        return article.sections().stream().map(Renderer::part).toList();
    }

    private static Part part(Section section) {
        return new Part(
                section.kind().name(),
                section.heading(),
                HTML.render(MARKDOWN.parse(section.markdown())).strip());
    }

    /** The whole list of what to bring, or nothing: half a list would send somebody home for a paper. */
    private List<String> bring(Article article) {
        List<String> things = article.section(Section.Kind.BRING)
                .markdown()
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2).replaceAll("[。.;;]$", "").strip())
                .map(thing -> article.language() == Language.EN ? withoutHan(thing) : thing)
                .toList();
        List<String> texts = new ArrayList<>();
        int next = 0;
        while (next < things.size()) {
            int end = things.size();
            while (end > next && !SmsLength.fits(listed(article, things, next, end), MOST_PARTS)) {
                end--;
            }
            if (end == next || texts.size() == MOST_TEXTS) {
                return List.of();
            }
            texts.add(listed(article, things, next, end));
            next = end;
        }
        return texts;
    }

    /** A single Chinese character more than halves what a text message holds; the page shows them. */
    private static String withoutHan(String text) {
        return text.replaceAll("\\p{IsHan}+(, )?", "").replaceAll(" ?\\( ?\\)", "");
    }

    /** The last text says how to go on, those before that there is more. */
    private String listed(Article article, List<String> things, int from, int to) {
        String separator = article.language() == Language.ZH ? "；" : "; ";
        return wording.say(
                article.language(),
                to == things.size() ? "bring.sms" : "bring.sms.more",
                String.join(separator, things.subList(from, to)));
    }

    private String checked(Article article) {
        return reviewed(article, "checked.pattern");
    }

    private String day(Article article) {
        return reviewed(article, "checked.day.pattern");
    }

    private String reviewed(Article article, String pattern) {
        return DateTimeFormatter.ofPattern(
                        wording.say(article.language(), pattern),
                        article.language().locale())
                .format(article.reviewedOn());
    }
}
