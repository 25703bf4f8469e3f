package org.plainline.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainline.knowledge.FrontMatter.Entry;
import org.plainline.knowledge.FrontMatter.Value;

/** Every key is known, of its shape and not empty, and none is missing. */
final class KeysRule implements ArticleRule {
    private static final Map<String, Class<? extends Value>> ARTICLE = new Keys()
            .of(Value.Text.class, "title", "need", "short", "effective-from", "reviewed-on", "review-every")
            .of(Value.Texts.class, "questions", "words", "spoken")
            .of(Value.Records.class, "sources")
            .known();
    private static final Map<String, Class<? extends Value>> SOURCE = new Keys()
            .of(Value.Text.class, "title", "cite", "issuer", "date", "url", "supports")
            .known();
    private static final List<String> MAY_BE_LEFT_OUT = List.of("effective-to", "local");
    private static final List<String> MAY_BE_LEFT_OUT_OF_SOURCE = List.of("english", "number");

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        check(manuscript.front(), ARTICLE, MAY_BE_LEFT_OUT, findings);
        for (FrontMatter source : manuscript.front().records("sources")) {
            check(source, SOURCE, MAY_BE_LEFT_OUT_OF_SOURCE, findings);
        }
    }

    private static void check(
            FrontMatter front, Map<String, Class<? extends Value>> wanted, List<String> more, Findings findings) {
        wanted.keySet().stream()
                .filter(key -> !front.entries().containsKey(key))
                .forEach(key -> findings.add(front.line(), "missing-key", "'" + key + "' is missing"));
        front.entries().forEach((key, entry) -> {
            if (!wanted.containsKey(key) && !more.contains(key)) {
                findings.add(entry.line(), "unknown-key", "'" + key + "' is not a key of an article");
            } else {
                checkShape(key, entry, wanted.getOrDefault(key, Value.Text.class), findings);
            }
        });
    }

    private static void checkShape(String key, Entry entry, Class<? extends Value> shape, Findings findings) {
        switch (entry.value()) {
            case Value.Texts(var items)
            when items.isEmpty() -> findings.add(entry.line(), "empty", "'" + key + "' is empty");
            case Value other
            when !shape.isInstance(other) ->
                findings.add(entry.line(), "shape", "'" + key + "' must be " + described(shape));
            case Value.Text(var text) -> checkText(key, text, findings);
            case Value.Texts(var items) -> items.forEach(item -> checkText(key, item, findings));
            case Value.Records _ -> {}
        }
    }

    private static void checkText(String key, Written text, Findings findings) {
        if (text.text().isBlank()) {
            findings.add(text.line(), "empty", "'" + key + "' is empty");
        }
    }

    private static String described(Class<? extends Value> shape) {
        if (shape == Value.Text.class) {
            return "one text";
        }
        return shape == Value.Texts.class ? "a list of texts" : "a list of sources";
    }

    /** Keys by the shape of their value, in the order of the format. */
    private static final class Keys {
        private final Map<String, Class<? extends Value>> known = new LinkedHashMap<>();

        Keys of(Class<? extends Value> shape, String... keys) {
            for (String key : keys) {
                known.put(key, shape);
            }
            return this;
        }

        Map<String, Class<? extends Value>> known() {
            return known;
        }
    }
}
