package org.plainline.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A browser without a screen: keeps cookies, follows nothing, and sends the secret of the last form it saw. */
final class Visitor {
    private static final Pattern SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final AtomicInteger VISITORS = new AtomicInteger();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .localAddress(ownAddress())
            .build();
    private final String address;
    final Map<String, String> cookies = new LinkedHashMap<>();
    private String secret = "";

    Visitor(String address) {
        this.address = address;
    }

    /** Empty when there is none. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    HttpResponse<String> signIn(String login, String password) {
        get("/console/sign-in");
        return post("/console/sign-in", "username", login, "password", password);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Accept", "text/html").GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = send(request.build());
        Matcher form = SECRET.matcher(answer.body());
        if (form.find()) {
            secret = form.group(1);
        }
        return answer;
    }

    /** How a stream begins; it is left at once. */
    HttpResponse<?> begin(String path) {
        var answer = http.sendAsync(
                        request(path)
                                .header("Accept", "text/event-stream")
                                .GET()
                                .build(),
                        BodyHandlers.ofInputStream())
                .join();
        try {
            answer.body().close();
        } catch (IOException alreadyOver) {
            // Its status is all that was asked for.
        }
        return answer;
    }

    /** The events of a stream as they come, until it ends or the reader has enough. */
    Stream<String> stream(String path) {
        return http.sendAsync(
                        request(path)
                                .header("Accept", "text/event-stream")
                                .GET()
                                .build(),
                        BodyHandlers.ofLines())
                .join()
                .body();
    }

    /** @param fields names and values in turn */
    HttpResponse<String> post(String path, String... fields) {
        List<String> form = new ArrayList<>(List.of(fields));
        form.addAll(List.of("_csrf", secret));
        return postAsIs(path, form.toArray(String[]::new));
    }

    /** Without any secret. */
    HttpResponse<String> postAsIs(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    HttpResponse<String> send(String method, String path) {
        return method.equals("GET") ? get(path) : post(path);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", "zh-CN");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        HttpResponse<String> answer =
                http.sendAsync(request, BodyHandlers.ofString()).join();
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    /** Every visitor comes from elsewhere, where the machine allows it: guesses count per address. */
    private static @Nullable InetAddress ownAddress() {
        try {
            int number = VISITORS.incrementAndGet();
            return System.getProperty("os.name").equals("Linux")
                    ? InetAddress.getByAddress(new byte[] {127, 1, (byte) (number >> 8), (byte) number})
                    : null;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
