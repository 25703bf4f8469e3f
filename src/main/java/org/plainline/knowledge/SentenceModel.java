package org.plainline.knowledge;

import static java.util.stream.Collectors.joining;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.plainline.resident.Language;

/**
 * The networks of one language together: a text's vector is theirs side by side, so that the cosine of two texts is the
 * networks' weighted mean; its pieces are the last one's. For English two small networks that were trained differently
 * find more than either alone; for Chinese there is one. Safe for all threads.
 */
final class SentenceModel {
    /** The shares of the networks, together 1, were fitted to all development sets together. */
    private record Member(Encoder.Kind kind, double share) {}

    private static final List<Member> CHINESE = List.of(new Member(Encoder.Kind.BGE_CHINESE, 1));
    private static final List<Member> ENGLISH =
            List.of(new Member(Encoder.Kind.BGE_ENGLISH, 0.22), new Member(Encoder.Kind.E5_ENGLISH, 0.78));

    private final List<Member> members;
    private final List<Encoder> encoders;
    private final UnaryOperator<float[]> adapter;

    private SentenceModel(List<Member> members, List<Encoder> encoders, UnaryOperator<float[]> adapter) {
        this.members = members;
        this.encoders = encoders;
        this.adapter = adapter;
    }

    /** Takes up to half a second a network, each on a processor of its own where there are enough. */
    static SentenceModel load(Language language) {
        return networks(language).moving(QueryAdapter.load(language)::adapted);
    }

    /** Questions are where the networks put them. */
    static SentenceModel networks(Language language) {
        List<Member> members = members(language);
        return new SentenceModel(
                members,
                members.parallelStream()
                        .map(member -> Encoder.load(member.kind()))
                        .toList(),
                UnaryOperator.identity());
    }

    /** The same networks; questions are where this moves them, from a vector of length 1 to another one. */
    SentenceModel moving(UnaryOperator<float[]> other) {
        return new SentenceModel(members, encoders, other);
    }

    private static List<Member> members(Language language) {
        return language == Language.ZH ? CHINESE : ENGLISH;
    }

    /** Another name when vectors of the same text become other ones. */
    static String name(Language language) {
        return members(language).stream()
                .map(member -> member.kind().resource())
                .collect(joining("+"));
    }

    WordPieces vocabulary() {
        return encoders.getLast().vocabulary();
    }

    /** Its own pieces only, without marks of beginning and end. */
    Encoded question(String text) {
        return joined(encoder -> encoder.question(text));
    }

    /** Near its answers, where the networks do not put it. */
    float[] moved(float[] question) {
        return adapter.apply(question);
    }

    /**
     * All its pieces, and marks of beginning and end.
     *
     * @param isSaid whether it lies where a question would that says the same
     */
    Encoded passage(String text, boolean isSaid) {
        return joined(encoder -> encoder.passage(text, isSaid));
    }

    private Encoded joined(Function<Encoder, Encoded> reading) {
        List<Encoded> readings = encoders.stream().map(reading).toList();
        var whole = FloatBuffer.allocate(
                readings.stream().mapToInt(each -> each.whole().length).sum());
        for (int i = 0; i < readings.size(); i++) {
            float weight = (float) Math.sqrt(members.get(i).share());
            for (float value : readings.get(i).whole()) {
                whole.put(weight * value);
            }
        }
        return new Encoded(
                whole.array(), readings.getLast().numbers(), readings.getLast().vectors());
    }
}
