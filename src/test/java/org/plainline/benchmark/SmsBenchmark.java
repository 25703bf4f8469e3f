package org.plainline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.ServiceProcess;
import org.plainline.TwilioClient;
import org.plainline.knowledge.ModelsAlone;

/**
 * {@code mvn -Pbenchmark test}: how long a text takes at 100 a second; how many go through beside a bare endpoint on
 * the same server, and, of texts nobody has sent before, beside the sentence models alone. All of it in one run on the
 * same cores, which the senders share. It asserts only that answers were right; figures are printed, not judged.
 */
class SmsBenchmark {
    private static final int PER_SECOND = 100;
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 20);
    /** The compiler keeps a processor busy until the service has run for a while; nothing before that is told. */
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 90);

    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 3;
    private static final String SMS = "/twilio/sms";
    private static final String BARE = "/twilio/benchmark";

    /** Of ten texts in the mix, so many ask in words that nobody has used before. */
    private static final int NEW = 4;

    @TempDir
    private Path folder;

    private final AtomicInteger residents = new AtomicInteger();

    /** Of the texts that left on time. */
    private final AtomicInteger answered = new AtomicInteger();

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ModelsAlone models = new ModelsAlone(Texts.QUESTIONS);

    @Test
    void printsLatencyAndThroughput() throws Exception {
        try (ServiceProcess service = ServiceProcess.startForLong(
                folder, "--plainline.limits.enabled=false", "--spring.profiles.active=benchmark")) {
            TwilioClient twilio = new TwilioClient(service.address());
            await().atMost(Duration.ofMinutes(10))
                    .until(() -> service.output().contains("Meaning in ZH")
                            && service.output().contains("Meaning in EN"));
            throughput(twilio, SMS, NEW, WARM_UP * 0.8);
            throughput(twilio, BARE, NEW, WARM_UP * 0.2);
            print(latencies(twilio));
            double bare = 0;
            double again = 0;
            double mixed = 0;
            double allNew = 0;
            double alone = 0;
            for (int round = 0; round < ROUNDS; round++) {
                bare += throughput(twilio, BARE, NEW, SECONDS / 4.0) / ROUNDS;
                again += throughput(twilio, SMS, 0, SECONDS / 4.0) / ROUNDS;
                mixed += throughput(twilio, SMS, NEW, SECONDS / 4.0) / ROUNDS;
                allNew += throughput(twilio, SMS, 10, SECONDS / 4.0) / ROUNDS;
                alone += models.perSecond(() -> Texts.newQuestion(residents.incrementAndGet()), SECONDS / 4.0) / ROUNDS;
            }
            System.out.printf("%d connections: bare endpoint %.0f/s, models alone %.0f/s%n", CONNECTIONS, bare, alone);
            System.out.printf("All asked before: %.0f/s, %.2f of the bare endpoint%n", again, again / bare);
            double most = 1 / (1 / bare + NEW / 10.0 / alone);
            System.out.printf(
                    "%d in 10 new: %.0f/s, %.2f of the bare endpoint; were there nothing but endpoint and models: %.2f%n",
                    NEW, mixed, mixed / bare, most / bare);
            double mostNew = 1 / (1 / bare + 1 / alone);
            System.out.printf(
                    "All new: %.0f/s, %.2f of the models alone; were there nothing but endpoint and models: %.2f%n",
                    allNew, allNew / alone, mostNew / alone);
        }
    }

    private void print(long[] latencies) {
        System.out.printf(
                "POST /twilio/sms at %d/s for %d s: p50 %.1f ms, p99 %.1f ms, max %.1f ms (%d of %d texts answered)%n",
                PER_SECOND,
                SECONDS,
                latencies[latencies.length / 2] / 1e6,
                latencies[latencies.length * 99 / 100] / 1e6,
                latencies[latencies.length - 1] / 1e6,
                answered.get(),
                latencies.length);
    }

    /**
     * Open loop: texts leave on time whatever the service does, and each is timed from when it should have left. A
     * machine that cannot carry so many leaves some without an answer, or puts them off; they count for as long as was
     * waited.
     */
    private long[] latencies(TwilioClient twilio) {
        var nanos = new ConcurrentLinkedQueue<Long>();
        List<CompletableFuture<?>> sent = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < PER_SECOND * SECONDS; i++) {
            long due = start + i * (1_000_000_000L / PER_SECOND);
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            Map<String, String> text = text(NEW);
            sent.add(twilio.sent(SMS, text)
                    .handle((response, unanswered) -> Optional.ofNullable(response))
                    .thenAccept(answer -> {
                        nanos.add(System.nanoTime() - due);
                        answer.filter(response -> !isPutOff(response)).ifPresent(response -> {
                            answered.incrementAndGet();
                            assertRight(SMS, text, response);
                        });
                    }));
        }
        sent.forEach(CompletableFuture::join);
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * Closed loop: each connection sends the next text when it has the answer. Texts a second.
     *
     * @param unheard of ten texts, so many that nobody has sent before
     */
    private double throughput(TwilioClient twilio, String path, int unheard, double seconds) throws Exception {
        AtomicInteger returned = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(senders.submit(() -> {
                    while (System.nanoTime() < end) {
                        Map<String, String> text = text(unheard);
                        assertRight(path, text, twilio.post(path, text));
                        returned.incrementAndGet();
                    }
                }));
            }
        }
        double taken = (System.nanoTime() - start) / 1e9;
        for (Future<?> sender : running) {
            sender.get();
        }
        return returned.get() / taken;
    }

    /** "Please text again in a few minutes", when no connection to the database is to be had for two seconds. */
    private static boolean isPutOff(HttpResponse<String> response) {
        return response.body().contains("请过几分钟再发一次");
    }

    /** The same question has the same answer, every time. */
    private void assertRight(String path, Map<String, String> text, HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<Message><Body>");
        String question = text.getOrDefault("Body", "");
        if (path.equals(SMS) && Texts.QUESTIONS.contains(question)) {
            assertThat(response.body()).isEqualTo(answers.computeIfAbsent(question, _ -> response.body()));
        }
    }

    private Map<String, String> text(int unheard) {
        int resident = residents.incrementAndGet();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("MessageSid", "SM" + UUID.randomUUID().toString().replace("-", ""));
        form.put("From", "+1" + (2_000_000_000L + resident));
        form.put("To", "+15005550006");
        form.put(
                "Body",
                resident % 10 < 10 - unheard
                        ? Texts.QUESTIONS.get(resident / 10 % Texts.QUESTIONS.size())
                        : Texts.newQuestion(resident));
        return form;
    }
}
