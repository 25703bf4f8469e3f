package org.plainline.knowledge;

/** A heading of the body, as it stands in the file, with the text below it. */
record WrittenSection(Written heading, String markdown) {}
