package org.plainline.channel.simulator;

/** How the simulated number is set up: where the carrier asks first, and where when that fails. */
enum Entrance {
    CALL("/twilio/voice", "/twilio/fallback/voice"),
    TEXT("/twilio/sms", "/twilio/fallback/sms");

    static final String CALL_STATUS = "/twilio/status/call";

    private final String path;
    private final String fallback;

    Entrance(String path, String fallback) {
        this.path = path;
        this.fallback = fallback;
    }

    String path() {
        return path;
    }

    String fallback() {
        return fallback;
    }
}
