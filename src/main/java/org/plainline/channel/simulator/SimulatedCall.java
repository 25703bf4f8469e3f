package org.plainline.channel.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainline.channel.simulator.Ear.Gathering;
import org.plainline.channel.simulator.Ear.Recording;
import org.plainline.channel.simulator.Ear.Relaying;
import org.plainline.channel.simulator.Verb.Action;

/**
 * A phone call, run as Twilio runs it but only as far as the caller's next doing: nothing happens between two steps, so
 * a call waits for ever and a test needs no time.
 */
final class SimulatedCall {
    private final CallDetails details;
    private final CallDocuments documents;
    private final Relays relays;
    private final Sids sids;
    private final InstantSource clock;
    private final HandsetWording wording;
    private final Instant began;

    private final List<Heard> heard = new ArrayList<>();
    private Deque<Verb> program = new ArrayDeque<>();
    private @Nullable Ear ear;
    private boolean over;
    private volatile Instant lastDone;

    SimulatedCall(
            CallDetails details,
            Webhooks webhooks,
            Relays relays,
            Sids sids,
            InstantSource clock,
            HandsetWording wording) {
        this.details = details;
        this.documents = new CallDocuments(details, webhooks);
        this.relays = relays;
        this.sids = sids;
        this.clock = clock;
        this.wording = wording;
        this.began = clock.instant();
        this.lastDone = began;
    }

    String id() {
        return details.call();
    }

    Instant lastDone() {
        return lastDone;
    }

    /** Dials: the first webhook is asked and its answer run. */
    Step start() {
        return step(() -> run(documents.first()));
    }

    /** The caller says something; where speech is not listened for it is as good as silence. */
    Step speak(String text) {
        return step(() -> {
            switch (ear) {
                case Gathering(var gather, var _, var _)
                when gather.speech() ->
                    ask(
                            gather.action(),
                            Map.of("SpeechResult", text, "Confidence", "0.93", "Language", gather.language()));
                case Gathering gathering -> nothingMore(gathering);
                case Recording(var recording) -> recorded(recording, "");
                case Relaying relaying -> relay(relaying, relaying.session().say(text));
                case null -> {}
            }
        });
    }

    /** @param keys one or more of {@code 0123456789*#}; several at once are a complete input */
    Step press(String keys) {
        return step(() -> {
            switch (ear) {
                case Gathering gathering when gathering.gather().digits() -> gathered(gathering.press(keys));
                case Recording(var recording) when recording.finishKeys().contains(keys) -> recorded(recording, keys);
                case Relaying relaying
                when relaying.relay().dtmf() ->
                    relay(relaying, relaying.session().press(keys));
                case null, default -> {}
            }
        });
    }

    /** The caller says and presses nothing until the carrier gives up waiting. */
    Step silence() {
        return step(() -> {
            switch (ear) {
                case Gathering gathering -> nothingMore(gathering);
                case Recording _ -> ear = null;
                case Relaying relaying -> relay(relaying, relaying.session().listen());
                case null -> {}
            }
        });
    }

    /** The caller puts the receiver down; a recording or a relayed talk is still reported. */
    Step hangUp() {
        return step(() -> {
            documents.become("completed");
            switch (ear) {
                case Recording(var recording) -> documents.report(recording.action(), recording("hangup"));
                case Relaying(var relay, var session) -> {
                    Map<String, String> outcome = session.end("completed");
                    if (relay.action() != null) {
                        documents.report(relay.action(), outcome);
                    }
                }
                case null, default -> {}
            }
            end();
        });
    }

    private synchronized Step step(Runnable event) {
        heard.clear();
        lastDone = clock.instant();
        if (!over) {
            event.run();
        }
        while (!over && ear == null) {
            Verb next = program.poll();
            if (next == null) {
                end();
            } else {
                perform(next);
            }
        }
        return new Step(List.copyOf(heard), ear == null ? null : ear.waiting(), documents.takeTrace());
    }

    private void perform(Verb verb) {
        switch (verb) {
            case Verb.Audible(var sounds) -> heard.addAll(sounds);
            case Verb.Gather gather -> {
                heard.addAll(gather.prompts());
                ear = new Gathering(gather, "");
            }
            case Verb.Recording recording -> {
                if (recording.beep()) {
                    heard.add(new Heard.Beep());
                }
                ear = new Recording(recording);
            }
            case Verb.Redirect(var action) -> ask(action, Map.of());
            case Verb.Dial(var numbers, var action) -> {
                numbers.forEach(number -> heard.add(new Heard.Ring(number)));
                if (action != null) {
                    ask(action, Map.of("DialCallStatus", "no-answer"));
                }
            }
            case Verb.Hangup() -> end();
            case Verb.Reject(var busy) -> {
                heard.add(new Heard.Busy());
                documents.become(busy ? "busy" : "no-answer");
                end();
            }
            case Verb.Relay relay -> open(relay);
            case Verb.Message _ -> documents.note("12200 Schema validation warning: Message cannot be used in a call");
        }
    }

    private void gathered(Gathering gathering) {
        if (gathering.complete()) {
            nothingMore(gathering);
        } else {
            ear = gathering;
        }
    }

    private void nothingMore(Gathering gathering) {
        Verb.Gather gather = gathering.gather();
        if (!gathering.digits().isEmpty() || gather.onEmpty()) {
            ask(gather.action(), gathering.parameters());
        } else {
            ear = null;
        }
    }

    private void recorded(Verb.Recording recording, String key) {
        ask(recording.action(), recording(key));
    }

    private Map<String, String> recording(String key) {
        String recording = sids.next("RE");
        return Map.of(
                "RecordingSid",
                recording,
                "RecordingUrl",
                "https://api.twilio.com/2010-04-01/Accounts/" + details.account() + "/Recordings/" + recording,
                "RecordingDuration",
                "5",
                "Digits",
                key);
    }

    private void open(Verb.Relay relay) {
        if (!relay.greeting().isEmpty()) {
            heard.add(new Heard.Say(relay.greeting(), relay.language(), false));
        }
        String url = documents.resolve(relay.url());
        RelaySession session = relays.open(url, relay, details, sids.next("VX"));
        relay(new Relaying(relay, session), session.listen());
    }

    private void relay(Relaying relaying, RelaySession.Turn turn) {
        heard.addAll(turn.heard());
        documents.add(turn.exchange());
        if (turn.outcome() == null) {
            ear = relaying;
            return;
        }
        ear = null;
        if (relaying.relay().action() != null) {
            ask(relaying.relay().action(), turn.outcome());
        }
    }

    private void ask(Action action, Map<String, String> more) {
        ear = null;
        run(documents.ask(action, more));
    }

    private void run(Optional<List<Verb>> verbs) {
        if (verbs.isPresent()) {
            program = new ArrayDeque<>(verbs.get());
        } else {
            heard.add(new Heard.Say(wording.carrier("application-error"), "en-US", false));
            end();
        }
    }

    private void end() {
        over = true;
        ear = null;
        Instant now = clock.instant();
        documents.end(Map.of(
                "CallDuration",
                String.valueOf(Duration.between(began, now).toSeconds()),
                "Timestamp",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)),
                "CallbackSource",
                "call-progress-events",
                "SequenceNumber",
                "0"));
    }
}
