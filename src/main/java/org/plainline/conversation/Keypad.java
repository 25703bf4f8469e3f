package org.plainline.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The only syntax a resident ever needs: a single digit, however it is written. */
final class Keypad {
    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("一", "1"),
            Map.entry("二", "2"),
            Map.entry("三", "3"),
            Map.entry("四", "4"),
            Map.entry("第一个", "1"),
            Map.entry("头一个", "1"),
            Map.entry("第二个", "2"),
            Map.entry("第三个", "3"),
            Map.entry("first", "1"),
            Map.entry("thefirst", "1"),
            Map.entry("thefirstone", "1"),
            Map.entry("second", "2"),
            Map.entry("thesecond", "2"),
            Map.entry("thesecondone", "2"),
            Map.entry("third", "3"),
            Map.entry("thethird", "3"),
            Map.entry("thethirdone", "3"),
            Map.entry("零", "0"),
            Map.entry("〇", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("zero", "0"),
            Map.entry("o", "0"));

    private Keypad() {}

    /**
     * The digit meant by {@code 1}, {@code １}, {@code "1."}, {@code 一}, {@code one}, {@code 回1}; empty for anything
     * else.
     */
    static Optional<String> digit(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("^(回复?|按|选|press|reply)", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
        if (plain.matches("\\d")) {
            return Optional.of(plain);
        }
        return Optional.ofNullable(WRITTEN.get(plain));
    }
}
