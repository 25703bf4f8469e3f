package org.plainline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

/** A webhook as Twilio would post it, with real field names. */
record Webhook(String path, List<Field> fields) {
    static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    static final Secret TOKEN = new Secret("9f3c1e0a7b5d4c2e8f6a1b3d5c7e9f01");
    static final String URL = "https://help.example.org";

    static Webhook sms(String body) {
        return new Webhook(
                "/twilio/sms",
                List.of(
                        new Field("ToCountry", "US"),
                        new Field("MessageSid", "SM00000000000000000000000000000001"),
                        new Field("AccountSid", ACCOUNT),
                        new Field("From", "+8613800138000"),
                        new Field("To", "+12025550123"),
                        new Field("Body", body),
                        new Field("NumMedia", "0"),
                        new Field("ApiVersion", "2010-04-01")));
    }

    Webhook at(String otherPath) {
        return new Webhook(otherPath, fields);
    }

    /** @param pairs name, value, name, value … */
    Webhook with(String... pairs) {
        List<Field> more = new ArrayList<>(fields);
        for (int at = 0; at < pairs.length; at += 2) {
            more.add(new Field(pairs[at], pairs[at + 1]));
        }
        return new Webhook(path, more);
    }

    Webhook without(String... names) {
        return new Webhook(
                path,
                fields.stream()
                        .filter(field -> !Arrays.asList(names).contains(field.name()))
                        .toList());
    }

    Webhook reversed() {
        return new Webhook(path, fields.reversed());
    }

    String signature() {
        return Signature.of(TOKEN, URL + path, fields);
    }

    byte[] body() {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.name(), UTF_8) + "=" + URLEncoder.encode(field.value(), UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(UTF_8);
    }

    MockServerHttpRequest request(String signature) {
        return MockServerHttpRequest.method(HttpMethod.POST, URI.create("http://10.0.0.5:8080" + path))
                .contentType(new MediaType(MediaType.APPLICATION_FORM_URLENCODED, UTF_8))
                .header(TwilioWebhooks.SIGNATURE, signature)
                .build();
    }
}
