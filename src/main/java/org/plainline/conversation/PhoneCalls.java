package org.plainline.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.DialogueState.CallPosition;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.voiceflow.CallEvent;
import org.plainline.voiceflow.CallStep;
import org.plainline.voiceflow.Turn;
import org.plainline.voiceflow.VoiceFlow;
import org.springframework.stereotype.Component;

/** Conversations by telephone: the flow carries the call, the dialogue decides what is said in it. */
@Component
class PhoneCalls implements Calls {
    /** How long a caller's language is remembered: numbers are given to other people. */
    private static final Duration LANGUAGE_MEMORY = Duration.ofDays(90);
    /** A flow that keeps asking the conversation without listening to the caller is broken. */
    private static final int MOST_REQUESTS = 4;

    private final ConversationStore store;
    private final TurnTaking turns;
    private final Dialogue dialogue;
    private final AnswerByText answerByText;
    private final VoiceFlow flow;
    private final InstantSource clock;

    PhoneCalls(
            ConversationStore store,
            TurnTaking turns,
            Dialogue dialogue,
            AnswerByText answerByText,
            VoiceFlow flow,
            InstantSource clock) {
        this.store = store;
        this.turns = turns;
        this.dialogue = dialogue;
        this.answerByText = answerByText;
        this.flow = flow;
        this.clock = clock;
    }

    @Override
    public Next hear(CallInput input) {
        return turns.take(Channel.VOICE, () -> turn(input));
    }

    @Override
    public void ended(String call) {
        store.close(Channel.VOICE, call, clock.instant());
    }

    private Next turn(CallInput input) {
        Language known = knownLanguage(input);
        Talk talk = turns.locked(Channel.VOICE, input.call(), input.caller(), known == null ? Language.ZH : known);
        String delivery = "step " + input.step();
        Optional<Next> before = store.answered(talk.id(), delivery, Next.class);
        if (before.isPresent()) {
            return before.get();
        }
        CallPosition position = talk.state().call();
        Progress progress = position == null || position.step() != input.step()
                ? new Progress(talk, flow.begin(known), null, null, "began")
                : carried(new Progress(talk, flow.next(position.state(), event(input)), null, null, "listened"));
        return stored(progress, input, delivery);
    }

    private @Nullable Language knownLanguage(CallInput input) {
        return input.caller() == null || input.step() > 0
                ? null
                : store.language(input.caller(), clock.instant().minus(LANGUAGE_MEMORY))
                        .orElse(null);
    }

    private static CallEvent event(CallInput input) {
        if (input.keys() != null && !input.keys().isEmpty()) {
            return new CallEvent.Keyed(input.keys());
        }
        return input.speech() == null ? new CallEvent.Silent() : new CallEvent.Spoken(input.speech());
    }

    /** What has come of a step so far. */
    private record Progress(
            Talk talk,
            Turn turn,
            @Nullable HelpRequest request,
            @Nullable Miss miss,
            String outcome) {}

    /** Answers what the flow wants from the conversation until it listens to the caller again. */
    private Progress carried(Progress progress) {
        Progress now = progress;
        for (int i = 0; i < MOST_REQUESTS; i++) {
            Turn.Request request = now.turn().request();
            if (request == null) {
                return now;
            }
            now = answered(now, request);
        }
        throw new IllegalStateException("The call flow asked " + MOST_REQUESTS + " times without listening");
    }

    private Progress answered(Progress now, Turn.Request request) {
        Talk talk = now.talk().in(now.turn().state().language());
        Move move = switch (request) {
            case Turn.Request.Said said -> dialogue.next(talk, null, said.text());
            case Turn.Request.TextMe textMe -> answerByText.send(talk);
        };
        Reply reply = move.reply();
        boolean texted = request instanceof Turn.Request.TextMe && reply.kind() == Reply.Kind.OTHER;
        String kind = texted ? "texted" : reply.goesOn().code();
        Turn turn = flow.next(
                now.turn().state(), new CallEvent.Replied(kind, reply.language(), reply.first(), reply.rest()));
        HelpRequest open = move.request() == null ? now.request() : move.request();
        return new Progress(
                talk.with(move.state()).in(reply.language()),
                turn,
                open,
                move.miss(),
                texted ? kind : reply.kind().code());
    }

    private Next stored(Progress progress, CallInput input, String delivery) {
        int step = input.step() + 1;
        Turn turn = progress.turn();
        Talk talk = progress.talk()
                .with(progress.talk().state().calling(new CallPosition(step, turn.state())))
                .in(turn.state().language());
        Next next = new Next(step, turn.steps());
        turns.store(
                talk,
                new TurnTaking.Turn(
                        delivery,
                        said(input),
                        words(next),
                        progress.outcome(),
                        next,
                        progress.request(),
                        progress.miss(),
                        false));
        return next;
    }

    private static String said(CallInput input) {
        return Stream.of(Optional.ofNullable(input.speech()), Optional.ofNullable(input.keys()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static String words(Next next) {
        List<CallStep> audible = new ArrayList<>();
        for (CallStep step : next.steps()) {
            if (step instanceof CallStep.Listen listen) {
                audible.addAll(listen.prompts());
            } else {
                audible.add(step);
            }
        }
        return audible.stream()
                .flatMap(step -> step instanceof CallStep.Say say ? Stream.of(say.text()) : Stream.empty())
                .collect(Collectors.joining("\n"));
    }
}
