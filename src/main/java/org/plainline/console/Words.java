package org.plainline.console;

import org.plainline.resident.Language;
import org.plainline.resident.Wording;

/** The console's words in the reader's language, for pages to say. */
record Words(Wording wording, Language language) {
    public String say(String key, Object... arguments) {
        return wording.say(language, key, arguments);
    }

    public String lang() {
        return language == Language.ZH ? "zh-Hans" : "en";
    }

    public boolean speaks(String code) {
        return language.code().equals(code);
    }
}
