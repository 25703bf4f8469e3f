package org.plainline.knowledge;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the service did not start, instead of a stack trace. */
final class NoKnowledgeAnalyzer extends AbstractFailureAnalyzer<NoKnowledge> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoKnowledge cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Start in the folder that holds knowledge-base, or name it: PLAINLINE_KNOWLEDGE_BASE=/path/to/it",
                cause);
    }
}
