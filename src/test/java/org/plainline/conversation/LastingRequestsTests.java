package org.plainline.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.ServiceTest;
import org.plainline.console.Soon;
import org.plainline.conversation.Transcripts.OptedOutException;
import org.plainline.resident.SmsLength;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody told is never lost or told in vain, whatever they say afterwards, and however much later. */
@Order(ServiceTest.ONCE_ALL_IS_UNDERSTOOD)
class LastingRequestsTests extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CRISIS = "我不想活了";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Transcripts transcripts;

    private final String number = newNumber();

    @Test
    void afterACrisisEveryFurtherWishForAPersonGoesOnWithTheSameRequest() {
        says(CRISIS, "0", "柳河镇", "算了");
        assertThat(heard("0")).contains("什么时候").doesNotContain("乡镇");
        String first = heard("2");

        heard("0");
        assertThat(theOne())
                .containsEntry("urgency", "SELF_HARM")
                .containsEntry("place", "liuhe")
                .containsEntry("safe_time", "下午")
                .containsEntry("complete", true);

        assertThat(reference(heard("3"))).isEqualTo(reference(first));
        assertThat(theOne()).containsEntry("safe_time", "晚上；下午");
    }

    @Test
    void whatMakesCallingSafeIsNotReplacedByAnOk() {
        says("我老公打我", "0", "柳河镇", "晚上他在家，上午打", "0", "OK");

        assertThat(theOne()).containsEntry("safe_time", "晚上他在家，上午打");
        assertThat(heard("2")).containsPattern("编号\\d{6}");
        assertThat(theOne()).containsEntry("safe_time", "下午；晚上他在家，上午打");
    }

    @Test
    void whoChangesTheirMindTwiceHasOneRequestAndNothingToSayAgain() {
        says("0", "家里没米了", "柳河镇", "算了");
        assertThat(heard("0")).contains("什么时候");
        says("1");

        assertThat(theOne()).containsEntry("place", "liuhe").containsEntry("complete", true);
    }

    @Test
    void ofTwoKindsOfDangerInOneTalkTheOneThatSaysHowToCallCounts() {
        says("今晚没饭吃", "0");
        assertThat(heard("他又打我了")).contains("110", "乡镇");

        assertThat(theOne()).containsEntry("urgency", "VIOLENCE").containsEntry("words", "今晚没饭吃\n他又打我了");
    }

    @Test
    void aTimeThatSoundsLikeDangerIsTakenAtTheSecondAttempt() {
        says("我老公打我", "0", "柳河镇", "他又打我了");

        assertThat(heard("下午，他打我那会儿别来电话")).containsPattern("编号\\d{6}");
        assertThat(theOne()).containsEntry("safe_time", "下午，他打我那会儿别来电话");
    }

    @Test
    void whoAsksForAPersonOnceMoreAfterTheReferralWasClosedInTheMiddleIsSeen() {
        says("0", "家里没米了");
        close();

        says("0");

        Soon.is(SOON, () -> state().equals("requested"));
    }

    @Test
    void anAnswerInWordsCountsLaterAlsoAfterAQuestion() {
        says("低保怎么申请", "0");
        later(Duration.ofMinutes(40));

        assertThat(heard("我住王家庄")).contains("没认出这个地名");
        assertThat(theOne()).containsEntry("place_words", "我住王家庄");
    }

    @Test
    void dangerIsAnsweredInTheLanguageItIsToldIn() {
        says("0", "家里没米了");

        assertThat(heard("my husband beats me")).startsWith("Plainline:").contains("110");
    }

    @Test
    void aKeySentInReplyToATextedAnswerIsAboutIt() {
        String call = "CA" + UUID.randomUUID();
        said(call, "/twilio/voice", Map.of());
        said(call, "/twilio/voice/1", Map.of("SpeechResult", "低保怎么申请"));
        said(call, "/twilio/voice/2", Map.of("Digits", "1"));

        assertThat(heard("1")).contains("要带");
    }

    @Test
    void whoIsInDangerIsAskedForASafeTimeAlsoWithoutANumber() {
        String call = "CA" + UUID.randomUUID();
        withheld(call, "/twilio/voice", Map.of());
        withheld(call, "/twilio/voice/1", Map.of("Digits", "0"));
        assertThat(withheld(call, "/twilio/voice/2", Map.of("SpeechResult", "我被老公打了")))
                .contains("1 1 0", "哪个乡镇");
        withheld(call, "/twilio/voice/3", Map.of("SpeechResult", "柳河镇"));

        assertThat(withheld(call, "/twilio/voice/4", Map.of("Digits", "13800138000")))
                .contains("什么时候");
    }

    @Test
    void aCrisisThatComesAgainAfterItsReferralWasClosedIsSeenAgain() {
        says(CRISIS);
        close();

        says(CRISIS);

        Soon.is(SOON, () -> state().equals("requested"));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void whoAsksForAPersonAfterTheReferralWasClosedIsSeenAgain() {
        says(CRISIS);
        close();

        says("0");

        Soon.is(SOON, () -> state().equals("requested"));
    }

    @Test
    void whatIsAnsweredAfterTheReferralWasClosedInTheMiddleIsSeen() {
        says("0", "家里没米了");
        close();

        says("柳河镇", "2");

        Soon.is(SOON, () -> state().equals("requested"));
        assertThat(requests().getFirst()).containsEntry("place", "liuhe").containsEntry("complete", true);
    }

    @Test
    void aNeedThatIsACrisisMakesThisVeryRequestUrgentAndItsWordsCount() {
        says("0");
        assertThat(heard("我被老公打了，住柳河镇")).contains("110", "什么时候");
        says("3");

        assertThat(requests()).hasSize(1);
        assertThat(requests().getFirst())
                .containsEntry("urgency", "VIOLENCE")
                .containsEntry("need", "safety")
                .containsEntry("words", "我被老公打了，住柳河镇")
                .containsEntry("place", "liuhe")
                .containsEntry("safe_time", "晚上");
    }

    @Test
    void aCrisisInsteadOfATimeIsAddedToTheWordsAndTheTimeIsAskedForAgain() {
        says("低保怎么申请", "0", "柳河镇");
        assertThat(heard("他又打我了")).contains("110", "什么时候");
        says("2");

        assertThat(requests()).hasSize(1);
        assertThat(requests().getFirst())
                .containsEntry("urgency", "VIOLENCE")
                .containsEntry("words", "低保怎么申请\n他又打我了")
                .containsEntry("safe_time", "下午");
    }

    @Test
    void anAnswerByTextCountsHoursLater() {
        says("0", "家里没米了");
        later(Duration.ofHours(5));

        assertThat(heard("柳河镇")).contains("什么时候");
        later(Duration.ofHours(5));
        assertThat(heard("2")).containsPattern("编号\\d{6}");

        assertThat(requests()).hasSize(1);
    }

    @Test
    void aNewQuestionHoursLaterIsAnsweredAndNotTakenForAPlace() {
        says("0", "家里没米了");
        later(Duration.ofHours(5));

        assertThat(heard("低保怎么申请")).contains("低保是按月发的生活补助");
        assertThat(requests().getFirst()).containsEntry("place", null);
    }

    @Test
    void whoBeginsWithADigitIsAnsweredInTheLanguageOfTheFirstWords() {
        says("0");

        assertThat(heard("My mother is ill and we have no money, I live in Liuhe"))
                .startsWith("Plainline:");
        assertThat(requests().getFirst()).containsEntry("language", "en").containsEntry("place", "liuhe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "Liuhe"})
    void norDoesItHoursLaterInTheMiddleOfARequest(String word) {
        says("0", "家里没米了");
        later(Duration.ofHours(5));

        assertThat(heard(word)).startsWith("明白线");
    }

    @Test
    void anAnswerSentByTextDoesNotBringBackARequestOfDaysAgo() {
        says("0", "家里没米了");
        later(Duration.ofDays(3));
        String call = "CA" + UUID.randomUUID();
        said(call, "/twilio/voice", Map.of());
        said(call, "/twilio/voice/1", Map.of("SpeechResult", "低保怎么申请"));
        said(call, "/twilio/voice/2", Map.of("Digits", "1"));

        assertThat(heard("1")).contains("要带");
    }

    @Test
    void whoSaysThanksIsNotTurnedAway() {
        says("低保怎么申请");

        assertThat(heard("谢谢！")).contains("不客气");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "ok!", "Bye"})
    void aShortWordDoesNotChangeTheLanguage(String word) {
        says("低保怎么申请");

        assertThat(heard(word)).startsWith("明白线");
    }

    @Test
    void whoWantsNoTextsGetsNoneAboutACallEither() {
        says("退订");
        String call = "CA" + UUID.randomUUID();
        said(call, "/twilio/voice", Map.of());
        said(call, "/twilio/voice/1", Map.of("Digits", "0"));
        UUID conversation = jdbc.sql("select conversation from help_request where channel = 'voice' and number = ?")
                .param(number)
                .query(UUID.class)
                .single();

        assertThatThrownBy(() -> transcripts.reply(conversation, "lina", "明天上午给您打电话"))
                .isInstanceOf(OptedOutException.class);
        assertThat(heard("恢复")).contains("又能收到");
        assertThat(transcripts.reply(conversation, "lina", "明天上午给您打电话").text()).contains("明天");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "星期一到星期五上午九点以前和晚上七点以后都可以打给我，星期六和星期天全天都行，但是不要在中午十二点到两点打，那时候孩子要睡觉，电话响了会吵醒他",
                "Monday to Friday before nine in the morning or after seven in the evening, on Saturdays and Sundays all day but"
                        + " not between twelve and two because then the child is asleep and the phone would wake it, thank you"
            })
    void anAcknowledgementIsNeverMoreThanTwoSegments(String time) {
        boolean chinese = time.startsWith("星");
        says(chinese ? "家里没米了怎么办" : "we have nothing to eat at home what can we do", "0", "Liuhe");

        String said = heard(time);

        assertThat(said).containsPattern("\\d{6}");
        assertThat(SmsLength.segments(said)).isLessThanOrEqualTo(2);
        assertThat(requests().getFirst()).containsEntry("safe_time", time);
    }

    @Test
    void theNumbersToCallComeBeforeAnAnswerThatNeedsATextOfItsOwn() {
        List<String> texts = texts("我老公打我，怎么办");

        assertThat(texts.getFirst()).contains("110").contains("派不了人");
        assertThat(texts).allMatch(text -> SmsLength.fits(text, 2)).hasSize(2);
    }

    @Test
    void whoWithholdsTheNumberIsAskedThreeQuestionsAndHearsTheAnswerAgainInsteadOfAText() {
        String call = "CA" + UUID.randomUUID();
        withheld(call, "/twilio/voice", Map.of());
        String answer = withheld(call, "/twilio/voice/1", Map.of("SpeechResult", "低保怎么申请"));
        String again = withheld(call, "/twilio/voice/2", Map.of("Digits", "1"));
        assertThat(again).contains("收不了短信");
        assertThat(withheld(call, "/twilio/voice/3", Map.of())).contains(firstSaid(answer));

        String other = "CA" + UUID.randomUUID();
        withheld(other, "/twilio/voice", Map.of());
        assertThat(withheld(other, "/twilio/voice/1", Map.of("Digits", "0"))).contains("要什么帮助");
        assertThat(withheld(other, "/twilio/voice/2", Map.of("SpeechResult", "家里没米了")))
                .contains("哪个乡镇");
        assertThat(withheld(other, "/twilio/voice/3", Map.of("SpeechResult", "柳河镇")))
                .contains("电话号码");
        assertThat(withheld(other, "/twilio/voice/4", Map.of("Digits", "13800138000")))
                .contains("编号");
    }

    private Map<String, @Nullable Object> theOne() {
        assertThat(requests()).hasSize(1);
        return requests().getFirst();
    }

    private static String reference(String said) {
        return said.replaceAll("(?s).*?(\\d{6}).*", "$1");
    }

    private static String firstSaid(String twiml) {
        return twiml.replaceAll("(?s).*?<Say[^>]*>([^<]*)<.*", "$1");
    }

    private void says(String... texts) {
        Stream.of(texts).forEach(this::heard);
    }

    private String heard(String said) {
        return String.join("\n", texts(said));
    }

    private List<String> texts(String said) {
        var answer = twilio.post("/twilio/sms", text("SM" + UUID.randomUUID(), number, said));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Stream.of(answer.body().split("<Message>"))
                .skip(1)
                .map(message -> message.replaceAll("(?s)<[^>]+>", ""))
                .toList();
    }

    private String said(String call, String path, Map<String, String> heard) {
        return called(call, path, number, heard);
    }

    private String withheld(String call, String path, Map<String, String> heard) {
        return called(call, path, "anonymous", heard);
    }

    private String called(String call, String path, String from, Map<String, String> heard) {
        Map<String, String> form = new java.util.HashMap<>(heard);
        form.putAll(Map.of("CallSid", call, "From", from, "To", "+15005550006", "CallStatus", "in-progress"));
        var answer = twilio.post(path, form);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private List<Map<String, @Nullable Object>> requests() {
        return jdbc.sql("""
                        select r.* from help_request r join conversation c on c.id = r.conversation
                        where c.party = ? order by r.complete desc""").param(number).query().listOfRows();
    }

    private String state() {
        return jdbc.sql("""
                        select f.state from referral f join conversation c on c.id = f.conversation where c.party = ?""").param(number).query(String.class).optional().orElse("");
    }

    /** A caseworker has dealt with what is there. */
    private void close() {
        Soon.is(SOON, () -> state().equals("requested"));
        jdbc.sql("""
                        update referral set state = 'completed', outcome = 'helped', closed_at = now(),
                            owner = (select id from staff_account limit 1)
                        where conversation in (select id from conversation where party = ?)""").param(number).update();
    }

    /** As if what was said so far had been said that much earlier. */
    private void later(Duration time) {
        String state = jdbc.sql("select state ->> 'last' from conversation where party = ?")
                .param(number)
                .query(String.class)
                .single();
        String earlier = Instant.parse(state).minus(time).toString();
        jdbc.sql("update conversation set state = jsonb_set(state, '{last}', to_jsonb(?::text)) where party = ?")
                .params(earlier, number)
                .update();
    }
}
