package org.plainline.resident;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator the line to mend instead of a stack trace. */
class ServiceAreaFailureAnalyzer extends AbstractFailureAnalyzer<ServiceAreaRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, ServiceAreaRefused cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Mend that line, or name another file with PLAINLINE_SERVICE_AREA.", cause);
    }
}
