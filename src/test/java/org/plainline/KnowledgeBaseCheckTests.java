package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainline.answering.AnswerCheck;
import org.plainline.knowledge.Finding;
import org.plainline.knowledge.KnowledgeCheck;
import org.plainline.resident.ServiceArea;
import org.plainline.resident.Wording;
import org.plainline.voiceflow.VoiceFlow;

/** What is shipped is what {@code check} finds no fault with, on the day of the build. */
class KnowledgeBaseCheckTests {
    private static final Path FOLDER = Path.of("knowledge-base");
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Test
    void theArticlesHoldNoError() {
        var places = ServiceArea.read(Path.of("service-area.yaml")).places();
        List<Finding> findings = KnowledgeCheck.of(FOLDER, places, today, AnswerCheck.sms());

        assertThat(findings).filteredOn(Finding::isError).isEmpty();
    }

    @Test
    void theCrisisLinesAndTheCallFlowHoldNoError() {
        assertThat(AnswerCheck.crisisLines(FOLDER.resolve("crisis.yaml"), today))
                .filteredOn(Finding::isError)
                .isEmpty();
        assertThat(VoiceFlow.mistakes(Path.of("voice-flows"), Wording.of("voice")))
                .isEmpty();
    }

    @Test
    void allSixtyTopicsAreThereInBothLanguages() throws IOException {
        try (var topics = Files.list(FOLDER)) {
            assertThat(topics.filter(Files::isDirectory))
                    .hasSize(60)
                    .allSatisfy(topic -> assertThat(topic).isDirectoryContaining("glob:**/zh.md"))
                    .allSatisfy(topic -> assertThat(topic).isDirectoryContaining("glob:**/en.md"));
        }
    }
}
