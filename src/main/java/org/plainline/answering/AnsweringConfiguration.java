package org.plainline.answering;

import java.nio.file.Path;
import java.time.Clock;
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
    CrisisFile crisisFile(@Value("${plainline.knowledge-base}/crisis.yaml") Path file, Clock clock) {
        return new CrisisFile(file, clock);
    }

    @Bean
    CrisisHealthIndicator crisisHealthIndicator(CrisisFile crisis) {
        return new CrisisHealthIndicator(crisis);
    }

    @Bean
    SmsText smsText() {
        return AnswerCheck.sms();
    }

    /** Commands of the terminal answer without a service area. */
    @Bean
    Answers answers(Knowledge knowledge, CrisisFile crisis, ObjectProvider<Places> places, Clock clock) {
        return new Answers(knowledge, crisis, places.getIfAvailable(() -> new Places(List.of())), clock);
    }
}
