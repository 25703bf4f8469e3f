package org.plainline.benchmark;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.answering.Question;
import org.plainline.knowledge.Knowledge;
import org.plainline.resident.Channel;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/**
 * From a text to what is said to it, without database and network, over ten thousand passages in each language. Warmed
 * up for long, because the compiler may have to share one core.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 2, time = 10)
public class WholeAnswer {
    private static final int KNOWN = 1_000;

    private static final List<String> BAD = List.of(
            "",
            "🥶".repeat(800),
            "煤".repeat(100_000),
            "a ".repeat(50_000),
            "e" + "\u0301".repeat(5_000),
            "\u0000\u0001\u0008\u001B[31m\u007F\uFFFF\uFEFF",
            "\uDC00煤\uD83D",
            "(a+)+$ ".repeat(200) + "a".repeat(200) + "!",
            "title:coal* || field:[a TO z] && \"unclosed AND OR NOT ( [ * ? : ~ ^ \\ / {!");

    /** Where ten thousand passages are. */
    @Param("knowledge-base")
    public String folder = "";

    private @Nullable ConfigurableApplicationContext context;
    private @Nullable Answers answers;
    private int asked;

    @ComponentScan({"org.plainline.knowledge", "org.plainline.answering", "org.plainline.resident"})
    static class AnsweringOnly {}

    @Setup(Level.Trial)
    public void open() throws Exception {
        ConfigurableApplicationContext opened = new SpringApplicationBuilder(AnsweringOnly.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", Clock.systemUTC()))
                .run(
                        "--plainline.knowledge-base=" + folder,
                        // Kept from run to run: working out what they mean takes a minute.
                        "--plainline.vectors=target/vectors-of-many",
                        "--plainline.service-area=service-area.yaml",
                        "--logging.level.root=error");
        opened.getBean(Knowledge.class).awaitMeaning();
        context = opened;
        answers = opened.getBean(Answers.class);
        for (int i = 0; i < KNOWN; i++) {
            said(Texts.typed(Texts.newQuestion(i), 0));
        }
        System.out.println(Memory.inUse());
    }

    @TearDown(Level.Trial)
    public void close() {
        if (context != null) {
            context.close();
        }
    }

    /** In words that nobody used before. */
    @Benchmark
    public Answer neverAsked() {
        return said(Texts.newQuestion(KNOWN + asked++));
    }

    /** What the words mean is still known from before; all else is looked for again, because it is typed otherwise. */
    @Benchmark
    public Answer meaningKnown() {
        int number = asked++;
        return said(Texts.typed(Texts.newQuestion(number % KNOWN), 1 + number / KNOWN % (Texts.WAYS - 1)));
    }

    /** The very same question on the same day. */
    @Benchmark
    public Answer askedAgain() {
        return said(Texts.QUESTIONS.get(asked++ % Texts.QUESTIONS.size()));
    }

    /** Whatever can be typed or sent, never the same twice. */
    @Benchmark
    public Answer badInput() {
        int number = asked++;
        return said(number + BAD.get(number % BAD.size()));
    }

    private Answer said(String text) {
        if (answers == null) {
            throw new IllegalStateException("Not opened");
        }
        return answers.answer(new Question(text, null, Channel.SMS, null, null));
    }
}
