package org.plainline.answering;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.plainline.knowledge.Knowledge;
import org.plainline.knowledge.SmsText;
import org.plainline.resident.Places;
import org.springframework.beans.factory.ObjectProvider;
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
    SmsText smsText() {
        return AnswerCheck.sms();
    }

    /** Commands of the terminal answer without a service area. */
    @Bean
    Answers answers(Knowledge knowledge, CrisisLines crisisLines, ObjectProvider<Places> places, Clock clock) {
        return new Answers(knowledge, crisisLines, places.getIfAvailable(() -> new Places(List.of())), clock);
    }
}
