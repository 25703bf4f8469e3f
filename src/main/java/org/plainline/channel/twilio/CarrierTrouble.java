package org.plainline.channel.twilio;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The carrier's REST API did not do what it was asked; says whether it may have, and whether to ask again. */
final class CarrierTrouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final JsonMapper JSON = new JsonMapper();

    private final transient Outcome outcome;

    /** @param message may quote the carrier, who quotes numbers: not for logs */
    private CarrierTrouble(Outcome outcome, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }

    static CarrierTrouble unclear(String error, Throwable cause) {
        return new CarrierTrouble(new Outcome.Unclear(error), "The carrier did not answer: " + error, cause);
    }

    static CarrierTrouble of(ExecutionException failed) {
        Throwable cause = failed.getCause();
        boolean nothingSent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
        return nothingSent
                ? new CarrierTrouble(
                        new Outcome.Later("not-connected", Duration.ZERO), "The carrier cannot be reached", cause)
                : unclear("connection-lost", failed);
    }

    /** @param answer anything but a success */
    static CarrierTrouble in(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String error = "http-" + status;
        return switch (status) {
            case 429 -> new CarrierTrouble(new Outcome.Later(error, retryAfter(answer)), "The carrier is busy", null);
            // A wrong token says nothing about the message, and is mended by whoever runs the service.
            case 401 ->
                new CarrierTrouble(
                        new Outcome.Later(error, Duration.ZERO), "The carrier does not accept the auth token", null);
            default ->
                status / 100 == 4
                        ? refused(answer.body(), error)
                        : new CarrierTrouble(new Outcome.Unclear(error), "The carrier answers " + error, null);
        };
    }

    private static CarrierTrouble refused(String body, String error) {
        JsonNode answer = json(body);
        String code = answer.path("code").asString(error);
        return new CarrierTrouble(
                new Outcome.Refused(code),
                "The carrier refuses (" + code + "): " + answer.path("message").asString(""),
                null);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** Seconds only: Twilio sends no dates. */
    private static Duration retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }
}
