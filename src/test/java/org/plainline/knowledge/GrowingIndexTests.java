package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plainline.knowledge.Passage.Kind;
import org.plainline.resident.Language;

/** One changed article among many is found as if all had been indexed anew. */
class GrowingIndexTests {
    private static final List<String> WORDS = List.of("coal", "rent", "school", "doctor", "pension", "food");

    private final PassageIndex whole = new PassageIndex(Language.EN, passages(100));

    @Test
    void findsTheNewWordsOfATopicAndNotItsOldOnes() {
        PassageIndex next = whole.with(passages("topic-7"), List.of(passage("topic-7", "peat bricks for village 7")));

        assertThat(topics(next, "peat bricks")).contains("topic-7");
        assertThat(topics(next, WORDS.get(7 % WORDS.size()) + " help")).doesNotContain("topic-7");
    }

    @Test
    void findsNoTopicThatIsGone() {
        PassageIndex next = whole.with(passages("topic-7"), List.of());

        assertThat(topics(whole, "village 7")).contains("topic-7");
        assertThat(topics(next, "village 7")).doesNotContain("topic-7");
    }

    @Test
    void weighsWordsAsIfAllHadBeenIndexedAnew() {
        List<Passage> come = List.of(passage("topic-7", "peat bricks and coal for village 7"));
        List<Passage> all = new ArrayList<>(passages(100));
        all.removeIf(passage -> passage.topic().equals("topic-7"));
        all.addAll(come);
        PassageIndex grown = whole.with(passages("topic-7"), come);
        PassageIndex anew = new PassageIndex(Language.EN, all);

        for (String question : List.of("coal for village 7", "peat", "rent help village 13")) {
            assertThat(grown.coverage(grown.weighed(question), Set.of("topic-7")))
                    .isEqualTo(anew.coverage(anew.weighed(question), Set.of("topic-7")));
            assertThat(topics(grown, question).getFirst())
                    .isEqualTo(topics(anew, question).getFirst());
        }
    }

    @Test
    void findsEveryTopicThatSaysTheSameWordForWordByItsOwnPassage() {
        String shared = "bring the coal book";
        PassageIndex index = new PassageIndex(
                Language.EN,
                List.of(
                        passage("stove", shared),
                        passage("rent", "pay the rent"),
                        passage("heating", "ask for heating"),
                        passage("heating", shared),
                        passage("stove", "the stove pipe")));

        Map<String, Recall> found = index.find(index.weighed("coal book for the stove pipe")).stream()
                .collect(Collectors.toMap(Recall::topic, recall -> recall));

        assertThat(found).containsOnlyKeys("stove", "heating");
        Recall heating = Objects.requireNonNull(found.get("heating"));
        assertThat(heating.best()).isEqualTo(passage("heating", shared));
        assertThat(Objects.requireNonNull(found.get("stove")).score())
                .as("it says more of the question")
                .isGreaterThan(heating.score());
    }

    @Test
    void holdsAFewChangesOnly() {
        PassageIndex next = whole.with(passages("topic-7"), List.of(passage("topic-7", "peat")));

        assertThat(next.holds(Set.of("topic-7"))).isTrue();
        assertThat(next.holds(Set.of("a", "b", "c", "d"))).isTrue();
        assertThat(next.holds(Set.of("a", "b", "c", "d", "e"))).isFalse();
    }

    private static List<String> topics(PassageIndex index, String question) {
        return Fusion.of(index.find(index.weighed(question)), Map.of(), Retrieval.WORDS).stream()
                .map(Recall::topic)
                .toList();
    }

    private static List<Passage> passages(int topics) {
        return IntStream.range(0, topics)
                .mapToObj(i -> passages("topic-" + i))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Passage> passages(String topic) {
        int number = Integer.parseInt(topic.substring("topic-".length()));
        String word = WORDS.get(number % WORDS.size());
        return List.of(
                passage(topic, word + " help in village " + number),
                passage(topic, "ask the office of village " + number + " about " + word));
    }

    private static Passage passage(String topic, String text) {
        return new Passage(topic, Kind.QUESTION, text);
    }
}
