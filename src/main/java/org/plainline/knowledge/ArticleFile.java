package org.plainline.knowledge;

import java.util.Comparator;
import org.plainline.resident.Language;

/** Which topic and language a file of the knowledge base tells about; its place says so, not its text. */
record ArticleFile(String topic, Language language) implements Comparable<ArticleFile> {
    private static final Comparator<ArticleFile> BY_TOPIC =
            Comparator.comparing(ArticleFile::topic).thenComparing(ArticleFile::language);

    static ArticleFile of(Article article) {
        return new ArticleFile(article.topic(), article.language());
    }

    ArticleFile inOtherLanguage() {
        return new ArticleFile(topic, language == Language.ZH ? Language.EN : Language.ZH);
    }

    /** Relative to the knowledge base: {@code legal-aid/zh.md}. */
    String path() {
        return topic + "/" + language.code() + ".md";
    }

    @Override
    public int compareTo(ArticleFile other) {
        return BY_TOPIC.compare(this, other);
    }
}
