package org.plainline;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Speaks to the service as Twilio does: form posts, signed over the public address. */
public final class TwilioClient {
    public static final String TOKEN = "0123456789abcdef0123456789abcdef";
    public static final String PUBLIC_URL = "https://line.example.org";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;

    /** @param address where the service really listens, {@code http://127.0.0.1:8080} */
    public TwilioClient(String address) {
        this.address = address;
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return sent(path, form).join();
    }

    public CompletableFuture<HttpResponse<String>> sent(String path, Map<String, String> form) {
        return http.sendAsync(request(path, encoded(form), signature(path, form)), BodyHandlers.ofString());
    }

    /** Any body with any signature, for what must be refused. */
    public HttpResponse<String> raw(String path, byte[] body, String signature) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).join();
    }

    private HttpRequest request(String path, String body, String signature) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** HMAC-SHA1 over the public URL and the sorted parameters, as Twilio documents it. */
    public static String signature(String path, Map<String, String> form) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            StringBuilder signed = new StringBuilder(PUBLIC_URL + path);
            new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
