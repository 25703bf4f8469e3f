package org.plainline.knowledge;

/**
 * What a text asks for if it goes on about the article that was talked about.
 *
 * @param lead how much more typical the text is of asking for a section of whatever article is talked about than of
 *     what any other article is asked and of what no article answers, as a logarithm; below 0 when it is less
 * @param section the likeliest
 * @param share 0 to 1, how likely it is that one, if any; 0 where not all that the article says is understood yet
 */
public record FollowUp(double lead, Section.Kind section, double share) {}
