package org.plainline.channel.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plainline.channel.twilio.Field;
import org.plainline.channel.twilio.Signature;
import org.plainline.channel.twilio.TwilioAccount;
import org.plainline.resident.PhoneNumber;

/**
 * Calls the service's webhooks as Twilio does: a signed form over the public URL, though it travels to the web server
 * on this machine.
 */
final class Webhooks {
    /** Twilio's own limits: 5 s to connect, 15 s in all, 64 kB of TwiML. */
    static final Duration CONNECT = Duration.ofSeconds(5);

    private static final Duration TOTAL = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 64 * 1024;

    private final TwilioAccount account;
    private final PhoneNumber number;
    private final ServiceAddress address;
    private final HttpClient http;

    Webhooks(TwilioAccount account, PhoneNumber number, ServiceAddress address, HttpClient http) {
        this.account = account;
        this.number = number;
        this.address = address;
        this.http = http;
    }

    ServiceAddress address() {
        return address;
    }

    TwilioAccount account() {
        return account;
    }

    /** What people call and text. */
    PhoneNumber number() {
        return number;
    }

    /**
     * Asks a webhook and never fails: what went wrong stands in the notes.
     *
     * @param url absolute, under the public URL
     */
    Exchange call(String method, String url, Map<String, String> parameters) {
        String target = method.equals("GET") ? withQuery(url, parameters) : url;
        Map<String, String> form = method.equals("GET") ? Map.of() : parameters;
        var asked = new Exchange(method, target, parameters, 0, "", "", List.of());
        return address.local(target)
                .map(local -> answer(asked, request(local, target, form)))
                .orElseGet(() -> asked.with(List.of(
                        "11200 HTTP retrieval failure: outside of this service, the simulator calls no one else")));
    }

    /** The answer as TwiML and, when no carrier could run it, that of the fallback address after it. */
    List<Document> documents(Entrance entrance, String method, String url, Map<String, String> parameters) {
        Document usual = Document.of(call(method, url, parameters), entrance);
        if (usual.twiml() != null) {
            return List.of(usual);
        }
        Map<String, String> again = new LinkedHashMap<>(parameters);
        again.put("ErrorCode", usual.errorCode());
        again.put("ErrorUrl", url);
        return List.of(usual, Document.of(call("POST", address.of(entrance.fallback()), again), entrance));
    }

    private HttpRequest request(URI local, String url, Map<String, String> form) {
        var request = HttpRequest.newBuilder(local)
                .timeout(TOTAL)
                .header("X-Twilio-Signature", signature(url, form))
                .header("Accept", "*/*")
                .header("User-Agent", "TwilioProxy/1.1");
        return form.isEmpty()
                ? request.GET().build()
                : request.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .build();
    }

    String signature(String url, Map<String, String> form) {
        List<Field> fields = form.entrySet().stream()
                .map(field -> new Field(field.getKey(), field.getValue()))
                .toList();
        return Signature.of(account.token(), url, fields);
    }

    private Exchange answer(Exchange asked, HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                return checked(asked, response, bytes);
            }
        } catch (ConnectException refused) {
            return asked.with(List.of("11205 HTTP connection failure"));
        } catch (HttpTimeoutException slow) {
            return asked.with(List.of("11200 HTTP retrieval failure: no answer within 15 seconds"));
        } catch (IOException broken) {
            return asked.with(List.of("11200 HTTP retrieval failure: the connection broke"));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Stopped while a webhook was under way", stopping));
        }
    }

    private static Exchange checked(Exchange asked, HttpResponse<?> response, byte[] bytes) {
        int status = response.statusCode();
        var answered = new Exchange(
                asked.method(),
                asked.url(),
                asked.parameters(),
                status,
                response.headers().firstValue("Content-Type").orElse(""),
                new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), StandardCharsets.UTF_8),
                List.of());
        if (bytes.length > MOST_BYTES) {
            return answered.with(List.of("11750 TwiML response body too large"));
        }
        if (status >= 300 && status < 400) {
            return answered.with(List.of(
                    "11200 HTTP retrieval failure: redirected; a redirect turns a POST into a GET without parameters"));
        }
        return answered.answered()
                ? answered
                : answered.with(List.of("11200 HTTP retrieval failure: status " + status));
    }

    private static String withQuery(String url, Map<String, String> parameters) {
        return parameters.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + encoded(parameters);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
