package org.plainline.channel.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the simulator, as a terminal speaks it. */
final class TerminalLine implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = SimulatorConfiguration.http();

    /** The service answered, but not with a step of the call. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;

        Refused(int status) {
            super("Answered " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** @throws java.net.ConnectException when nobody is there */
    JsonNode post(URI service, String path, Map<String, String> body) throws IOException, Refused {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new Refused(response.statusCode());
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped during the call", stopping);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
