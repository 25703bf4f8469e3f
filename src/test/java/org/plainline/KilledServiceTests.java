package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was acknowledged is kept, whatever happens to the service: {@code kill -9} in the middle of 200 requests. */
@Order(ServiceTest.IN_PROCESSES_OF_THEIR_OWN)
class KilledServiceTests {
    private static final int RESIDENTS = 200;
    private static final Pattern REFERENCE = Pattern.compile("编号(\\d{6})");

    @TempDir
    private Path folder;

    /** What residents were told, kept outside the service: number → reference. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void everyAcknowledgedRequestIsThereExactlyOnceAfterKillNine() throws Exception {
        ServiceProcess first = ServiceProcess.start(folder, "--plainline.limits.enabled=false");
        askForHelpUntilKilled(first);
        assertThat(acknowledged).hasSizeBetween(RESIDENTS / 4, RESIDENTS - 1);

        try (ServiceProcess second = ServiceProcess.start(folder, "--plainline.limits.enabled=false")) {
            TwilioClient twilio = new TwilioClient(second.address());
            Map<String, String> told = Map.copyOf(acknowledged);
            IntStream.range(0, RESIDENTS).parallel().forEach(resident -> askForHelp(twilio, resident));
            assertThat(acknowledged).hasSize(RESIDENTS).containsAllEntriesOf(told);
        }
        assertThat(kept()).containsExactlyInAnyOrderEntriesOf(acknowledged);
    }

    private void askForHelpUntilKilled(ServiceProcess service) throws Exception {
        TwilioClient twilio = new TwilioClient(service.address());
        AtomicInteger next = new AtomicInteger();
        try (var residents = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                residents.execute(() -> {
                    for (int resident = next.getAndIncrement();
                            resident < RESIDENTS;
                            resident = next.getAndIncrement()) {
                        askForHelp(twilio, resident);
                        if (acknowledged.size() >= RESIDENTS / 2) {
                            service.process().destroyForcibly();
                        }
                    }
                });
            }
        }
        service.kill();
    }

    /** Three texts with the same ids whenever they are sent, as a carrier repeats what was not answered. */
    private void askForHelp(TwilioClient twilio, int resident) {
        String from = "+1202555%04d".formatted(resident);
        List<String> said = List.of("家里没钱看病怎么办", "0", "柳河镇", "2");
        String heard = "";
        for (int i = 0; i < said.size(); i++) {
            heard = twilio.post("/twilio/sms", ServiceTest.text("SM%04d-%d".formatted(resident, i), from, said.get(i)))
                    .body();
        }
        Matcher reference = REFERENCE.matcher(heard);
        if (reference.find()) {
            acknowledged.put(from, reference.group(1));
        }
    }

    /** What the database holds, read by a service that serves nobody. */
    private Map<String, String> kept() {
        var application = new SpringApplicationBuilder(Plainline.class).web(WebApplicationType.NONE);
        Map<String, String> kept = new ConcurrentHashMap<>();
        try (var context = application.run("--plainline.data-dir=" + folder)) {
            context.getBean(JdbcClient.class)
                    .sql("select number, reference from help_request where complete")
                    .query((row, number) -> kept.put(row.getString(1), row.getString(2)) == null)
                    .list()
                    .forEach(first ->
                            assertThat(first).as("one request a resident").isTrue());
        }
        return kept;
    }
}
