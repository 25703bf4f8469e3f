package org.plainline.channel.chat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.Line;
import org.plainline.conversation.Reply;
import org.plainline.conversation.Reply.Kind;
import org.plainline.conversation.Reply.Part;
import org.plainline.resident.Language;
import org.plainline.resident.Wording;

/**
 * Everything the template shows.
 *
 * @param turn names whatever will be sent from this page
 * @param asked what the box is there to answer; null when nothing was asked
 * @param reply the service's last move; null before the first word, and when it cannot be fetched
 * @param lines the talk so far, oldest first
 * @param trouble key of the sentence that says what to do now; null when all is well
 * @param draft words to keep in the box
 */
record ChatPage(
        Visit visit,
        String turn,
        @Nullable Kind asked,
        @Nullable Reply reply,
        List<Line> lines,
        @Nullable String trouble,
        String draft) {
    private static final Wording WORDS = Wording.of("page");

    static String words(Language language, String key, Object... arguments) {
        return WORDS.say(language, key, arguments);
    }

    Language language() {
        return visit.language(reply);
    }

    public String say(String key) {
        return words(language(), key);
    }

    public String lang() {
        return tag(language());
    }

    /** The language of the answer, which is not the page's when somebody has just switched. */
    public String answerLang() {
        return tag(answered().language());
    }

    public boolean answeredInOtherLanguage() {
        return reply != null && reply.language() != language();
    }

    public boolean speaks(String code) {
        return language().code().equals(code);
    }

    public String address() {
        return visit.address();
    }

    public String troubleInWords() {
        return trouble == null ? "" : words(language(), trouble, draft.length(), ChatForm.LONGEST_TEXT);
    }

    public boolean crisis() {
        return reply != null && reply.kind() == Kind.CRISIS;
    }

    /** What kind of answer this is, as its heading. */
    public String heading() {
        String key = "kind." + answered().kind().code();
        return say(WORDS.has(key) ? key : "kind");
    }

    /** Words that depend on what was asked, such as {@code prompt.ask-time}. */
    public String sayFor(String what) {
        String key = what + '.' + suffix();
        return say(WORDS.has(key) ? key : what);
    }

    /** What to write in the box; empty where nobody needs telling. */
    public String hint() {
        String key = "hint." + suffix();
        return WORDS.has(key) ? say(key) : "";
    }

    public List<String> paragraphs() {
        return answered().kind() == Kind.SILENT
                ? List.of(say("silent"))
                : answered().paragraphs();
    }

    public List<Hotline> hotlines() {
        return crisis() && !paragraphs().isEmpty() ? Hotline.in(paragraphs().getFirst()) : List.of();
    }

    /** The numbers that stay on the page whatever happens. */
    public List<Hotline> emergencyNumbers() {
        return Hotline.in(say("numbers"));
    }

    /** A digit stands on its button, for those who would rather type it. */
    public boolean isDigit(String key) {
        return key.length() == 1 && Character.isDigit(key.charAt(0));
    }

    public List<Part> bring() {
        return answered().parts().stream().filter(ChatPage::isBring).toList();
    }

    public List<Part> otherParts() {
        return answered().parts().stream().filter(part -> !isBring(part)).toList();
    }

    /** In groups of three, as people read numbers out. */
    public String reference() {
        return String.valueOf(answered().reference()).replaceAll("(\\d{3})(?=\\d)", "$1 ");
    }

    public String checked() {
        String day = answered().source() == null ? "" : answered().source().reviewedOn();
        try {
            var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(language().locale());
            return words(language(), "source.checked", LocalDate.parse(day).format(format));
        } catch (DateTimeParseException noDay) {
            return words(language(), "source.checked", day);
        }
    }

    /** What a caseworker wrote since the resident last said something: it belongs on top, not only in the log. */
    public List<Line> fromPerson() {
        int first = lines.size();
        while (first > 0 && lines.get(first - 1).speaker() == Line.Speaker.CASEWORKER) {
            first--;
        }
        return lines.subList(first, lines.size());
    }

    public String speaker(Line line) {
        return say("speaker." + line.speaker().name().toLowerCase(Locale.ROOT));
    }

    private String suffix() {
        return asked == null ? "start" : asked.code();
    }

    /** The key for a person reads as its button does: a bare 0 means nothing to somebody who never typed it. */
    public String text(Line line) {
        return line.speaker() == Line.Speaker.RESIDENT && line.text().equals("0") ? say("person") : line.text();
    }

    private Reply answered() {
        if (reply == null) {
            throw new IllegalStateException("Nothing has been said yet");
        }
        return reply;
    }

    private static boolean isBring(Part part) {
        return part.kind().equalsIgnoreCase("bring");
    }

    private static String tag(Language language) {
        return language == Language.ZH ? "zh-Hans" : "en";
    }
}
