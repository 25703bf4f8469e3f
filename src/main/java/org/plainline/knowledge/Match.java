package org.plainline.knowledge;

/**
 * An article that bears on a text.
 *
 * @param score BM25 of its best passage and a share of its others', divided by the square root of what the text's words
 *     inform of in all, so that short and long questions compare
 * @param coverage share, 0 to 1, of the text's informative words that the article's passages contain
 * @param passage the title, sample question or paragraph that matched best
 */
public record Match(Article article, double score, double coverage, String passage) {}
