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
import org.jspecify.annotations.Nullable;
import org.plainline.answering.Answer.Citation;
import org.plainline.answering.Answer.Part;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.ReadAloud;
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

    private static final Pattern BULLET = Pattern.compile("^- ");

    /** Each article on each channel, and some by the section or in the words of several places. */
    private static final int RENDERINGS_KEPT = 4_000;

    private record Rendering(Article article, Section.@Nullable Kind section, Channel channel, LocalDate day) {}

    private final Wording wording;
    private final Cache<Rendering, Answer> rendered =
            Caffeine.newBuilder().maximumSize(RENDERINGS_KEPT).build();

    Renderer(Wording wording) {
        this.wording = wording;
    }

    /**
     * The answer; one that is overdue for review says so and asks to confirm it, one that is long overdue is withheld.
     *
     * @param section the only one that is wanted; null for the article as a whole
     */
    Answer answer(Article article, Section.@Nullable Kind section, Channel channel, LocalDate today) {
        return rendered.get(new Rendering(article, section, channel, today), this::render);
    }

    private Answer render(Rendering rendering) {
        Article article = rendering.article();
        Review review = article.reviewOn(rendering.day());
        return review == Review.LAPSED
                ? new Answer.Withheld(article.language(), article.topic(), article.need(), day(article))
                : grounded(article, rendering.section(), rendering.channel(), review == Review.OVERDUE);
    }

    private Answer.Grounded grounded(Article article, Section.@Nullable Kind only, Channel channel, boolean overdue) {
        // None for a section that is too long for text messages.
        Optional<List<String>> told = Optional.ofNullable(only)
                .map(section -> paragraphs(article, article.section(section), channel, overdue))
                .filter(paragraphs -> !paragraphs.isEmpty());
        return new Answer.Grounded(
                article.language(),
                article.topic(),
                article.title(),
                article.need(),
                told.orElseGet(() -> paragraphs(article, channel, overdue)),
                channel == Channel.CHAT ? parts(article, only) : List.of(),
                bring(article),
                new Citation(
                        title(article),
                        article.mainSource().url(),
                        article.reviewedOn().toString()),
                only == null || told.isEmpty() ? null : only.code(),
                1);
    }

    private List<String> paragraphs(Article article, Channel channel, boolean overdue) {
        return switch (channel) {
            case SMS -> List.of(sms(article, overdue));
            case VOICE -> spoken(article, overdue);
            case CHAT ->
                withDay(
                        Stream.concat(Stream.of(article.shortAnswer()), Stream.ofNullable(article.local())),
                        article,
                        overdue);
        };
    }

    /** Of one section; none when it is too long for the channel. */
    private List<String> paragraphs(Article article, Section section, Channel channel, boolean overdue) {
        return switch (channel) {
            case SMS -> texts(article, section, overdue);
            case VOICE -> {
                List<String> sentences = Stream.concat(
                                Stream.of(heading(article, section)), section.sentences().stream())
                        .toList();
                yield withSource(ReadAloud.pieces(sentences, article.language()).stream(), article, overdue);
            }
            case CHAT ->
                withDay(
                        Stream.concat(
                                Stream.of(heading(article, section)),
                                section.markdown()
                                        .lines()
                                        .filter(line -> !line.isBlank())
                                        .map(line -> BULLET.matcher(line).replaceFirst("· "))),
                        article,
                        overdue);
        };
    }

    /** Which article it is of, too: somebody may have turned to another one without being understood. */
    private String heading(Article article, Section section) {
        return wording.say(article.language(), "section", article.name(), section.heading());
    }

    private List<String> withDay(Stream<String> paragraphs, Article article, boolean overdue) {
        return Stream.concat(
                        paragraphs,
                        Stream.of(day(article))
                                .filter(_ -> overdue)
                                .map(day -> wording.say(article.language(), "overdue.chat", day)))
                .toList();
    }

    /** Steps keep their numbers, other lists have no marks. */
    private List<String> texts(Article article, Section section, boolean overdue) {
        String stop = isChinese(article) ? "。" : ".";
        String comma = isChinese(article) ? "；" : ";";
        List<String> sentences = new ArrayList<>(List.of(Section.ended(heading(article, section), stop)));
        section.sentences()
                .forEach(sentence -> sentences.add(Section.ended(
                        forTexting(article, BULLET.matcher(sentence).replaceFirst("")), comma)));
        sentences.set(sentences.size() - 1, sentences.getLast().replaceFirst("[；;]$", stop));
        return TextMessages.of(sentences, (some, isLast) -> {
            String text = String.join(isChinese(article) ? "" : " ", some);
            return isLast ? sms(article, text, false, overdue) : wording.say(article.language(), "section.more", text);
        });
    }

    private static boolean isChinese(Article article) {
        return article.language() == Language.ZH;
    }

    /** A single Chinese character more than halves what a text message holds; the page shows them. */
    private static String forTexting(Article article, String text) {
        return isChinese(article) ? text : ReadAloud.withoutHan(text);
    }

    String sms(Article article) {
        return sms(article, false);
    }

    /** With what the place has set where that fits: a third part may arrive first, or not at all. */
    private String sms(Article article, boolean overdue) {
        boolean hasList = !bring(article).isEmpty();
        return Optional.ofNullable(article.local())
                .map(local -> wording.say(article.language(), "answer.local", article.shortAnswer(), local))
                .map(text -> sms(article, text, hasList, overdue))
                .filter(message -> SmsLength.fits(message, TextMessages.MOST_PARTS))
                .orElseGet(() -> sms(article, article.shortAnswer(), hasList, overdue));
    }

    /** @param offersList whether what to bring can be asked for next */
    private String sms(Article article, String text, boolean offersList, boolean overdue) {
        if (overdue) {
            // When it was checked matters more now than what it rests on or what to bring: two parts hold no more.
            return wording.say(article.language(), "overdue.sms", text, day(article));
        }
        return wording.say(
                article.language(),
                offersList ? "answer.sms.more" : "answer.sms",
                text,
                article.mainSource().cite(),
                checked(article));
    }

    /** What the place has set comes second: after what it is about, and before a listener has heard enough. */
    private List<String> spoken(Article article, boolean overdue) {
        List<String> chunks = new ArrayList<>(article.spoken());
        if (article.local() != null) {
            chunks.add(1, ReadAloud.digitByDigit(article.local()));
        }
        return withSource(chunks.stream(), article, overdue);
    }

    private List<String> withSource(Stream<String> chunks, Article article, boolean overdue) {
        String cite = article.mainSource().cite();
        String source = overdue
                ? wording.say(article.language(), "overdue.voice", cite, day(article))
                : wording.say(article.language(), "answer.voice.source", cite, checked(article));
        return Stream.concat(chunks, Stream.of(source)).toList();
    }

    /** In English the document's English name, where it has one. */
    private static String title(Article article) {
        String english = article.mainSource().english();
        return article.language() == Language.EN && english != null
                ? english
                : article.mainSource().title();
    }

    /** @param said which one has been said already */
    private static List<Part> parts(Article article, Section.@Nullable Kind said) {
        return article.sections().stream()
                .filter(section -> section.kind() != said)
                .map(Renderer::part)
                .toList();
    }

    private static Part part(Section section) {
        return new Part(
                section.kind().name(),
                section.heading(),
                HTML.render(MARKDOWN.parse(section.markdown())).strip());
    }

    /** The whole list of what to bring, or nothing. */
    private List<String> bring(Article article) {
        List<String> things = article.section(Section.Kind.BRING)
                .markdown()
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2).replaceAll("[。.;;]$", "").strip())
                .map(thing -> forTexting(article, thing))
                .toList();
        String separator = isChinese(article) ? "；" : "; ";
        // The last text says how to go on, those before that there is more.
        return TextMessages.of(
                things,
                (pieces, isLast) -> wording.say(
                        article.language(), isLast ? "bring.sms" : "bring.sms.more", String.join(separator, pieces)));
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
