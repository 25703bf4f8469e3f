package org.plainline.knowledge;

/**
 * What speaks for a text to go on about the article that was talked about, and for which section it asks then. A lead
 * is by how much more typical the text is of that than of what any other article is asked and of what no article
 * answers, as a logarithm; below 0 when it is less.
 *
 * @param sectionLead of asking for a section of whatever article is talked about
 * @param topicLead of what this very article is asked
 * @param section the likeliest
 * @param share 0 to 1, how likely it is that one, if any
 */
public record Further(double sectionLead, double topicLead, Section.Kind section, double share) {}
