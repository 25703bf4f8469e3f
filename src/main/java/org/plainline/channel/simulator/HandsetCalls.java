package org.plainline.channel.simulator;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.PhoneNumber;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Phone calls for the handset page and the terminal. Only JSON is taken: a foreign page cannot post that unasked. */
@RestController
@RequestMapping(path = "/phone/calls", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
@WhenSimulating
class HandsetCalls {
    private static final int MOST_CHARACTERS = 1000;

    record Caller(@Nullable String from) {}

    record Speech(@Nullable String text) {}

    record Keys(@Nullable String keys) {}

    /** @param waiting null when the call is over */
    record CallStep(String id, List<Heard> heard, Step.@Nullable Waiting waiting, List<Exchange> trace) {}

    private final SimulatedCalls calls;

    HandsetCalls(SimulatedCalls calls) {
        this.calls = calls;
    }

    @PostMapping
    CallStep place(@RequestBody Caller caller) {
        String from = caller.from() == null ? "" : caller.from();
        SimulatedCall call = calls.place(from.equals("anonymous") ? from : numberOf(from));
        return step(call, SimulatedCall::start);
    }

    @PostMapping("/{id}/speech")
    CallStep speak(@PathVariable String id, @RequestBody Speech speech) {
        String text = speech.text() == null ? "" : speech.text().strip();
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            throw refused("Say something of 1 to " + MOST_CHARACTERS + " characters");
        }
        return step(underWay(id), call -> call.speak(text));
    }

    @PostMapping("/{id}/keys")
    CallStep press(@PathVariable String id, @RequestBody Keys keys) {
        String pressed = keys.keys() == null ? "" : keys.keys();
        if (!pressed.matches("[0-9*#]{1,32}")) {
            throw refused("Press 1 to 32 of the keys 0 to 9, * and #");
        }
        return step(underWay(id), call -> call.press(pressed));
    }

    @PostMapping("/{id}/silence")
    CallStep silence(@PathVariable String id) {
        return step(underWay(id), SimulatedCall::silence);
    }

    @PostMapping("/{id}/hangup")
    CallStep hangUp(@PathVariable String id) {
        return step(underWay(id), SimulatedCall::hangUp);
    }

    private SimulatedCall underWay(String id) {
        return calls.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This call is over"));
    }

    private CallStep step(SimulatedCall call, Function<SimulatedCall, Step> event) {
        Step step = event.apply(call);
        if (step.waiting() == null) {
            calls.forget(call);
        }
        return new CallStep(call.id(), step.heard(), step.waiting(), step.trace());
    }

    /** @throws ResponseStatusException 400, without the text that was sent */
    static String numberOf(String text) {
        return PhoneNumber.parse(text)
                .orElseThrow(() -> refused("Give your number in international form, such as +12025550143"))
                .e164();
    }

    static ResponseStatusException refused(String reason) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
    }
}
