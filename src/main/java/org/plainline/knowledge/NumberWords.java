package org.plainline.knowledge;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a number written in words is worth. */
final class NumberWords {
    private static final List<String> TO_TWENTY = List.of(
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                            + " seventeen eighteen nineteen twenty")
                    .split(" "));
    private static final List<String> TENS = List.of("thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final List<String> MONTHS =
            List.of("january february march april may june july august september october november december".split(" "));
    private static final String CHINESE_DIGITS = "零一二三四五六七八九";

    private static final Map<String, Integer> ENGLISH = english();

    private NumberWords() {}

    /** Empty for what is no number after all. */
    static Optional<BigDecimal> value(String words) {
        int space = words.indexOf(' ');
        Integer english = ENGLISH.get(space < 0 ? words : words.substring(0, space));
        if (english != null) {
            return Optional.of(BigDecimal.valueOf(english).multiply(scale(space < 0 ? null : words.substring(space))));
        }
        return words.isEmpty() || words.charAt(0) < '\u3000' ? Optional.empty() : Optional.of(chinese(words));
    }

    /** 万 after digits makes 1.5 fifteen thousand; nothing after them leaves them as they are. */
    static BigDecimal scale(@Nullable String units) {
        if (units == null) {
            return BigDecimal.ONE;
        }
        if (units.startsWith(" ")) {
            return BigDecimal.valueOf(
                    switch (units) {
                        case " million" -> 1_000_000;
                        case " thousand" -> 1_000;
                        default -> 100;
                    });
        }
        long scale = 1;
        for (int i = 0; i < units.length(); i++) {
            scale *= unit(units.charAt(i));
        }
        return BigDecimal.valueOf(scale);
    }

    private static BigDecimal chinese(String words) {
        long total = 0;
        long section = 0;
        long digit = 0;
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i) == '两' ? '二' : words.charAt(i);
            int value = CHINESE_DIGITS.indexOf(character);
            if (value >= 0) {
                digit = value;
            } else if (unit(character) < 10_000) {
                section += Math.max(1, digit) * unit(character);
                digit = 0;
            } else {
                total += Math.max(1, section + digit) * unit(character);
                section = 0;
                digit = 0;
            }
        }
        return BigDecimal.valueOf(total + section + digit);
    }

    private static long unit(char character) {
        return switch (character) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 1;
        };
    }

    private static Map<String, Integer> english() {
        Map<String, Integer> words = new HashMap<>();
        TO_TWENTY.forEach(word -> words.put(word, TO_TWENTY.indexOf(word)));
        TENS.forEach(word -> words.put(word, 30 + 10 * TENS.indexOf(word)));
        MONTHS.forEach(month -> words.put(month, 1 + MONTHS.indexOf(month)));
        // Every article says that something may be.
        words.remove("may");
        words.put("twice", 2);
        words.put("hundred", 100);
        return words;
    }
}
