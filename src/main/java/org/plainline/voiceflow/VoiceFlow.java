package org.plainline.voiceflow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;
import org.plainline.resident.Wording;
import org.plainline.voiceflow.CallEvent.Keyed;
import org.plainline.voiceflow.CallEvent.Replied;
import org.plainline.voiceflow.CallEvent.Silent;
import org.plainline.voiceflow.CallEvent.Spoken;
import org.plainline.voiceflow.CallStep.Audible;
import org.plainline.voiceflow.Turn.Request;

/**
 * Carries a call through its flow. Pure: the same state and event give the same turn.
 *
 * <p>A target in the flow is a node or one of these actions: {@code said} hands the caller's words to the conversation,
 * {@code person} asks it for a person, {@code repeat} and {@code slower} say the node again, {@code back} goes to the
 * start, {@code text-me} sends the last answer as a text, {@code switch-language} goes on in the other language, and
 * {@code goodbye} ends a call in which everything is said.
 */
public final class VoiceFlow {
    /** People need time to think; Alexa waits 8 s, Twilio by itself only 5. */
    private static final Duration THINKING = Duration.ofSeconds(8);
    /** Between two chunks silence means "go on", not "I am lost". */
    private static final Duration BREATH = Duration.ofSeconds(2);

    private static final String FILE = "help-line.yaml";

    private final FlowFile flow;
    private final Wording wording;
    private final BiFunction<String, Language, List<String>> hints;

    private VoiceFlow(FlowFile flow, Wording wording, BiFunction<String, Language, List<String>> hints) {
        this.flow = flow;
        this.wording = wording;
        this.hints = hints;
    }

    /**
     * @param hints gives the likely words for {@code topics} or {@code places}
     * @throws org.plainline.resident.FileRefused naming every mistake in the flow
     */
    public static VoiceFlow read(Path folder, Wording wording, BiFunction<String, Language, List<String>> hints) {
        return new VoiceFlow(FlowReader.read(folder.resolve(FILE), wording), wording, hints);
    }

    /** Every mistake because of which {@link #read} would refuse the flow; none for a good one. */
    public static List<FlowMistake> mistakes(Path folder, Wording wording) {
        return FlowReader.mistakes(folder.resolve(FILE), wording);
    }

    /** @param known the language this caller spoke before; null for a first call, which opens in both */
    public Turn begin(@Nullable Language known) {
        var state = new CallState(flow.start(), known == null ? Language.ZH : known, false, 0, 0, List.of(), List.of());
        return listen(state);
    }

    /**
     * What comes next. Anything that cannot be understood is a miss, and the second miss in a row leads to a person.
     */
    public Turn next(CallState state, CallEvent event) {
        return switch (event) {
            case Spoken spoken
            when !spoken.text().isBlank() -> go(state.heard(), node(state).speech(), spoken.text());
            case Spoken blank -> missed(state, "silence");
            case Keyed keyed -> keyed(state, keyed.keys());
            case Silent silent -> silent(state);
            case Replied replied -> replied(state, replied);
        };
    }

    private Turn replied(CallState state, Replied replied) {
        String node = flow.replies().getOrDefault(replied.kind(), flow.start());
        CallState next = state.speaking(replied.language())
                .with(replied.first(), replied.content())
                .at(node);
        return listen(next);
    }

    private Turn keyed(CallState state, String keys) {
        FlowFile.Node node = node(state);
        if (node.digits() > 1 && keys.length() > 1) {
            return hand(state.heard(), keys);
        }
        String target = node.keys().getOrDefault(keys, flow.everywhere().get(keys));
        return target == null ? missed(state, "wrong-key") : go(state.heard(), target, keys);
    }

    private Turn silent(CallState state) {
        return node(state).chunks() && state.chunk() < state.content().size() - 1
                ? listen(state.reading(state.chunk() + 1))
                : missed(state, "silence");
    }

    /** First a shorter way to say it, with keys; then somebody else takes over. Never a third time, never a hang-up. */
    private Turn missed(CallState state, String why) {
        CallState missed = state.missed();
        return missed.misses() >= 2
                ? go(missed.heard(), node(state).lost(), "")
                : again(missed, List.of(why, "again." + state.node()));
    }

    private Turn go(CallState state, @Nullable String target, String words) {
        return switch (target) {
            case null -> hand(state, words);
            case "said" -> hand(state, words);
            case "person" -> hand(state, "0");
            case "repeat" -> listen(state.reading(0));
            case "slower" -> listen(state.slower());
            case "back" -> listen(state.at(flow.start()));
            case "text-me" -> new Turn(state, List.of(), new Request.TextMe());
            case "switch-language" -> listen(state.speaking(state.language().other()));
            case "goodbye" -> goodbye(state);
            case String said when said.startsWith("said ") -> hand(state, said.substring("said ".length()));
            case String node -> listen(state.at(node));
        };
    }

    private static Turn hand(CallState state, String words) {
        return new Turn(state, List.of(), new Request.Said(words));
    }

    private Turn goodbye(CallState state) {
        return new Turn(state, List.of(say(state, "goodbye"), new CallStep.Hangup()), null);
    }

    private Turn again(CallState state, List<String> wordings) {
        List<Audible> prompts = wordings.stream()
                .filter(wording::has)
                .<Audible>map(key -> say(state, key))
                .toList();
        return new Turn(state, List.of(listening(state, prompts, THINKING)), null);
    }

    private Turn listen(CallState state) {
        FlowFile.Node node = node(state);
        List<CallStep> steps = new ArrayList<>();
        List<Audible> prompts = new ArrayList<>();
        boolean last = !node.chunks() || state.chunk() >= state.content().size() - 1;
        for (String say : node.say()) {
            if (say.equals("reply")) {
                steps.addAll(first(state));
                prompts.addAll(reply(state, node));
            } else if (last) {
                prompts.add(say(state, say));
            }
        }
        steps.add(listening(state, prompts, last ? THINKING : BREATH));
        return new Turn(state, steps, null);
    }

    /** Said before the first chunk, also when it is said again. */
    private static List<Audible> first(CallState state) {
        return state.chunk() > 0 || state.first() == null ? List.of() : said(state, state.first());
    }

    private static List<Audible> reply(CallState state, FlowFile.Node node) {
        List<String> chunks = node.chunks() && !state.content().isEmpty()
                ? List.of(state.content()
                        .get(Math.min(state.chunk(), state.content().size() - 1)))
                : state.content();
        return said(state, chunks);
    }

    private static List<Audible> said(CallState state, List<String> texts) {
        return texts.stream()
                .<Audible>map(text -> new CallStep.Say(text, state.language(), state.slowly()))
                .toList();
    }

    private CallStep.Listen listening(CallState state, List<Audible> prompts, Duration silence) {
        FlowFile.Node node = node(state);
        List<String> likely = node.hints() == null ? List.of() : hints.apply(node.hints(), state.language());
        return new CallStep.Listen(prompts, state.language(), node.digits(), silence, likely);
    }

    /** A wording that ends in {@code .other} is for those who do not understand the language of the call. */
    private CallStep.Say say(CallState state, String key) {
        Language language = key.endsWith(".other") ? state.language().other() : state.language();
        return new CallStep.Say(wording.say(language, key), language, state.slowly());
    }

    private FlowFile.Node node(CallState state) {
        FlowFile.Node node = flow.nodes().get(state.node());
        // A call may outlive a change of the flow: it goes on at the start rather than nowhere.
        return node != null
                ? node
                : java.util.Objects.requireNonNull(flow.nodes().get(flow.start()));
    }
}
