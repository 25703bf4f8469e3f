package org.plainline.resident;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator what to mend instead of a stack trace. */
final class FileRefusedAnalyzer extends AbstractFailureAnalyzer<FileRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, FileRefused cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
