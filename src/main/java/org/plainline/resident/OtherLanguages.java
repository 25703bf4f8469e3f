package org.plainline.resident;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;
import org.jspecify.annotations.Nullable;

/**
 * What to say in a language that is neither Chinese nor English, or in Chinese without its characters: a sentence of
 * {@code messages/other-languages.properties}. Many scripts belong to one language here; a model tells the languages of
 * the others apart, which is loaded when the first of them comes. Safe for all threads.
 */
public final class OtherLanguages {
    private static final Map<UnicodeScript, String> ONE_LANGUAGE = Map.of(
            UnicodeScript.HANGUL, "ko",
            UnicodeScript.TIBETAN, "bo",
            UnicodeScript.MYANMAR, "my",
            UnicodeScript.THAI, "th",
            UnicodeScript.DEVANAGARI, "hi");

    /** The model's codes have three letters. */
    private static final Map<UnicodeScript, Map<String, String>> SEVERAL_LANGUAGES = Map.of(
            UnicodeScript.ARABIC, Map.of("ara", "ar", "pes", "fa", "urd", "ur"),
            UnicodeScript.CYRILLIC, Map.of("rus", "ru", "kaz", "kk", "mon", "mn"),
            UnicodeScript.LATIN,
                    Map.of(
                            "deu", "de", "spa", "es", "fra", "fr", "ind", "id", "por", "pt", "tgl", "tl", "vie", "vi",
                            "eng", "en"));

    /** The model does not know Uyghur, and none of the others has these letters. */
    private static final Pattern UYGHUR = Pattern.compile("[ۇۋڭېۈ]");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");

    /** What Chinese in Latin letters is called among the sentences. */
    private static final String PINYIN = "pinyin";

    private static final String SYLLABLE = "(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])"
            + "(?:[iu]ang|iong|[aeio]ng|ia[on]|ua[in]|van|a[ion]|[eu]i|ou|i[eua]|[uv]e|er|[eiuv]n|u[ao]|[aoeiuv])"
            + "|[ae]ng|a[ino]|e[inr]|ou|[aoe])";
    private static final Pattern SYLLABLES = Pattern.compile(SYLLABLE + "{1,4}");

    /** Hardly any other language has so many words of one syllable, or these letters. */
    private static final Pattern LIKE_PINYIN = Pattern.compile(SYLLABLE + "|.*[qxz].*");

    /** Fewer words in Latin letters may be names or slips, which look like any language. */
    private static final int WORDS = 3;

    /**
     * How likely English may be at most beside the likeliest other language. Of 7,944 questions in English, among them
     * hasty and misheard ones, four of three words or more are below, each of which names something of ours.
     */
    private static final double ENGLISH = 0.85;

    private final Properties sentences = MessageFiles.read("messages/other-languages.properties");
    private @Nullable LanguageDetector loaded;

    /** Empty for Chinese and English, and for what is not told with some certainty. */
    public Optional<String> sentence(String text) {
        return language(text).map(sentences::getProperty);
    }

    private Optional<String> language(String text) {
        Map<UnicodeScript, Long> letters = text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0L) + letters.getOrDefault(UnicodeScript.KATAKANA, 0L);
        if (kana > 0 && kana * 2 >= letters.getOrDefault(UnicodeScript.HAN, 0L)) {
            return Optional.of("ja");
        }
        UnicodeScript script = letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
        if (letters.containsKey(UnicodeScript.HAN) || (script == UnicodeScript.LATIN && words(text) < WORDS)) {
            return Optional.empty();
        }
        return Optional.ofNullable(ONE_LANGUAGE.get(script))
                .or(() -> Optional.ofNullable(SEVERAL_LANGUAGES.get(script)).flatMap(codes -> detected(text, codes)));
    }

    private static long words(String text) {
        return WORD.matcher(text).results().count();
    }

    private Optional<String> detected(String text, Map<String, String> codes) {
        if (UYGHUR.matcher(text).find()) {
            return Optional.of("ug");
        }
        Map<String, Double> likely = Arrays.stream(detector().predictLanguages(text))
                .filter(language -> codes.containsKey(language.getLang()))
                .collect(Collectors.toMap(
                        language -> Objects.requireNonNull(codes.get(language.getLang())),
                        opennlp.tools.langdetect.Language::getConfidence));
        double english = Optional.ofNullable(likely.remove("en")).orElse(0.0);
        return likely.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .filter(best -> english <= ENGLISH * best.getValue())
                .map(best -> isPinyin(text) ? PINYIN : best.getKey());
    }

    /** The model knows it by no name, and takes it for Vietnamese or Tagalog. */
    private static boolean isPinyin(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        long like = words.stream()
                .filter(word -> LIKE_PINYIN.matcher(word).matches())
                .count();
        return 2 * like >= words.size()
                && words.stream().allMatch(word -> SYLLABLES.matcher(word).matches());
    }

    /** Takes half a second the first time. */
    private synchronized LanguageDetector detector() {
        if (loaded == null) {
            try (InputStream model =
                    Objects.requireNonNull(OtherLanguages.class.getResourceAsStream("/langdetect-183.bin"))) {
                loaded = new ThreadSafeLanguageDetectorME(new LanguageDetectorModel(model));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The model of languages cannot be read", unreadable);
            }
        }
        return loaded;
    }
}
