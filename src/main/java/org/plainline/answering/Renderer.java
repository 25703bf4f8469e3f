package org.plainline.answering;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.plainline.answering.Answer.Citation;
import org.plainline.answering.Answer.Part;
import org.plainline.knowledge.Article;
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

    private final Wording wording;

    Renderer(Wording wording) {
        this.wording = wording;
    }

    Answer.Grounded grounded(Article article, Channel channel, double confidence) {
        return new Answer.Grounded(
                article.language(),
                article.topic(),
                article.title(),
                article.need(),
                paragraphs(article, channel),
                channel == Channel.CHAT ? parts(article) : List.of(),
                bring(article),
                new Citation(
                        title(article),
                        article.mainSource().url(),
                        article.reviewedOn().toString()),
                confidence);
    }

    private List<String> paragraphs(Article article, Channel channel) {
        return switch (channel) {
            case SMS -> List.of(sms(article));
            case VOICE -> spoken(article);
            case CHAT -> List.of(article.shortAnswer());
        };
    }

    String sms(Article article) {
        return wording.say(
                article.language(),
                bring(article).isEmpty() ? "answer.sms" : "answer.sms.more",
                article.shortAnswer(),
                article.mainSource().cite(),
                checked(article));
    }

    private List<String> spoken(Article article) {
        List<String> chunks = new ArrayList<>(article.spoken());
        chunks.add(wording.say(
                article.language(), "answer.voice.source", article.mainSource().cite(), checked(article)));
        return chunks;
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

    /** The whole list of what to bring as one text, or nothing: half a list would send somebody home for a paper. */
    private String bring(Article article) {
        List<String> things = article.section(Section.Kind.BRING)
                .markdown()
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2).replaceAll("[。.;;]$", "").strip())
                .toList();
        String separator = article.language() == Language.ZH ? ";" : "; ";
        String text = wording.say(article.language(), "bring.sms", String.join(separator, things));
        return things.isEmpty() || !SmsLength.fits(text, 3) ? "" : text;
    }

    private String checked(Article article) {
        return DateTimeFormatter.ofPattern(
                        wording.say(article.language(), "checked.pattern"),
                        article.language().locale())
                .format(YearMonth.from(article.reviewedOn()));
    }
}
