package org.plainline.knowledge;

/** Half a placeholder would be read out to somebody. Whole ones are filled before any rule looks. */
final class PlaceholderRule implements ArticleRule {
    @Override
    public void check(Manuscript manuscript, Findings findings) {
        manuscript.told().stream()
                .filter(text -> isBroken(text.text()))
                .forEach(text -> findings.add(
                        text.line(), "placeholder", "must be {{key|what to say where there is no value}}"));
        manuscript
                .front()
                .text("local")
                .filter(sentence -> isBroken(Placeholder.without(sentence.text())))
                .ifPresent(sentence -> findings.add(sentence.line(), "placeholder", "must be {{key}} in 'local'"));
    }

    private static boolean isBroken(String text) {
        return text.contains("{{") || text.contains("}}");
    }
}
