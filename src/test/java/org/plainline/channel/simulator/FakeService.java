package org.plainline.channel.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.plainline.channel.twilio.PublicAddress;
import org.plainline.channel.twilio.Secret;
import org.plainline.channel.twilio.TwilioAccount;
import org.plainline.resident.PhoneNumber;

/** Answers webhooks with the documents it was given, and lets nobody in whom Twilio's own validator would not. */
final class FakeService implements AutoCloseable {
    static final String PUBLIC = "https://help.example.org";
    static final PhoneNumber NUMBER = PhoneNumber.of("+15005550006");

    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private final HttpServer server;
    private final RequestValidator validator = new RequestValidator(TOKEN);
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** @param parameters of the form and of the query */
    record Request(String method, String path, Map<String, String> parameters) {}

    private record Answer(int status, String type, String body) {}

    FakeService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        on("/twilio/status/call", 204, "text/plain", "");
    }

    URI local() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Webhooks webhooks() {
        var account = new TwilioAccount(ACCOUNT, new Secret(TOKEN), () -> local().resolve("/phone/carrier"), NUMBER);
        var address = new ServiceAddress(new PublicAddress(URI.create(PUBLIC)), this::local);
        return new Webhooks(account, NUMBER, address, SimulatorConfiguration.http());
    }

    FakeService on(String path, int status, String type, String body) {
        answers.put(path, new Answer(status, type, body));
        return this;
    }

    /** @param verbs the inside of {@code <Response>} */
    FakeService on(String path, String verbs) {
        return on(path, 200, "text/xml", "<Response>" + verbs + "</Response>");
    }

    List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** The last request to that path. */
    Request last(String path) {
        return requests(path).getLast();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        URI uri = exchange.getRequestURI();
        Answer answer = new Answer(403, "text/plain", "forged");
        if (validator.validate(PUBLIC + uri, form, exchange.getRequestHeaders().getFirst("X-Twilio-Signature"))) {
            Map<String, String> all = new LinkedHashMap<>(form);
            all.putAll(fields(uri.getRawQuery() == null ? "" : uri.getRawQuery()));
            requests.add(new Request(exchange.getRequestMethod(), uri.getPath(), all));
            answer = answers.getOrDefault(uri.getPath(), new Answer(404, "text/plain", "nothing here"));
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : encoded.split("&", -1)) {
            String[] pair = field.split("=", 2);
            if (pair.length == 2) {
                fields.put(
                        URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
