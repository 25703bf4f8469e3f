package org.plainline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.plainline.resident.PhoneNumber;

/** Twilio's REST API at HTTP level, with Twilio's own bodies: it answers as told, one answer a request. */
final class FakeTwilio implements AutoCloseable {
    static final PhoneNumber NUMBER = new PhoneNumber("+12025550123");

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    final List<Sent> requests = new CopyOnWriteArrayList<>();

    /** What one request is answered. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A request as it came. */
    record Sent(String method, URI target, Map<String, List<String>> headers, String body) {
        Map<String, String> form() {
            return fields(body).stream().collect(Collectors.toMap(Field::name, Field::value));
        }

        List<Field> query() {
            return fields(target.getRawQuery() == null ? "" : target.getRawQuery());
        }

        private static List<Field> fields(String encoded) {
            try {
                return Field.decode(encoded.getBytes(UTF_8));
            } catch (CharacterCodingException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    FakeTwilio() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    TwilioAccount account() {
        return new TwilioAccount(Webhook.ACCOUNT, Webhook.TOKEN, this::address, NUMBER);
    }

    FakeTwilio answers(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    static Answer created(String sid) {
        return json(201, """
                {"account_sid": "%s", "api_version": "2010-04-01", "body": "…", "date_created": \
                "Thu, 24 Aug 2023 05:01:45 +0000", "date_sent": null, "date_updated": "Thu, 24 Aug 2023 05:01:45 +0000", \
                "direction": "outbound-api", "error_code": null, "error_message": null, "from": "+12025550123", \
                "messaging_service_sid": null, "num_media": "0", "num_segments": "1", "price": null, \
                "price_unit": "USD", "sid": "%s", "status": "queued", "subresource_uris": {}, "to": "+8613800138000", \
                "uri": "/2010-04-01/Accounts/%s/Messages/%s.json"}""".formatted(Webhook.ACCOUNT, sid, Webhook.ACCOUNT, sid));
    }

    static Answer refused(int status, int code, String message) {
        return json(status, """
                {"code": %d, "message": "%s", "more_info": "https://www.twilio.com/docs/errors/%d", "status": %d}""".formatted(code, message, code, status));
    }

    static Answer busy(int seconds) {
        return exchange -> {
            exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds));
            refused(429, 20429, "Too Many Requests").to(exchange);
        };
    }

    static Answer json(int status, String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.getBytes(UTF_8).length);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        };
    }

    /** The message was taken, and then the line went dead. */
    static Answer cut() {
        return HttpExchange::close;
    }

    /** Half an answer, then the line goes dead. */
    static Answer cutInTheMiddle() {
        return exchange -> {
            exchange.sendResponseHeaders(201, 5_000);
            exchange.getResponseBody().write("{\"sid\": \"SM".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** The message was taken, and no answer ever comes. */
    Answer silence() {
        return exchange -> {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** The head of an answer, and then nothing. */
    Answer silenceAfterTheHead() {
        return exchange -> {
            exchange.sendResponseHeaders(201, 5_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            silence().to(exchange);
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(new Sent(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            Answer answer = answers.poll();
            (answer == null ? json(500, "{}") : answer).to(exchange);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
