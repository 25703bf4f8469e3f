package org.plainline.channel.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** Far more than any dialogue needs between two inputs; a document that redirects to itself ends here. */
    private static final int MOST_FETCHES = 50;

    private final CallDetails details;
    private final Webhooks webhooks;
    private final Relays relays;
    private final Sids sids;
    private final InstantSource clock;
    private final HandsetWording wording;
    private final Instant began;

    private final List<Heard> heard = new ArrayList<>();
    private final List<Exchange> trace = new ArrayList<>();
    private Deque<Verb> program = new ArrayDeque<>();
    private String document;
    private String status = "ringing";
    private int fetches;
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
        this.webhooks = webhooks;
        this.relays = relays;
        this.sids = sids;
        this.clock = clock;
        this.wording = wording;
        this.began = clock.instant();
        this.lastDone = began;
        this.document = webhooks.address().of("/twilio/voice");
    }

    String id() {
        return details.call();
    }

    Instant lastDone() {
        return lastDone;
    }

    /** Dials: the first webhook is asked and its answer run. */
    Step start() {
        return step(() -> ask(new Action(document, "POST"), Map.of()));
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
            status = "completed";
            switch (ear) {
                case Recording(var recording) -> report(recording.action(), recording("hangup"));
                case Relaying(var relay, var session) -> {
                    Map<String, String> outcome = session.end("completed");
                    if (relay.action() != null) {
                        report(relay.action(), outcome);
                    }
                }
                case null, default -> {}
            }
            end();
        });
    }

    private synchronized Step step(Runnable event) {
        heard.clear();
        trace.clear();
        fetches = 0;
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
        return new Step(List.copyOf(heard), ear == null ? null : ear.waiting(), List.copyOf(trace));
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
                status = busy ? "busy" : "no-answer";
                end();
            }
            case Verb.Relay relay -> open(relay);
            case Verb.Message _ -> note("12200 Schema validation warning: Message cannot be used in a call");
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
                webhooks.account().apiBase().get() + "/2010-04-01/Accounts/" + details.account() + "/Recordings/"
                        + recording,
                "RecordingDuration",
                "5",
                "Digits",
                key);
    }

    private void open(Verb.Relay relay) {
        if (!relay.greeting().isEmpty()) {
            heard.add(new Heard.Say(relay.greeting(), relay.language(), false));
        }
        String url = webhooks.address().resolve(document, relay.url());
        RelaySession session = relays.open(url, relay, details, sids.next("VX"));
        relay(new Relaying(relay, session), session.listen());
    }

    private void relay(Relaying relaying, RelaySession.Turn turn) {
        heard.addAll(turn.heard());
        trace.add(turn.exchange());
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
        if (++fetches > MOST_FETCHES) {
            note("More than " + MOST_FETCHES + " documents without waiting for the caller");
            applicationError();
            return;
        }
        String url = webhooks.address().resolve(document, action.url());
        Document answer = Document.of(webhooks.call(action.method(), url, parameters(more)));
        trace.add(answer.exchange());
        if (answer.twiml() == null) {
            applicationError();
            return;
        }
        document = url;
        status = "in-progress";
        program = new ArrayDeque<>(answer.twiml().verbs());
    }

    /** Asks an action whose answer nobody is there to hear any more. */
    private void report(Action action, Map<String, String> more) {
        trace.add(webhooks.call(action.method(), webhooks.address().resolve(document, action.url()), parameters(more)));
    }

    private Map<String, String> parameters(Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(details.parameters(status));
        parameters.putAll(more);
        return parameters;
    }

    private void applicationError() {
        heard.add(new Heard.Say(wording.carrier("application-error"), "en-US", false));
        end();
    }

    private void end() {
        over = true;
        ear = null;
        if (status.equals("ringing") || status.equals("in-progress")) {
            status = "completed";
        }
        Instant now = clock.instant();
        report(
                new Action(webhooks.address().of("/twilio/status/call"), "POST"),
                Map.of(
                        "CallDuration",
                        String.valueOf(Duration.between(began, now).toSeconds()),
                        "Timestamp",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)),
                        "CallbackSource",
                        "call-progress-events",
                        "SequenceNumber",
                        "0"));
    }

    private void note(String text) {
        if (!trace.isEmpty()) {
            trace.set(trace.size() - 1, trace.getLast().with(List.of(text)));
        }
    }
}
