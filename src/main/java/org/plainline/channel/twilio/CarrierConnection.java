package org.plainline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.http.HttpMethod;
import com.twilio.http.HttpUtility;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.Header;

/**
 * The SDK's way to the network, made for messages that must not leave twice: it never repeats a request, and it opens a
 * connection of its own for each, because a kept one that the carrier has just closed would leave us not knowing.
 */
final class CarrierConnection extends com.twilio.http.HttpClient {
    private static final String TWILIO = "https://api.twilio.com/";

    /** @param total from the first attempt to connect to the last byte of the answer */
    record Patience(Duration connect, Duration total) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    private final URI base;
    private final Patience patience;

    CarrierConnection(URI base, Patience patience) {
        this.base = base;
        this.patience = patience;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    /** @throws CarrierTrouble for every answer but a success */
    @Override
    public Response makeRequest(Request request) {
        HttpResponse<String> answer = exchange(translated(request));
        if (answer.statusCode() / 100 != 2) {
            throw CarrierTrouble.in(answer);
        }
        return new Response(answer.body(), answer.statusCode(), new Header[0]);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            // The client's own timeout ends with the headers; this one covers the body too.
            return client.sendAsync(request, BodyHandlers.ofString(UTF_8))
                    .get(patience.total().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw CarrierTrouble.unclear("timeout", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CarrierTrouble.unclear("interrupted", stopped);
        } catch (ExecutionException failed) {
            throw CarrierTrouble.of(failed);
        } finally {
            client.shutdownNow();
        }
    }

    private HttpRequest translated(Request request) {
        String url = request.constructURL().toString();
        if (!url.startsWith(TWILIO)) {
            throw new IllegalArgumentException("Not an address of Twilio's REST API");
        }
        String root = base.toString().replaceAll("/+$", "") + "/";
        var builder = HttpRequest.newBuilder(URI.create(root + url.substring(TWILIO.length())))
                .header("Authorization", request.getAuthString())
                .header("Accept", "application/json")
                .header("User-Agent", HttpUtility.getUserAgentString(List.of(), true));
        if (request.getMethod() == HttpMethod.GET) {
            return builder.GET().build();
        }
        return builder.header("Content-Type", "application/x-www-form-urlencoded")
                .method(request.getMethod().toString(), form(request.getPostParams()))
                .build();
    }

    private static BodyPublisher form(Map<String, List<String>> fields) {
        return BodyPublishers.ofString(fields.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
