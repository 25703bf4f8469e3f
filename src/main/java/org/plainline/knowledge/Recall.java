package org.plainline.knowledge;

/**
 * A topic that bears on a text.
 *
 * @param score comparable only within one search
 * @param coverage share, 0 to 1, of the text's informative terms that the topic's passages hold
 * @param best the passage that matched best
 */
record Recall(String topic, double score, double coverage, Passage best) {}
