package org.plainline.knowledge;

/**
 * The subject outside of all articles that a text is most typical of.
 *
 * @param subject its name in {@link Outside}
 * @param lead how much more typical the text is of what the article is asked, as a logarithm; below 0 when it is less
 */
public record Rival(String subject, double lead) {}
