package org.plainline.knowledge;

/** Half a placeholder would be read out to somebody. Whole ones are filled before any rule looks. */
final class PlaceholderRule implements ArticleRule {
    @Override
    public void check(Manuscript manuscript, Findings findings) {
        manuscript.told().stream()
                .filter(text -> text.text().contains("{{") || text.text().contains("}}"))
                .forEach(text -> findings.add(
                        text.line(), "placeholder", "must be {{key|what to say where there is no value}}"));
    }
}
