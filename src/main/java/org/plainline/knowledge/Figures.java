package org.plainline.knowledge;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;

/** The numbers of a text: amounts, days, ages, months and phone numbers, in whichever way they are written. */
final class Figures {
    private static final String UNIT = "天|日|个?工作日|个?月|年|周|元|块|岁|倍|次|小时|分钟|个人|口人|%|％";

    private static final Pattern THOUSANDS = Pattern.compile(",(?<=\\d,)(?=\\d{3})");
    private static final Pattern DIGITS = Pattern.compile("(\\d+(?:\\.\\d+)?)([百千万亿]+| thousand| million)?");
    private static final Pattern CHINESE = Pattern.compile("(?<![\\d百千万亿])[零一二两三四五六七八九十百千万]+");
    private static final Pattern CHINESE_WITH_UNIT =
            Pattern.compile("(?<![\\d零一二两三四五六七八九十百千万第])([零一二两三四五六七八九十百千万]+)(?=" + UNIT + ")");
    private static final Pattern ENGLISH = Pattern.compile("\\b[a-z]{3,9}(?: hundred| thousand| million)?\\b");
    private static final Pattern ENGLISH_WITH_UNIT =
            Pattern.compile("\\b[a-z]{3,9}(?= (?:working )?(?:days?|weeks?|months?|years?|yuan|hours?|times)\\b)");

    private Figures() {}

    /** What a listener would take for a fact: digits, and words for numbers before a unit; "one" and 一 aside. */
    static Set<BigDecimal> stated(Collection<Written> texts, Language language) {
        return in(texts, language == Language.ZH ? CHINESE_WITH_UNIT : ENGLISH_WITH_UNIT);
    }

    /** All that can be read as a number, so that 三天 or "three days" carries a stated 3. */
    static Set<BigDecimal> all(Collection<Written> texts, Language language) {
        return in(texts, language == Language.ZH ? CHINESE : ENGLISH);
    }

    /** Numbers that only the first has, written out in their order. */
    static List<String> missing(Set<BigDecimal> from, Set<BigDecimal> in) {
        return from.stream()
                .filter(figure -> !in.contains(figure))
                .map(BigDecimal::toPlainString)
                .toList();
    }

    /** Only what is written in digits: all that most texts need, and much faster. */
    static Set<BigDecimal> digits(Collection<Written> texts) {
        return in(texts, null);
    }

    private static Set<BigDecimal> in(Collection<Written> texts, @Nullable Pattern words) {
        String text = folded(texts.stream().map(Written::text).collect(Collectors.joining("\n")));
        Set<BigDecimal> figures = new TreeSet<>();
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            figures.add(plain(new BigDecimal(digits.group(1)).multiply(NumberWords.scale(digits.group(2)))));
        }
        if (words != null) {
            words.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .flatMap(word -> NumberWords.value(word).stream())
                    .forEach(number -> figures.add(plain(number)));
        }
        figures.remove(BigDecimal.ONE);
        return figures;
    }

    private static String folded(String text) {
        String plain = Normalizer.isNormalized(text, Form.NFKC) ? text : Normalizer.normalize(text, Form.NFKC);
        return THOUSANDS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** 1.50 and 1.5 are the same number. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
