package org.plainline.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTests {
    private static Exchange answered(String type, String body, String... notes) {
        return new Exchange("POST", "https://help.example.org/", Map.of(), 200, type, body, List.of(notes));
    }

    @Test
    void takesNoAnswerForAnAnswerToATextButNotToACall() {
        assertThat(Document.of(answered("", ""), Entrance.TEXT).twiml()).isEqualTo(new Twiml(List.of(), List.of()));
        assertThat(Document.of(answered("text/xml", ""), Entrance.CALL).errorCode())
                .isEqualTo("12100");
    }

    @Test
    void passesOnWhatWasWrongWithTheExchange() {
        Exchange failed = answered("text/xml", "<Response/>", "11750 TwiML response body too large");
        assertThat(Document.of(failed, Entrance.TEXT).twiml()).isNull();
        assertThat(Document.of(failed, Entrance.TEXT).errorCode()).isEqualTo("11750");
    }

    @Test
    void takesEveryKindOfXmlAndNothingElse() {
        assertThat(Document.of(answered("application/xml;charset=utf-8", "<Response/>"), Entrance.CALL)
                        .errorCode())
                .isEmpty();
        assertThat(Document.of(answered("text/html", "<Response/>"), Entrance.CALL)
                        .errorCode())
                .isEqualTo("12300");
    }
}
