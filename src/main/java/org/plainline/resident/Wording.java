package org.plainline.resident;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;

/** The service's own words, from {@code messages/<part>_<language>.properties}, the same keys in both languages. */
public final class Wording {
    private final Map<Language, Properties> words = new EnumMap<>(Language.class);
    private final String part;

    private Wording(String part) {
        this.part = part;
        for (Language language : Language.values()) {
            words.put(language, MessageFiles.read("messages/" + part + "_" + language.code() + ".properties"));
        }
        if (!words.get(Language.ZH).keySet().equals(words.get(Language.EN).keySet())) {
            throw new IllegalStateException("messages/" + part + "_zh and _en must have the same keys; differing: "
                    + MessageFiles.difference(words.get(Language.ZH), words.get(Language.EN)));
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
        return words.get(Language.ZH).containsKey(key);
    }

    /**
     * @param arguments values for {@code {0}}, {@code {1}} …; without any the text is taken as it stands
     * @throws MissingResourceException for a key that is in neither file
     */
    public String say(Language language, String key, Object... arguments) {
        String text = words.get(language).getProperty(key);
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
