package org.plainline.knowledge;

/** What articles are found by. */
public enum Retrieval {
    /** The words they share with the text. */
    WORDS("bm25"),
    /** What they mean. */
    MEANING("dense"),
    /** Both; words alone until the models are loaded. */
    BOTH("hybrid");

    private final String code;

    Retrieval(String code) {
        this.code = code;
    }

    /** As researchers call it. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException naming the ways there are */
    public static Retrieval of(String code) {
        for (Retrieval retrieval : values()) {
            if (retrieval.code.equals(code)) {
                return retrieval;
            }
        }
        throw new IllegalArgumentException("Mode must be bm25, dense or hybrid, not " + code);
    }
}
