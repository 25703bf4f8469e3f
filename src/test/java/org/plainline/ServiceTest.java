package org.plainline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.plainline.knowledge.Knowledge;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a free port, with a folder and a database of its own; all tests that extend this share one. */
@SpringBootTest(classes = Plainline.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServiceTest {
    /**
     * Where the processors are few, working out what the articles mean takes longer than any test: one of these tests
     * comes first and does not wait, the others come after all that need no service, and then those who start processes
     * of their own, which find it worked out. In another order they take longer.
     */
    public static final int WHILE_NOTHING_IS_UNDERSTOOD = 1;

    public static final int ONCE_ALL_IS_UNDERSTOOD = Integer.MAX_VALUE - 1;
    public static final int IN_PROCESSES_OF_THEIR_OWN = Integer.MAX_VALUE;

    @LocalServerPort
    protected int port;

    private static final AtomicInteger RESIDENTS = new AtomicInteger();

    protected TwilioClient twilio = new TwilioClient("");

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) throws IOException {
        var folder = Files.createTempDirectory("plainline");
        properties.add("plainline.data-dir", folder::toString);
        // Kept from run to run: working out what sixty articles mean takes a minute.
        properties.add("plainline.vectors", () -> "target/vectors");
        properties.add("plainline.public-url", () -> TwilioClient.PUBLIC_URL);
        properties.add("plainline.twilio.auth-token", () -> TwilioClient.TOKEN);
        properties.add("plainline.simulator.enabled", () -> true);
        properties.add("plainline.limits.enabled", () -> false);
    }

    @Autowired
    private Knowledge knowledge;

    @BeforeEach
    void dial() {
        awaitMeaning();
        twilio = new TwilioClient(address());
    }

    /** For those who are answered: articles are found by their meaning from now on. */
    protected void awaitMeaning() {
        knowledge.awaitMeaning();
    }

    protected String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Of a resident whom nobody else in the service's database is: drawn ones meet every thirtieth run. */
    protected static String newNumber() {
        return "+1212555%04d".formatted(RESIDENTS.incrementAndGet());
    }

    /** The parameters of an inbound text, as Twilio posts them. */
    protected static Map<String, String> text(String sid, String from, String body) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("MessageSid", sid);
        form.put("SmsSid", sid);
        form.put("SmsMessageSid", sid);
        form.put("From", from);
        form.put("To", "+15005550006");
        form.put("Body", body);
        form.put("NumMedia", "0");
        form.put("NumSegments", "1");
        form.put("SmsStatus", "received");
        form.put("ApiVersion", "2010-04-01");
        return form;
    }
}
