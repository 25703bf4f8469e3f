package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.plainline.resident.Language;

/**
 * Sentences for the ear: what was written for the eye, in pieces of at most some fifteen seconds. List marks are not
 * said, nor Chinese characters amid English, nor what a bracket in the middle of a Chinese sentence explains; every
 * other bracket becomes a pause.
 */
public final class ReadAloud {
    /** No sum has so many digits. */
    private static final Pattern PHONE_NUMBER = Pattern.compile("(?<!\\d)\\d{7,}(?!\\d)");

    /** Those of emergency and service lines have three or five digits, as many as a sum. */
    private static final Pattern HOTLINE = Pattern.compile("(?<![\\d.,第])(?:11[09]|12[02]|12[13]\\d{2}|96110)(?![\\d%])"
            + "(?![.,] ?\\d| ?(?:元|块|度|天|个|人|户|条|岁|分|斤|公斤|立方|平|到|至|(?:yuan|days|people|kilo|of|to)\\b))");

    private static final Pattern LIST_MARK = Pattern.compile("^\\s*(?:- |\\d+\\. )");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+(?:[、，, ]+)?");
    private static final Pattern EMPTY_BRACKET = Pattern.compile(" ?\\( ?\\)");
    private static final Pattern MIDDLE_BRACKET = Pattern.compile("（[^）]{2,}）(?=[\\p{L}“])");
    private static final Pattern SHORT_BRACKET = Pattern.compile("（([^）])）");
    private static final Pattern BRACKET = Pattern.compile("\\s*[(（]([^)）]*)[)）]");
    private static final Pattern PAUSE_BEFORE_MARK = Pattern.compile("[,，](?=[,.;:!?，。；：！？]|$)");

    private ReadAloud() {}

    /** As many whole sentences to a piece as fit into it. */
    public static List<String> pieces(List<String> sentences, Language language) {
        List<String> pieces = new ArrayList<>();
        sentences.forEach(sentence -> add(spoken(sentence, language), pieces, language));
        return pieces;
    }

    private static void add(String sentence, List<String> pieces, Language language) {
        String longer =
                pieces.isEmpty() ? sentence : pieces.getLast() + (language == Language.ZH ? "" : " ") + sentence;
        if (!pieces.isEmpty() && SpokenRule.fits(longer, language)) {
            pieces.set(pieces.size() - 1, longer);
        } else {
            pieces.add(sentence);
        }
    }

    private static String spoken(String sentence, Language language) {
        String words = LIST_MARK.matcher(sentence).replaceFirst("").strip();
        String said = pauses(language == Language.ZH ? withoutExplanations(words) : withoutHan(words), language);
        return digitByDigit(HOTLINE, digitByDigit(Section.ended(said, language == Language.ZH ? "。" : ".")));
    }

    /** Long telephone numbers only: they would be read as millions. */
    public static String digitByDigit(String text) {
        return digitByDigit(PHONE_NUMBER, text);
    }

    private static String digitByDigit(Pattern number, String text) {
        return number.matcher(text)
                .replaceAll(found -> String.join(" ", found.group().split("")));
    }

    private static String withoutExplanations(String words) {
        return SHORT_BRACKET
                .matcher(MIDDLE_BRACKET.matcher(words).replaceAll(""))
                .replaceAll("$1");
    }

    /** As in English text messages. */
    public static String withoutHan(String words) {
        return EMPTY_BRACKET.matcher(HAN.matcher(words).replaceAll("")).replaceAll("");
    }

    private static String pauses(String words, Language language) {
        String pause = language == Language.ZH ? "，" : ", ";
        String paused = BRACKET.matcher(words).replaceAll(pause + "$1" + pause.strip());
        return PAUSE_BEFORE_MARK.matcher(paused).replaceAll("").strip();
    }
}
