package org.plainline.channel.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Why the carrier does not take a message, in Twilio's numbers and words. */
enum CarrierRefusal {
    NOT_AUTHENTICATED(401, 20003, "Authenticate"),
    NO_TO(400, 21604, "A 'To' phone number is required."),
    BAD_TO(400, 21211, "Invalid 'To' Phone Number"),
    NO_FROM(400, 21603, "A 'From' phone number is required."),
    FOREIGN_FROM(400, 21606, "The 'From' phone number provided is not a valid message-capable Twilio phone number."),
    NO_BODY(400, 21602, "Message body is required."),
    LONG_BODY(400, 21617, "The concatenated message body exceeds the 1600 character limit"),
    OPTED_OUT(400, 21610, "Attempt to send to unsubscribed recipient");

    private final int status;
    private final int code;
    private final String message;

    CarrierRefusal(int status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    ResponseEntity<Map<String, @Nullable Object>> answer() {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("more_info", "https://www.twilio.com/docs/errors/" + code);
        error.put("status", status);
        return ResponseEntity.status(status).body(error);
    }
}
