package org.plainline.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator one sentence and its remedy instead of a stack trace. */
class StorageFailureAnalyzer extends AbstractFailureAnalyzer<StorageUnavailable> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, StorageUnavailable cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
