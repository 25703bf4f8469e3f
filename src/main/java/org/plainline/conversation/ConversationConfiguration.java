package org.plainline.conversation;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.plainline.answering.Answers;
import org.plainline.resident.Language;
import org.plainline.resident.Place;
import org.plainline.resident.Places;
import org.plainline.resident.Wording;
import org.plainline.voiceflow.VoiceFlow;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {
    /** Twilio takes 500 hints; more than a hundred help no recogniser. */
    private static final int MOST_HINTS = 100;

    private final Words words = new Words();

    @Bean
    Dialogue dialogue(Answers answers, Places places, RandomGenerator random) {
        return new Dialogue(
                answers,
                new HelpIntake(
                        places, words, UUID::randomUUID, () -> String.valueOf(random.nextInt(100_000, 1_000_000))),
                words);
    }

    @Bean
    OptOut optOut() {
        return new OptOut(words);
    }

    @Bean
    AnswerByText answerByText(
            Answers answers, ConversationStore store, TurnTaking turns, ApplicationEventPublisher events) {
        return new AnswerByText(answers, store, turns, events, words);
    }

    @Bean
    VoiceFlow voiceFlow(@Value("${plainline.voice-flows}") Path folder, Answers answers, Places places) {
        return VoiceFlow.read(
                folder,
                Wording.of("voice"),
                (kind, language) ->
                        kind.equals("places") ? names(places, language) : answers.words(language, MOST_HINTS));
    }

    private static List<String> names(Places places, Language language) {
        return places.all().stream()
                .flatMap(place -> Stream.concat(Stream.of(place.name(language)), aliases(place)))
                .limit(MOST_HINTS)
                .toList();
    }

    private static Stream<String> aliases(Place place) {
        return place.aliases().stream();
    }
}
