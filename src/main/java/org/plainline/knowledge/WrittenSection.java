package org.plainline.knowledge;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A heading of the body, as it stands in the file, with the text below it.
 *
 * @param lines the text line by line, without list marks and empty lines
 */
record WrittenSection(Written heading, String markdown, List<Written> lines) {
    WrittenSection worded(UnaryOperator<String> wording) {
        return new WrittenSection(
                heading.worded(wording),
                wording.apply(markdown),
                lines.stream().map(line -> line.worded(wording)).toList());
    }
}
