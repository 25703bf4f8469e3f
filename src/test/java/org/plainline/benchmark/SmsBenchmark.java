package org.plainline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.ServiceProcess;
import org.plainline.TwilioClient;

/**
 * {@code mvn -Pbenchmark test}: how long a text takes at 100 a second, and how many go through beside a bare endpoint
 * on the same server, in one run. It asserts only that answers were right; figures are printed, not judged.
 */
class SmsBenchmark {
    private static final int PER_SECOND = 100;
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 20);
    private static final int CONNECTIONS = 16;
    private static final List<String> QUESTIONS = List.of(
            "我妈瘫了,家里没钱怎么办",
            "低保要什么条件",
            "残疾证怎么办",
            "被公司辞退了能领什么钱",
            "孩子上大学没钱交学费",
            "看病花了好多钱报销不了",
            "房子被大水冲了谁管",
            "打官司请不起律师",
            "how do I get dibao",
            "my neighbour is old and alone, who looks after him");

    @TempDir
    private Path folder;

    private final AtomicInteger residents = new AtomicInteger();

    @Test
    void printsLatencyAndThroughput() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(
                folder, "--plainline.limits.enabled=false", "--spring.profiles.active=benchmark")) {
            TwilioClient twilio = new TwilioClient(service.address());
            throughput(twilio, "/twilio/sms", SECONDS / 2.0);
            throughput(twilio, "/twilio/benchmark", SECONDS / 2.0);
            long[] latencies = latencies(twilio);
            double sms = 0;
            double bare = 0;
            for (int round = 0; round < 3; round++) {
                bare += throughput(twilio, "/twilio/benchmark", SECONDS / 3.0) / 3;
                sms += throughput(twilio, "/twilio/sms", SECONDS / 3.0) / 3;
            }
            System.out.printf(
                    "POST /twilio/sms at %d/s for %d s: p50 %.1f ms, p99 %.1f ms, max %.1f ms (%d texts)%n",
                    PER_SECOND,
                    SECONDS,
                    latencies[latencies.length / 2] / 1e6,
                    latencies[latencies.length * 99 / 100] / 1e6,
                    latencies[latencies.length - 1] / 1e6,
                    latencies.length);
            System.out.printf(
                    "%d connections: /twilio/sms %.0f/s, bare endpoint %.0f/s, ratio %.2f%n",
                    CONNECTIONS, sms, bare, sms / bare);
        }
    }

    /** Open loop: texts leave on time whatever the service does, and each is timed from when it should have left. */
    private long[] latencies(TwilioClient twilio) {
        var nanos = new ConcurrentLinkedQueue<Long>();
        List<CompletableFuture<?>> sent = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < PER_SECOND * SECONDS; i++) {
            long due = start + i * (1_000_000_000L / PER_SECOND);
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            sent.add(twilio.sent("/twilio/sms", text()).thenAccept(response -> {
                assertThat(response.statusCode()).isEqualTo(200);
                nanos.add(System.nanoTime() - due);
            }));
        }
        sent.forEach(CompletableFuture::join);
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Closed loop: each connection sends the next text when it has the answer. Texts a second. */
    private double throughput(TwilioClient twilio, String path, double seconds) {
        AtomicInteger answered = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                senders.execute(() -> {
                    while (System.nanoTime() < end) {
                        assertThat(twilio.post(path, text()).statusCode()).isEqualTo(200);
                        answered.incrementAndGet();
                    }
                });
            }
        }
        return answered.get() / ((System.nanoTime() - start) / 1e9);
    }

    /** Six in ten ask one of ten frequent questions, the others say it in words nobody used before. */
    private Map<String, String> text() {
        int resident = residents.incrementAndGet();
        String question = QUESTIONS.get(resident % QUESTIONS.size());
        Map<String, String> form = new LinkedHashMap<>();
        form.put("MessageSid", "SM" + UUID.randomUUID().toString().replace("-", ""));
        form.put("From", "+1" + (2_000_000_000L + resident));
        form.put("To", "+15005550006");
        form.put("Body", resident % 10 < 6 ? question : question + " " + resident);
        return form;
    }
}
