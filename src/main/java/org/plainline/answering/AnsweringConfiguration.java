package org.plainline.answering;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.plainline.knowledge.Knowledge;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnsweringConfiguration {
    @Bean
    CrisisLines crisisLines(@Value("${plainline.knowledge-base}") Path knowledgeBase, Clock clock) {
        return CrisisLines.read(knowledgeBase.resolve("crisis.yaml"), LocalDate.now(clock));
    }

    @Bean
    Answers answers(Knowledge knowledge, CrisisLines crisisLines, Clock clock) {
        return new Answers(knowledge, crisisLines, clock);
    }
}
