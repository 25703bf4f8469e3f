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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The part of Twilio's REST API that the service uses: it takes a text message and brings it to a handset. */
@RestController
@WhenSimulating
class SimulatedCarrier {
    private static final int MOST_CHARACTERS = 1600;
    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private final TwilioAccount account;
    private final String number;
    private final SimulatedMessages messages;
    private final OptOuts optOuts;
    private final DeliveryReports reports;
    private final Sids sids;

    SimulatedCarrier(
            Webhooks webhooks, SimulatedMessages messages, OptOuts optOuts, DeliveryReports reports, Sids sids) {
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
            @RequestBody MultiValueMap<String, String> form) {
        String to = field(form, "To");
        String body = field(form, "Body");
        return refusal(sid, authorization, to, field(form, "From"), body)
                .map(CarrierRefusal::answer)
                .orElseGet(() -> accept(to, body, field(form, "StatusCallback")));
    }

    private Optional<CarrierRefusal> refusal(
            String sid, @Nullable String authorization, String to, String from, String body) {
        if (!sid.equals(account.sid()) || !isOurs(authorization)) {
            return Optional.of(CarrierRefusal.NOT_AUTHENTICATED);
        } else if (to.isEmpty()) {
            return Optional.of(CarrierRefusal.NO_TO);
        } else if (!to.matches("\\+[1-9]\\d{6,14}")) {
            return Optional.of(CarrierRefusal.BAD_TO);
        } else if (from.isEmpty()) {
            return Optional.of(CarrierRefusal.NO_FROM);
        } else if (!from.equals(number)) {
            return Optional.of(CarrierRefusal.FOREIGN_FROM);
        } else if (body.isEmpty()) {
            return Optional.of(CarrierRefusal.NO_BODY);
        } else if (body.length() > MOST_CHARACTERS) {
            return Optional.of(CarrierRefusal.LONG_BODY);
        }
        return optOuts.stopped(to) ? Optional.of(CarrierRefusal.OPTED_OUT) : Optional.empty();
    }

    private ResponseEntity<Map<String, @Nullable Object>> accept(String to, String body, String callback) {
        SimulatedMessage message = messages.add(to, Direction.TO_HANDSET, body, sids.next("SM"));
        reports.report(message, callback);
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

    private static String field(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }
}
