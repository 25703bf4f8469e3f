package org.plainline.knowledge;

import java.util.List;

/** A text as a network has read it. */
final class Encoded {
    private final float[] whole;
    private final List<Long> numbers;
    private final List<float[]> vectors;

    /**
     * @param whole of length 1
     * @param numbers of the pieces
     * @param vectors of length 1, one for each of the pieces
     */
    Encoded(float[] whole, List<Long> numbers, List<float[]> vectors) {
        this.whole = whole;
        this.numbers = numbers;
        this.vectors = vectors;
    }

    float[] whole() {
        return whole;
    }

    List<Long> numbers() {
        return numbers;
    }

    List<float[]> vectors() {
        return vectors;
    }

    /** Without the pieces before one place and from another one on; the whole is still that of all. */
    Encoded only(int begin, int end) {
        return new Encoded(whole, numbers.subList(begin, end), vectors.subList(begin, end));
    }
}
