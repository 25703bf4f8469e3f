package org.plainline.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.channel.simulator.Heard.Pause;
import org.plainline.channel.simulator.Heard.Say;
import org.plainline.channel.simulator.Verb.Action;

class TwimlReaderTests {
    private static List<Verb> verbs(String inside) throws TwimlException {
        return TwimlReader.read("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response>" + inside + "</Response>")
                .verbs();
    }

    @Test
    void gathersWithTheDefaultsOfTwilio() throws Exception {
        assertThat(verbs("<Gather/>"))
                .containsExactly(new Verb.Gather(
                        List.of(), true, false, Integer.MAX_VALUE, "#", 5, "en-US", false, new Action("", "POST")));
    }

    @Test
    void readsEveryAttributeOfAGather() throws Exception {
        assertThat(verbs("""
                        <Gather input="speech dtmf" numDigits="1" finishOnKey="" timeout="8" language="zh-CN"
                            actionOnEmptyResult="true" action="/twilio/voice/3" method="get"><Say>Yes?</Say></Gather>"""))
                .containsExactly(new Verb.Gather(
                        List.of(new Say("Yes?", "en-US", false)),
                        true,
                        true,
                        1,
                        "",
                        8,
                        "zh-CN",
                        true,
                        new Action("/twilio/voice/3", "GET")));
    }

    @Test
    void hearsBreaksPaceAndLanguageWithinASentence() throws Exception {
        assertThat(verbs("""
                        <Say language="en-US">Call <say-as interpret-as="telephone">12345</say-as>
                          <break/> <prosody rate="slow">or <break time="1.5s"/> say</prosody>
                          <lang xml:lang="zh-CN">找人</lang>, <sub alias="please">pls</sub>.</Say>"""))
                .containsExactly(new Verb.Audible(List.of(
                        new Say("Call 12345", "en-US", false),
                        new Pause(0.5),
                        new Say("or", "en-US", true),
                        new Pause(1.5),
                        new Say("say", "en-US", true),
                        new Say("找人", "zh-CN", false),
                        new Say(", please.", "en-US", false))));
    }

    @Test
    void speaksAtTheUsualRateUnlessItIsLowered() throws Exception {
        assertThat(verbs("<Say><prosody rate='110%'>Hello</prosody></Say>"))
                .containsExactly(new Verb.Audible(List.of(new Say("Hello", "en-US", false))));
    }

    @Test
    void repeatsALoopAndBoundsAnEndlessOne() throws Exception {
        assertThat(verbs("<Say loop='2'>12338</Say><Play loop='99999'>/hold.mp3</Play>"))
                .extracting(verb -> ((Verb.Audible) verb).heard().size())
                .containsExactly(2, 10);
    }

    @Test
    void readsAMessageWithOrWithoutABody() throws Exception {
        assertThat(verbs("<Message> 明白线 </Message><Message to='+12025550100'><Body>Hello</Body></Message>"))
                .containsExactly(new Verb.Message("", "明白线", ""), new Verb.Message("+12025550100", "Hello", ""));
    }

    @Test
    void readsAConversationRelay() throws Exception {
        assertThat(verbs("""
                        <Connect action="/twilio/voice/back"><ConversationRelay url="wss://help.example.org/twilio/relay"
                            welcomeGreeting="Hello" language="en-GB" dtmfDetection="true">
                            <Parameter name="step" value="3"/></ConversationRelay></Connect>"""))
                .containsExactly(new Verb.Relay(
                        "wss://help.example.org/twilio/relay",
                        "Hello",
                        "en-GB",
                        true,
                        List.of(new Verb.Parameter("step", "3")),
                        new Action("/twilio/voice/back", "POST")));
    }

    @Test
    void reportsWhatItDoesNotKnow() throws Exception {
        assertThat(TwimlReader.read("<Response><Start/><Gather timeout='soon'><Dial/></Gather></Response>")
                        .warnings())
                .containsExactly(
                        "12200 Schema validation warning: Start is not known here and was skipped",
                        "12200 Schema validation warning: Dial is not known here and was skipped",
                        "12200 Schema validation warning: timeout=\"soon\" is not a number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hello",
                "<Response><Say>Hello</Response>",
                "<html/>",
                "<!DOCTYPE Response><Response/>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Response><Say>&x;</Say></Response>",
                "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><Response><Say>&b;</Say></Response>",
                "<Response><Say>&unknown;</Say></Response>"
            })
    void refusesWhatIsNoTwiml(String xml) {
        assertThatExceptionOfType(TwimlException.class)
                .isThrownBy(() -> TwimlReader.read(xml))
                .withMessageStartingWith("12100 Document parse failure");
    }
}
