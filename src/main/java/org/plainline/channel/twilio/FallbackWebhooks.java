package org.plainline.channel.twilio;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Twilio turns when the first address failed or took too long. */
@RestController
class FallbackWebhooks {
    static final String SMS = "/twilio/fallback/sms";
    static final String VOICE = "/twilio/fallback/voice";

    private final Fallback fallback;

    FallbackWebhooks(Fallback fallback) {
        this.fallback = fallback;
    }

    @PostMapping(path = SMS, produces = MediaType.TEXT_XML_VALUE)
    String sms(TwilioForm proven) {
        return fallback.text();
    }

    @PostMapping(path = VOICE, produces = MediaType.TEXT_XML_VALUE)
    String voice(TwilioForm proven) {
        return fallback.call();
    }
}
