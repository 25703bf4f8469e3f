package org.plainline.knowledge;

import org.plainline.resident.Need;

final class NeedRule implements ArticleRule {
    @Override
    public void check(Manuscript manuscript, Findings findings) {
        manuscript.front().text("need").ifPresent(need -> {
            try {
                Need.of(need.text());
            } catch (IllegalArgumentException unknown) {
                findings.add(need.line(), "need", String.valueOf(unknown.getMessage()));
            }
        });
    }
}
