package org.plainline.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plainline.channel.simulator.Heard.Say;
import org.plainline.resident.Wording;

class SimulatedCallTests {
    private static final InstantSource NOON = Clock.fixed(Instant.parse("2026-03-02T04:00:00Z"), ZoneOffset.UTC);

    private FakeService service;
    private SimulatedCall call;

    @BeforeEach
    void answerThePhone() throws IOException {
        service = new FakeService();
        call = newCall();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private SimulatedCall newCall() {
        Webhooks webhooks = service.webhooks();
        var details = new CallDetails(
                "CA00000000000000000000000000000001", webhooks.account().sid(), "+12025550143", "+15005550006");
        var relays = new Relays(webhooks, SimulatorConfiguration.http(), NOON);
        return new SimulatedCall(
                details, webhooks, relays, new Sids(new Random(1)), NOON, new HandsetWording(Wording.of("phone")));
    }

    private static Say english(String text) {
        return new Say(text, "en-US", false);
    }

    @Test
    void saysWhatTheFirstDocumentSaysAndWaitsForTheCaller() {
        service.on("/twilio/voice", """
                <Gather input="dtmf speech" numDigits="1" timeout="8" language="zh-CN" finishOnKey="" action="/1">
                  <Say language="zh-CN">您好，这里是<break time="600ms"/><prosody rate="80%">明白线</prosody>。</Say>
                  <Pause length="2"/><Play>/sounds/bell.wav</Play>
                </Gather>""");
        Step step = call.start();
        assertThat(step.heard())
                .containsExactly(
                        new Say("您好，这里是", "zh-CN", false),
                        new Heard.Pause(0.6),
                        new Say("明白线", "zh-CN", true),
                        new Say("。", "zh-CN", false),
                        new Heard.Pause(2),
                        new Heard.Play("/sounds/bell.wav"));
        assertThat(step.waiting()).isEqualTo(new Step.Waiting(true, true, 1, "", 8, "zh-CN"));
    }

    @Test
    void tellsTheWebhookWhoCallsWhomLikeTwilio() {
        service.on("/twilio/voice", "<Gather/>");
        call.start();
        assertThat(service.last("/twilio/voice").parameters())
                .containsEntry("CallSid", call.id())
                .containsEntry("From", "+12025550143")
                .containsEntry("Caller", "+12025550143")
                .containsEntry("FromCountry", "US")
                .containsEntry("To", "+15005550006")
                .containsEntry("Called", "+15005550006")
                .containsEntry("CallStatus", "ringing")
                .containsEntry("Direction", "inbound")
                .containsEntry("ApiVersion", "2010-04-01")
                .containsKeys("AccountSid", "ToCity", "CallerZip", "StirVerstat", "CallToken");
    }

    @Test
    void keepsTheWholeExchangeForTheCurious() {
        service.on("/twilio/voice", "<Say>Hello</Say><Gather/>");
        assertThat(call.start().trace()).singleElement().satisfies(exchange -> {
            assertThat(exchange.method()).isEqualTo("POST");
            assertThat(exchange.url()).isEqualTo("https://help.example.org/twilio/voice");
            assertThat(exchange.parameters()).containsEntry("From", "+12025550143");
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.answer()).isEqualTo("<Response><Say>Hello</Say><Gather/></Response>");
            assertThat(exchange.notes()).isEmpty();
        });
    }

    @Test
    void sendsWhatIsSaidAsARecognisedSentence() {
        service.on("/twilio/voice", "<Gather input='speech' language='zh-CN' action='voice/1'/>")
                .on("/twilio/voice/1", "<Say language='zh-CN'>请稍等</Say>");
        call.start();
        assertThat(call.speak("低保怎么申请？").heard()).containsExactly(new Say("请稍等", "zh-CN", false));
        assertThat(service.last("/twilio/voice/1").parameters())
                .containsEntry("SpeechResult", "低保怎么申请？")
                .containsEntry("Confidence", "0.93")
                .containsEntry("CallStatus", "in-progress");
    }

