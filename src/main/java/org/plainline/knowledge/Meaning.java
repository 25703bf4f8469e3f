package org.plainline.knowledge;

/** What a passage means: a vector of length 1 for the whole, and its pieces of words in their context. */
final class Meaning {
    private final float[] whole;
    private final PieceSigns pieces;

    Meaning(float[] whole, PieceSigns pieces) {
        this.whole = whole;
        this.pieces = pieces;
    }

    float[] whole() {
        return whole;
    }

    PieceSigns pieces() {
        return pieces;
    }
}
