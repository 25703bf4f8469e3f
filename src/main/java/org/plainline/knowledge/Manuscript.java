package org.plainline.knowledge;

import java.util.List;
import org.plainline.resident.Language;

/** An article as its author wrote it, before the rules have looked at it. */
record Manuscript(String topic, Language language, FrontMatter front, List<WrittenSection> sections) {}
