package org.plainline.resident;

import java.util.Locale;

/** The languages in which the service answers. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** ISO 639-1 code, {@code zh} or {@code en}. */
    public String code() {
        return locale.getLanguage();
    }

    /**
     * @param code a BCP 47 tag such as {@code zh}, {@code zh-CN} or {@code EN}
     * @throws IllegalArgumentException for any other language
     */
    public static Language of(String code) {
        return switch (Locale.forLanguageTag(code.strip()).getLanguage()) {
            case "zh", "cmn", "yue" -> ZH;
            case "en" -> EN;
            default -> throw new IllegalArgumentException("Language must be zh or en");
        };
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }
}
