package org.plainline.knowledge;

import java.util.regex.Pattern;

final class TopicRule implements ArticleRule {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        if (!ID.matcher(manuscript.topic()).matches()) {
            findings.add(1, "topic", "the folder's name must be small letters, digits and single hyphens");
        }
    }
}
