package org.plainline.knowledge;

import java.util.List;

/**
 * A heading of the body, as it stands in the file, with the text below it.
 *
 * @param lines the text line by line, without list marks and empty lines
 */
record WrittenSection(Written heading, String markdown, List<Written> lines) {}
