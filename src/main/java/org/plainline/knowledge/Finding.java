package org.plainline.knowledge;

import java.util.Comparator;

/**
 * A defect in a file of the knowledge base, printed as compilers print theirs so that editors can jump to it.
 *
 * @param path the file as a person would name it
 * @param line counted from 1
 * @param rule short stable name of the rule that is broken
 */
public record Finding(Severity severity, String path, int line, String rule, String message)
        implements Comparable<Finding> {
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::path).thenComparingInt(Finding::line);

    public static Finding error(String path, int line, String rule, String message) {
        return new Finding(Severity.ERROR, path, line, rule, message);
    }

    public static Finding warning(String path, int line, String rule, String message) {
        return new Finding(Severity.WARNING, path, line, rule, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }

    @Override
    public String toString() {
        return path + ":" + line + ": " + rule + ": " + (isError() ? "" : "warning: ") + message;
    }
}
