package org.plainline.channel.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The simulator on a free port beside a service of three sentences; all tests that extend this share one. */
@SpringBootTest(classes = HandsetApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("short-service")
abstract class HandsetTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    @LocalServerPort
    private int port;

    @Autowired
    private HandsetApplication.ShortService service;

    private WebTestClient http;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) throws IOException {
        var folder = Files.createTempDirectory("handset");
        properties.add("plainline.data-dir", folder::toString);
        properties.add("plainline.public-url", () -> FakeService.PUBLIC);
        properties.add("spring.webflux.problemdetails.enabled", () -> true);
    }

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer()
                .baseUrl(address())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    WebTestClient http() {
        return http;
    }

    HandsetApplication.ShortService service() {
        return service;
    }

    /** A number of its own for every test, from those that are kept for fiction or nearly so. */
    static String newNumber() {
        return "+1202555" + NUMBERS.incrementAndGet();
    }
}
