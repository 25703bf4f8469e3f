package org.plainline.knowledge;

import java.util.regex.Pattern;
import org.plainline.resident.Language;

/** What an answer rests on can be named in a text message and looked up. */
final class SourcesRule implements ArticleRule {
    private static final int CHINESE_CITE = 14;
    private static final int ENGLISH_CITE = 34;
    private static final Pattern DATE = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?");
    private static final Pattern URL = Pattern.compile("https?://[^\\s/?#]+\\.[^\\s]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        for (FrontMatter source : manuscript.front().records("sources")) {
            source.text("cite").ifPresent(cite -> checkCite(cite, manuscript.language(), findings));
            demand(source, "date", DATE, "must be YYYY-MM-DD or YYYY-MM", findings);
            demand(source, "url", URL, "must be a web address", findings);
            if (manuscript.language() == Language.EN
                    && hasChineseTitle(source)
                    && source.text("english").isEmpty()) {
                findings.add(source.line(), "missing-key", "'english' is missing: the source's name in English");
            }
        }
    }

    private static void checkCite(Written cite, Language language, Findings findings) {
        int most = language == Language.ZH ? CHINESE_CITE : ENGLISH_CITE;
        if (cite.length() > most) {
            findings.add(cite.line(), "cite", "has " + cite.length() + " characters, at most " + most);
        }
        if (language == Language.EN) {
            PlainSms.firstForeign(cite.text())
                    .ifPresent(foreign ->
                            findings.add(cite.line(), "cite", "'" + foreign + "' is not in the SMS alphabet"));
        }
    }

    private static void demand(FrontMatter source, String key, Pattern pattern, String message, Findings findings) {
        source.text(key)
                .filter(value -> !pattern.matcher(value.text()).matches())
                .ifPresent(value -> findings.add(value.line(), key, "'" + value.text() + "' " + message));
    }

    private static boolean hasChineseTitle(FrontMatter source) {
        return source.text("title")
                .filter(title -> HAN.matcher(title.text()).find())
                .isPresent();
    }
}
