package org.plainline.knowledge;

/**
 * The kind of danger that a text most likely tells of.
 *
 * @param kind its code in {@code crisis/sayings_zh.yaml}
 * @param lead how much denser sayings of danger lie about the text than whatever else is said to the service, as a
 *     logarithm; below 0 when less dense
 */
public record Alarm(String kind, double lead) {}
