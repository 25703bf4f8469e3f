package org.plainline.knowledge;

/**
 * The kind of danger that a text most typically tells of.
 *
 * @param kind its code in {@code crisis/sayings_zh.yaml}
 * @param lead how much more typical the text is of that than of whatever else is said to the service, as a logarithm;
 *     below 0 when it is less
 */
public record Alarm(String kind, double lead) {}
