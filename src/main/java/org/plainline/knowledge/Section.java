package org.plainline.knowledge;

/**
 * One headed part of an article's full text.
 *
 * @param kind which of the fixed parts it is
 * @param markdown the text below the heading
 */
public record Section(Kind kind, String heading, String markdown) {
    /** The parts every article has, in this order. */
    public enum Kind {
        WHAT,
        WHO,
        HOW,
        BRING,
        HOW_LONG,
        HOW_MUCH,
        REFUSED,
        NO_SMARTPHONE
    }
}
