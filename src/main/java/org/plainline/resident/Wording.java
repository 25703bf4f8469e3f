package org.plainline.resident;

import java.text.MessageFormat;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;

/** The service's own words, from {@code messages/<part>_<language>.properties}, the same keys in both languages. */
public final class Wording {
    private final Properties chinese;
    private final Properties english;
    private final String part;

    private Wording(String part) {
        this.part = part;
        this.chinese = MessageFiles.read("messages/" + part + "_zh.properties");
        this.english = MessageFiles.read("messages/" + part + "_en.properties");
        if (!chinese.keySet().equals(english.keySet())) {
            throw new IllegalStateException("messages/" + part + "_zh and _en must have the same keys; differing: "
                    + MessageFiles.difference(chinese, english));
        }
    }

    /**
     * @param part such as {@code conversation} or {@code voice}
     * @throws IllegalStateException when a file is missing or the two languages do not have the same keys
     */
    public static Wording of(String part) {
        return new Wording(part);
    }

    public boolean has(String key) {
        return chinese.containsKey(key);
    }

    /**
     * @param arguments values for {@code {0}}, {@code {1}} …; without any the text is taken as it stands
     * @throws MissingResourceException for a key that is in neither file
     */
    public String say(Language language, String key, Object... arguments) {
        String text = (language == Language.ZH ? chinese : english).getProperty(key);
        if (text == null) {
            throw new MissingResourceException("No wording for " + key + " in messages/" + part, part, key);
        }
        return arguments.length == 0 ? text : new MessageFormat(text, language.locale()).format(arguments);
    }

    /** A wording with several alternatives separated by {@code |}, trimmed. */
    public List<String> alternatives(Language language, String key) {
        return List.of(say(language, key).split("\\s*\\|\\s*"));
    }
}
