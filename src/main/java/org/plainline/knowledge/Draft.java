package org.plainline.knowledge;

import java.util.List;

/**
 * A good article together with how it was written, for rules that compare articles.
 *
 * @param path the file as a person would name it
 */
record Draft(String path, Manuscript written, Article article) {
    Finding error(int line, String rule, String message) {
        return Finding.error(path, line, rule, message);
    }

    Finding warning(int line, String rule, String message) {
        return Finding.warning(path, line, rule, message);
    }

    int lineOf(String key) {
        return written.front().lineOf(key);
    }

    int lineOf(Section.Kind kind) {
        String heading = article.section(kind).heading();
        return written.sections().stream()
                .map(WrittenSection::heading)
                .filter(its -> its.text().equals(heading))
                .findFirst()
                .orElseThrow()
                .line();
    }

    List<Written> questions() {
        return written.front().texts("questions");
    }
}