    @Test
    void answersASingleKeyAtOnce() {
        service.on("/twilio/voice", "<Gather numDigits='1' action='/next'/>").on("/next", "<Say>One</Say><Gather/>");
        call.start();
        assertThat(call.press("1").heard()).containsExactly(english("One"));
        assertThat(service.last("/next").parameters())
                .containsEntry("Digits", "1")
                .containsEntry("FinishedOnKey", "")
                .containsEntry("msg", "Gather End");
    }

    @Test
    void collectsKeysUntilTheFinishKey() {
        service.on("/twilio/voice", "<Gather action='/next'/>").on("/next", "<Gather/>");
        call.start();
        assertThat(call.press("4").trace()).isEmpty();
        assertThat(call.press("2").waiting()).isNotNull();
        call.press("#");
        assertThat(service.last("/next").parameters())
                .containsEntry("Digits", "42")
                .containsEntry("FinishedOnKey", "#");
    }

    @Test
    void takesSeveralKeysAtOnceAsTheWholeInput() {
        service.on("/twilio/voice", "<Gather action='/next'/>").on("/next", "<Gather/>");
        call.start();
        call.press("2025");
        assertThat(service.last("/next").parameters()).containsEntry("Digits", "2025");
    }

    @Test
    void sendsTheKeysSoFarWhenTheCallerStops() {
        service.on("/twilio/voice", "<Gather numDigits='4' action='/next'/>").on("/next", "<Gather/>");
        call.start();
        call.press("7");
        call.silence();
        assertThat(service.last("/next").parameters()).containsEntry("Digits", "7");
    }

    @Test
    void takesTheHashForADigitWhereItFinishesNothing() {
        service.on("/twilio/voice", "<Gather numDigits='1' finishOnKey='' action='/next'/>")
                .on("/next", "<Gather/>");
        call.start();
        call.press("#");
        assertThat(service.last("/next").parameters()).containsEntry("Digits", "#");
    }

    @Test
    void goesOnWithTheNextVerbWhenNothingCameIn() {
        service.on("/twilio/voice", "<Gather action='/next'/><Say>Are you there?</Say><Gather/>");
        call.start();
        assertThat(call.silence().heard()).containsExactly(english("Are you there?"));
    }

    @Test
    void asksTheActionEvenWhenNothingCameInIfToldTo() {
        service.on("/twilio/voice", "<Gather input='dtmf speech' actionOnEmptyResult='true' action='/next'/>")
                .on("/next", "<Gather/>");
        call.start();
        call.silence();
        assertThat(service.last("/next").parameters())
                .containsEntry("Digits", "")
                .doesNotContainKey("SpeechResult");
    }

    @Test
    void takesSpeechForSilenceWhereOnlyKeysAreListenedFor() {
        service.on("/twilio/voice", "<Gather action='/next'/><Say>Press a key</Say><Gather/>");
        call.start();
        assertThat(call.speak("hello").heard()).containsExactly(english("Press a key"));
    }

    @Test
    void ignoresKeysWhereOnlySpeechIsListenedFor() {
        service.on("/twilio/voice", "<Gather input='speech' action='/next'/>");
        call.start();
        Step step = call.press("1");
        assertThat(step.trace()).isEmpty();
        assertThat(step.waiting()).isNotNull();
    }

    @Test
    void asksTheSameDocumentAgainWithoutAnAction() {
        service.on("/twilio/voice", "<Gather numDigits='1'/>");
        call.start();
        call.press("5");
        assertThat(service.last("/twilio/voice").parameters()).containsEntry("Digits", "5");
    }

    @Test
    void followsAbsoluteActionsOfThisService() {
        service.on(
                        "/twilio/voice",
                        "<Gather numDigits='1' action='https://help.example.org/a/b?step=2&amp;x=%20#rc=2'/>")
                .on("/a/b", "<Gather/>");
        call.start();
        call.press("5");
        assertThat(service.last("/a/b").parameters()).containsEntry("step", "2").containsEntry("Digits", "5");
    }

