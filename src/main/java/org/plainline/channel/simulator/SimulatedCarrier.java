package org.plainline.channel.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainline.channel.simulator.SimulatedMessage.Direction;
import org.plainline.channel.twilio.TwilioAccount;
import org.plainline.resident.SmsLength;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The part of Twilio's REST API that the service uses: it takes a text message and brings it to a handset. */
@RestController
@WhenSimulating
class SimulatedCarrier {
    private static final int MOST_CHARACTERS = 1600;
    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);

    /** The fields of the form that count here; Twilio has many more. A missing one is as good as an empty one. */
    record NewMessage(
            @BindParam("To") String to,
            @BindParam("From") String from,
            @BindParam("Body") String body,
            @BindParam("StatusCallback") String statusCallback) {
        NewMessage {
            to = Objects.requireNonNullElse(to, "");
            from = Objects.requireNonNullElse(from, "");
            body = Objects.requireNonNullElse(body, "");
            statusCallback = Objects.requireNonNullElse(statusCallback, "");
        }
    }

    private final TwilioAccount account;
    private final String number;
    private final SimulatedMessages messages;
    private final OptOuts optOuts;
    private final SimulatedDelivery reports;
    private final Sids sids;

    SimulatedCarrier(
            Webhooks webhooks, SimulatedMessages messages, OptOuts optOuts, SimulatedDelivery reports, Sids sids) {
        this.account = webhooks.account();
        this.number = webhooks.number().e164();
        this.messages = messages;
        this.optOuts = optOuts;
        this.reports = reports;
        this.sids = sids;
    }

    @PostMapping(
            path = "/phone/carrier/2010-04-01/Accounts/{account}/Messages.json",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> create(
            @PathVariable("account") String sid,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @ModelAttribute NewMessage message) {
        return refusal(sid, authorization, message).map(CarrierRefusal::answer).orElseGet(() -> accept(message));
    }

    private Optional<CarrierRefusal> refusal(String sid, @Nullable String authorization, NewMessage message) {
        String to = message.to();
        String body = message.body();
        if (!sid.equals(account.sid()) || !isOurs(authorization)) {
            return Optional.of(CarrierRefusal.NOT_AUTHENTICATED);
        } else if (to.isEmpty()) {
            return Optional.of(CarrierRefusal.NO_TO);
        } else if (!to.matches("\\+[1-9]\\d{6,14}")) {
            return Optional.of(CarrierRefusal.BAD_TO);
        } else if (message.from().isEmpty()) {
            return Optional.of(CarrierRefusal.NO_FROM);
        } else if (!message.from().equals(number)) {
            return Optional.of(CarrierRefusal.FOREIGN_FROM);
        } else if (body.isEmpty()) {
            return Optional.of(CarrierRefusal.NO_BODY);
        } else if (body.length() > MOST_CHARACTERS) {
            return Optional.of(CarrierRefusal.LONG_BODY);
        }
        return optOuts.stopped(to) ? Optional.of(CarrierRefusal.OPTED_OUT) : Optional.empty();
    }

    private ResponseEntity<Map<String, @Nullable Object>> accept(NewMessage wanted) {
        SimulatedMessage message = messages.add(wanted.to(), Direction.TO_HANDSET, wanted.body(), sids.next("SM"));
        reports.report(message, wanted.statusCallback());
        String uri = "/2010-04-01/Accounts/" + account.sid() + "/Messages/" + message.sid();
        return ResponseEntity.created(URI.create(uri + ".json")).body(resource(message, uri));
    }

    private Map<String, @Nullable Object> resource(SimulatedMessage message, String uri) {
        String now = RFC_2822.format(message.at().atOffset(ZoneOffset.UTC));
        Map<String, @Nullable Object> resource = new LinkedHashMap<>();
        resource.put("account_sid", account.sid());
        resource.put("api_version", "2010-04-01");
        resource.put("body", message.body());
        resource.put("date_created", now);
        resource.put("date_sent", null);
        resource.put("date_updated", now);
        resource.put("direction", "outbound-api");
        resource.put("error_code", null);
        resource.put("error_message", null);
        resource.put("from", number);
        resource.put("messaging_service_sid", null);
        resource.put("num_media", "0");
        resource.put("num_segments", String.valueOf(SmsLength.segments(message.body())));
        resource.put("price", null);
        resource.put("price_unit", "USD");
        resource.put("sid", message.sid());
        resource.put("status", "queued");
        resource.put("subresource_uris", Map.of("media", uri + "/Media.json"));
        resource.put("to", message.number());
        resource.put("uri", uri + ".json");
        return resource;
    }

    private boolean isOurs(@Nullable String authorization) {
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (account.sid() + ":" + account.token().value()).getBytes(StandardCharsets.UTF_8));
        return authorization != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }
}
