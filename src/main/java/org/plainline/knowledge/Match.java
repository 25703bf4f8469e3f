package org.plainline.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * An article that bears on a text.
 *
 * @param score what the articles are ranked by, comparable only within one search
 * @param words BM25 of its best passage and a share of its others', divided by the square root of what the text's words
 *     inform of in all, so that short and long questions compare
 * @param coverage share, 0 to 1, of the text's informative words that the article's passages contain
 * @param meaning mean cosine, -1 to 1, of the article's nearest passage of every kind; 0 where only words were looked
 *     at
 * @param nearness cosine of the nearest passage of all; 0 where only words were looked at
 * @param closeness -1 to 1, how like in meaning the text's words are to the likest of the article's words, on the
 *     average; 0 where only words were looked at
 * @param typicality how much more typical the text is of what the article is asked than of what the average of the
 *     likeliest is, as a logarithm; 0 where nothing tells, because only words were looked at or it has no samples
 * @param rival what the text may be about instead; null where nothing tells
 * @param passage the title, sample question or paragraph that matched best by its words
 * @param nearest the passage that is nearest in meaning; null where only words were looked at
 */
public record Match(
        Article article,
        double score,
        double words,
        double coverage,
        double meaning,
        double nearness,
        double closeness,
        double typicality,
        @Nullable Rival rival,
        String passage,
        @Nullable String nearest) {

    /** Whether the article was also found by what it means. */
    public boolean meant() {
        return nearest != null;
    }
}
