package org.plainline.knowledge;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainline.resident.Language;

/** The numbers of a text: amounts, days, ages, months and phone numbers, in whichever way they are written. */
final class Figures {
    private static final String UNIT = "天|日|个?工作日|个?月|年|周|元|块|岁|倍|次|小时|分钟|个人|口人|%|％";

    private static final Pattern DIGITS = Pattern.compile("(\\d+(?:\\.\\d+)?)([百千万亿]+| thousand| million)?");
    private static final Pattern CHINESE = Pattern.compile("[零一二两三四五六七八九十百千万]+");
    private static final Pattern CHINESE_WITH_UNIT =
            Pattern.compile("(?<![零一二两三四五六七八九十百千万第])([零一二两三四五六七八九十百千万]+)(?=" + UNIT + ")");
    private static final Pattern ENGLISH_WITH_UNIT = Pattern.compile("\\b(" + NumberWords.ALTERNATIVES
            + ") (?=(?:working )?(?:days?|weeks?|months?|years?|yuan|hours?|times)\\b)");
    private static final Pattern ENGLISH = Pattern.compile("\\b(" + NumberWords.ALTERNATIVES + ")\\b");

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

    private static Set<BigDecimal> in(Collection<Written> texts, Pattern words) {
        Set<BigDecimal> figures = new HashSet<>();
        for (Written written : texts) {
            String text = Normalizer.normalize(written.text(), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("(?<=\\d),(?=\\d{3})", "");
            Matcher digits = DIGITS.matcher(text);
            while (digits.find()) {
                figures.add(plain(new BigDecimal(digits.group(1)).multiply(NumberWords.scale(digits.group(2)))));
            }
            Matcher spelt = words.matcher(text);
            while (spelt.find()) {
                NumberWords.value(spelt.group()).map(Figures::plain).ifPresent(figures::add);
            }
        }
        figures.remove(BigDecimal.ONE);
        return new TreeSet<>(figures);
    }

    /** 1.50 and 1.5 are the same number. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
