package org.plainline.evaluation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plainline.evaluation.TestSet.Asked;
import org.plainline.knowledge.FixedKnowledge;
import org.plainline.knowledge.Retrieval;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate DIR --language zh|en}: how well the product finds and decides, as one line of JSON. */
@Command(
        name = "evaluate",
        description = "Measures finding and deciding on a folder in BEIR layout; prints one line of JSON.",
        mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
    @Parameters(arity = "1", paramLabel = "DIR", description = "folder with corpus.jsonl, queries.jsonl, qrels.tsv")
    private Path folder = Path.of("");

    @Option(names = "--language", paramLabel = "zh|en", required = true, description = "language of the set")
    private String language = "";

    @Option(
            names = "--mode",
            paramLabel = "bm25|dense|hybrid",
            defaultValue = "hybrid",
            description = "what to rank by; default: ${DEFAULT-VALUE}, as the service does")
    private String mode = "";

    @Option(
            names = "--out-of-scope",
            paramLabel = "DIR2",
            description = "a folder whose questions are all out of scope here")
    private @Nullable Path outOfScope;

    @Option(
            names = "--channel",
            paramLabel = "sms|voice|chat",
            defaultValue = "chat",
            description = "where the questions are taken to come from; default: ${DEFAULT-VALUE}")
    private String channel = "";

    @Override
    public Integer call() {
        Quality quality = measure(TestSet.read(folder), Language.of(language), Channel.of(channel));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(JsonMapper.shared().writeValueAsString(quality));
        return 0;
    }

    private Quality measure(TestSet set, Language asked, Channel from) {
        List<Asked> others =
                outOfScope == null ? List.of() : TestSet.read(outOfScope).questions();
        var knowledge = FixedKnowledge.of(asked, Corpus.articles(set.documents(), asked))
                .by(Retrieval.of(mode));
        return Quality.of(set.name(), mode, new Evaluation(knowledge, asked, from).run(set, others));
    }
}