    @Test
    void putsTheParametersOfAGetIntoItsSignedQuery() {
        service.on("/twilio/voice", "<Gather numDigits='1' method='GET' action='/next?step=2'/>")
                .on("/next", "<Gather/>");
        call.start();
        call.press("*");
        FakeService.Request request = service.last("/next");
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.parameters()).containsEntry("step", "2").containsEntry("Digits", "*");
    }

    @Test
    void followsRedirects() {
        service.on("/twilio/voice", "<Say>One</Say><Redirect method='GET'>/next</Redirect><Say>never</Say>")
                .on("/next", "<Say>Two</Say>");
        assertThat(call.start().heard()).containsExactly(english("One"), english("Two"));
    }

    @Test
    void givesUpOnADocumentThatRedirectsToItself() {
        service.on("/twilio/voice", "<Redirect>/twilio/voice</Redirect>");
        Step step = call.start();
        assertThat(step.waiting()).isNull();
        assertThat(service.requests("/twilio/voice")).hasSize(50);
        assertThat(step.trace().get(49).notes())
                .containsExactly("More than 50 documents without waiting for the caller");
    }

    @Test
    void recordsUntilAKeyIsPressed() {
        service.on("/twilio/voice", "<Record action='/kept' timeout='9'/>").on("/kept", "<Say>Thank you</Say>");
        Step step = call.start();
        assertThat(step.heard()).containsExactly(new Heard.Beep());
        assertThat(step.waiting()).isEqualTo(new Step.Waiting(true, true, 1, "1234567890*#", 9, ""));
        assertThat(call.press("#").heard()).containsExactly(english("Thank you"));
        assertThat(service.last("/kept").parameters())
                .containsEntry("Digits", "#")
                .hasEntrySatisfying("RecordingUrl", url -> assertThat(url).contains("/Recordings/RE"));
    }

    @Test
    void goesOnWithTheNextVerbAfterAnEmptyRecording() {
        service.on("/twilio/voice", "<Record playBeep='false' action='/kept'/><Say>We heard nothing</Say>");
        call.start();
        assertThat(call.silence().heard()).containsExactly(english("We heard nothing"));
    }

    @Test
    void reportsARecordingThatEndedWithTheCall() {
        service.on("/twilio/voice", "<Record action='/kept'/>").on("/kept", "<Say>nobody hears this</Say>");
        call.start();
        assertThat(call.hangUp().heard()).isEmpty();
        assertThat(service.last("/kept").parameters())
                .containsEntry("Digits", "hangup")
                .containsEntry("CallStatus", "completed");
    }

    @Test
    void letsNobodyAnswerADialledNumberAndComesBack() {
        service.on("/twilio/voice", "<Dial action='/back'><Number>12338</Number></Dial>")
                .on("/back", "<Say>Nobody answered</Say>");
        assertThat(call.start().heard()).containsExactly(new Heard.Ring("12338"), english("Nobody answered"));
        assertThat(service.last("/back").parameters()).containsEntry("DialCallStatus", "no-answer");
    }

    @Test
    void goesOnAfterDialWithoutAnAction() {
        service.on("/twilio/voice", "<Dial>12338</Dial><Say>Nobody answered</Say>");
        assertThat(call.start().heard()).containsExactly(new Heard.Ring("12338"), english("Nobody answered"));
    }

    @Test
    void hearsTheBusyToneOfARejectedCall() {
        service.on("/twilio/voice", "<Reject reason='busy'/>");
        Step step = call.start();
        assertThat(step.heard()).containsExactly(new Heard.Busy());
        assertThat(step.waiting()).isNull();
        assertThat(service.last("/twilio/status/call").parameters()).containsEntry("CallStatus", "busy");
    }

    @Test
    void reportsTheEndOfACallThatTheServiceHungUp() {
        service.on("/twilio/voice", "<Say>Goodbye</Say><Hangup/><Say>never</Say>");
        Step step = call.start();
        assertThat(step.heard()).containsExactly(english("Goodbye"));
        assertThat(step.waiting()).isNull();
        assertCompletedOnce();
    }

    @Test
    void reportsTheEndOfACallThatTheCallerHungUp() {
        service.on("/twilio/voice", "<Gather/>");
        call.start();
        assertThat(call.hangUp().waiting()).isNull();
        assertCompletedOnce();
    }

    @Test
    void isOverAtTheEndOfTheDocument() {
        service.on("/twilio/voice", "<Say>That is all</Say>");
        assertThat(call.start().waiting()).isNull();
        assertCompletedOnce();
    }

    private void assertCompletedOnce() {
        assertThat(service.requests("/twilio/status/call"))
                .singleElement()
                .satisfies(request -> assertThat(request.parameters())
                        .containsEntry("CallSid", call.id())
                        .containsEntry("CallStatus", "completed")
                        .containsEntry("CallDuration", "0"));
    }

    @Test
    void doesNothingMoreOnceItIsOver() {
        service.on("/twilio/voice", "<Hangup/>");
        call.start();
        assertThat(List.of(call.press("1"), call.speak("hello"), call.silence(), call.hangUp()))
                .containsOnly(new Step(List.of(), null, List.of()));
    }

    @Test
    void skipsAnUnknownVerbAndSaysSo() {
        service.on("/twilio/voice", "<Enqueue>support</Enqueue><Say>Hello</Say><Gather/>");
        Step step = call.start();
        assertThat(step.heard()).containsExactly(english("Hello"));
        assertThat(step.trace().getFirst().notes())
                .containsExactly("12200 Schema validation warning: Enqueue is not known here and was skipped");
    }

    @Test
    void hearsTheApplicationErrorOfAFailingWebhook() {
        service.on("/twilio/voice", 500, "text/plain", "oops");
        assertApplicationError("11200 HTTP retrieval failure: status 500");
    }

    @Test
    void hearsTheApplicationErrorOfAMovedWebhook() {
        service.on("/twilio/voice", 302, "text/xml", "<Response/>");
        assertApplicationError("11200 HTTP retrieval failure: redirected");
    }

    @Test
    void hearsTheApplicationErrorOfSomethingThatIsNotTwiml() {
        service.on("/twilio/voice", 200, "text/xml", "<html><body>Hello");
        assertApplicationError("12100 Document parse failure");
    }

    @Test
    void hearsTheApplicationErrorOfAWrongContentType() {
        service.on("/twilio/voice", 200, "application/json", "<Response/>");
        assertApplicationError("12300 Invalid Content-Type");
    }

    @Test
    void hearsTheApplicationErrorOfAnEndlessDocument() {
        service.on("/twilio/voice", "<Say>" + "长".repeat(30_000) + "</Say>");
        assertApplicationError("11750 TwiML response body too large");
    }

    @Test
    void hearsTheApplicationErrorOfAServiceThatIsGone() {
        service.close();
        assertApplicationError("11205 HTTP connection failure");
    }

    @Test
    void turnsToTheFallbackWhenTheServiceFails() {
        service.on("/twilio/voice", "<Gather numDigits='1' action='/next'/>")
                .on("/next", 503, "text/plain", "busy")
                .on("/twilio/fallback/voice", "<Say>Please call the office.</Say>");
        call.start();
        Step step = call.press("1");
        assertThat(step.heard()).containsExactly(english("Please call the office."));
        assertThat(service.last("/twilio/fallback/voice").parameters())
                .containsEntry("Digits", "1")
                .containsEntry("ErrorCode", "11200")
                .containsEntry("ErrorUrl", "https://help.example.org/next");
    }

    @Test
    void callsNobodyOutsideOfThisService() {
        service.on("/twilio/voice", "<Redirect>https://help.example.org.evil.example/</Redirect>");
        assertThat(call.start().trace().get(1).notes())
                .singleElement()
                .asString()
                .contains("outside of this service");
    }

    private void assertApplicationError(String note) {
        Step step = call.start();
        assertThat(step.heard()).containsExactly(english("We're sorry, an application error has occurred. Goodbye."));
        assertThat(step.waiting()).isNull();
        assertThat(step.trace().getFirst().notes()).singleElement().asString().startsWith(note);
    }
}
