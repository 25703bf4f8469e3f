package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs rely on. */
@Order(ServiceTest.ONCE_ALL_IS_UNDERSTOOD)
class AnswersApiTests extends ServiceTest {
    private static final List<String> FIELDS =
            List.of("kind", "topic", "language", "text", "choices", "confidence", "source", "urgent");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void answersWithTextAndSource() {
        JsonNode answer = asked("{\"text\": \"低保怎么申请\", \"channel\": \"sms\"}");

        assertThat(answer.path("kind").asString()).isEqualTo("answer");
        assertThat(answer.path("topic").asString()).isEqualTo("minimum-living-allowance");
        assertThat(answer.path("language").asString()).isEqualTo("zh");
        assertThat(answer.path("text").asString()).startsWith("明白线：");
        assertThat(answer.path("confidence").asDouble()).isBetween(0.62, 1.0);
        assertThat(answer.path("source").propertyNames()).containsExactlyInAnyOrder("title", "url", "reviewedOn");
        assertThat(answer.path("urgent").isNull()).isTrue();
    }

    @Test
    void offersChoicesWithTopicTitleAndHowSureItIs() {
        JsonNode answer = asked("{\"text\": \"help with money\"}");

        assertThat(answer.path("kind").asString()).isEqualTo("choice");
        assertThat(answer.path("topic").isNull()).isTrue();
        assertThat(answer.path("choices").size()).isBetween(1, 3);
        assertThat(answer.path("choices").get(0).propertyNames()).containsExactlyInAnyOrder("topic", "title");
        assertThat(answer.path("confidence").asDouble()).isBetween(0.03, 0.67);
    }

    @ParameterizedTest
    @CsvSource({
        "今天晚上有足球赛吗, no-answer,",
        "我要找真人, person,",
        "我不想活了, crisis, self-harm",
        "how do I fix my bicycle chain, no-answer,"
    })
    void saysWhatKindOfAnswerItIsAndHowUrgent(String text, String kind, String urgent) {
        JsonNode answer = asked("{\"text\": \"" + text + "\"}");

        assertThat(answer.path("kind").asString()).isEqualTo(kind);
        assertThat(answer.path("urgent").isNull() ? null : answer.path("urgent").asString())
                .isEqualTo(urgent);
    }

    @ParameterizedTest
    @CsvSource({
        "我不想活了, 12356",
        "我妈喝了农药, 120",
        "she took all the pills, 120",
        "家里着火了快来人, 119",
        "the house is on fire, 119",
        "he has a knife, 110"
    })
    void givesTheNumberFirstThatHelpsMostInThatDanger(String text, String number) {
        String told = asked("{\"text\": \"" + text + "\"}").path("text").asString();

        assertThat(told.replaceFirst("(?s)\\D*(\\d+).*", "$1")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"帮助", "我需要帮助。", "help me", "I need help!"})
    void asksWhatTheTroubleIsWhenOnlyHelpIsAskedFor(String text) {
        JsonNode answer = asked("{\"text\": \"" + text + "\"}");

        assertThat(answer.path("kind").asString()).isEqualTo("no-answer");
        assertThat(answer.path("text").asString()).containsAnyOf("什么难处", "what is hard for you");
    }

    @ParameterizedTest
    @ValueSource(strings = {"下午打给我", "随时打我电话", "please call me in the morning"})
    void takesWhenToCallAsAnAnswerAndNotAsAnotherWishForAPerson(String time) {
        String from = "+12025550" + "%03d".formatted(Math.floorMod(time.hashCode(), 1000));
        for (String said : List.of("我要找真人", "柳河镇")) {
            twilio.post("/twilio/sms", text("SM" + said + from, from, said));
        }

        assertThat(twilio.post("/twilio/sms", text("SM-time" + from, from, time))
                        .body())
                .containsPattern("编号\\d{6}");
    }

    @Test
    void remembersATalkOnlyWhenItIsNamed() {
        String named = "{\"text\": \"%s\", \"conversation\": \"api-test\"}";
        asked(named.formatted("低保怎么申请"));

        assertThat(asked(named.formatted("1")).path("text").asString()).contains("申请");
        assertThat(asked("{\"text\": \"1\"}").path("kind").asString()).isEqualTo("no-answer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}",
                "{\"text\": \"\"}",
                "{\"text\": \"低保\", \"channel\": \"fax\"}",
                "{\"text\": \"低保\", \"language\": \"fr\"}",
                "{\"text\": \"低保\", \"txet\": \"typo\"}",
                "{\"text\": \"\\u0000\"}",
                "{\"text\": \"低保\", \"conversation\": \"a\\u0000b\"}",
                "{\"text\": 低保",
                "[]"
            })
    void refusesWhatItDoesNotUnderstandAsProblemDetails(String body) {
        HttpResponse<String> refusal = post(body);

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void answersInTheLanguageThatIsAskedForWhateverTheTextIsIn() {
        JsonNode answer = asked("{\"text\": \"低保怎么申请\", \"language\": \"en\"}");

        assertThat(answer.path("language").asString()).isEqualTo("en");
        assertThat(answer.path("text").asString()).doesNotContain("办事处");
    }

    @Test
    void charactersThatNobodyTypesAreLeftOutOfWhatIsKept() {
        JsonNode answer = asked("{\"text\": \"低保\\u0000怎么\\u0007申请\", \"conversation\": \"nul-test\"}");

        assertThat(answer.toString()).contains("minimum-living-allowance");
    }

    private JsonNode asked(String body) {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = JsonMapper.shared().readTree(answer.body());
        assertThat(json.propertyNames()).containsExactlyInAnyOrderElementsOf(FIELDS);
        return json;
    }

    private HttpResponse<String> post(String body) {
        return http.sendAsync(
                        HttpRequest.newBuilder(URI.create(address() + "/api/answers"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .join();
    }
}
