package org.plainline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.plainline.answering.Answers;
import org.plainline.knowledge.Knowledge;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;

/** Answers from a folder as the service would give them on a certain day, without a service or a database. */
public final class AnswersOn implements AutoCloseable {
    private static final ZoneId OFFICES = ZoneId.of("Asia/Shanghai");
    private static final Map<LocalDate, AnswersOn> SHARED = new ConcurrentHashMap<>();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Only what an answer needs. */
    @ComponentScan({"org.plainline.knowledge", "org.plainline.answering", "org.plainline.resident"})
    static class AnsweringOnly {}

    public AnswersOn(LocalDate day, Path knowledgeBase) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "folder",
                        Map.of(
                                "plainline.knowledge-base",
                                knowledgeBase.toString(),
                                "plainline.service-area",
                                "service-area.yaml")));
        context.registerBean(
                Clock.class, () -> Clock.fixed(day.atTime(12, 0).atZone(OFFICES).toInstant(), OFFICES));
        context.register(AnsweringOnly.class);
        context.refresh();
    }

    /** From the repository's own folder; opened once for all tests, and never closed. */
    public static AnswersOn shared(LocalDate day) {
        return SHARED.computeIfAbsent(day, _ -> new AnswersOn(day, Path.of("knowledge-base")));
    }

    public Answers answers() {
        return context.getBean(Answers.class);
    }

    public Knowledge knowledge() {
        return context.getBean(Knowledge.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
