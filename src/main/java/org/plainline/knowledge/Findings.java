package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, gathered while it is read so that an editor sees everything at once. */
final class Findings {
    private final String path;
    private final List<Finding> found = new ArrayList<>();

    Findings(String path) {
        this.path = path;
    }

    void add(int line, String rule, String message) {
        found.add(Finding.error(path, line, rule, message));
    }

    void warn(int line, String rule, String message) {
        found.add(Finding.warning(path, line, rule, message));
    }

    boolean haveErrors() {
        return found.stream().anyMatch(Finding::isError);
    }

    List<Finding> errors() {
        return found.stream().filter(Finding::isError).sorted().toList();
    }

    List<Finding> inOrder() {
        return found.stream().sorted().toList();
    }
}
