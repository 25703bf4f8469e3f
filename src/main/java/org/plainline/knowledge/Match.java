package org.plainline.knowledge;

/**
 * An article that bears on a text.
 *
 * @param score BM25 of its best passage: comparable only within one search
 * @param coverage share, 0 to 1, of the text's informative words that the article's passages contain
 * @param passage the title, sample question or paragraph that matched best
 */
public record Match(Article article, double score, double coverage, String passage) {}
