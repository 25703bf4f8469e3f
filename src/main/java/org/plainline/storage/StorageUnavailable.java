package org.plainline.storage;

/** The service cannot keep anything here; says why, and what the operator can do. */
final class StorageUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    StorageUnavailable(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
