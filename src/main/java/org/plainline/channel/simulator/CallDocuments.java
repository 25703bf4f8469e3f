package org.plainline.channel.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainline.channel.simulator.Verb.Action;

/** The documents that one call is told to run, and the trace of asking for them. */
final class CallDocuments {
    /** Far more than any dialogue needs between two inputs; a document that redirects to itself ends here. */
    private static final int MOST = 50;

    private final CallDetails details;
    private final Webhooks webhooks;
    private final List<Exchange> trace = new ArrayList<>();
    private String current;
    private String status = "ringing";
    private int asked;

    CallDocuments(CallDetails details, Webhooks webhooks) {
        this.details = details;
        this.webhooks = webhooks;
        this.current = webhooks.address().of(Entrance.CALL.path());
    }

    /** The document that the number is set up with. */
    Optional<List<Verb>> first() {
        return ask(new Action(current, "POST"), Map.of());
    }

    /** What to do next; empty when even the fallback has nothing to say. */
    Optional<List<Verb>> ask(Action action, Map<String, String> more) {
        if (++asked > MOST) {
            note("More than " + MOST + " documents without waiting for the caller");
            return Optional.empty();
        }
        String url = resolve(action.url());
        List<Document> answers = webhooks.documents(Entrance.CALL, action.method(), url, parameters(more));
        answers.forEach(answer -> trace.add(answer.exchange()));
        current = answers.size() == 1 ? url : webhooks.address().of(Entrance.CALL.fallback());
        status = "in-progress";
        return Optional.ofNullable(answers.getLast().twiml()).map(Twiml::verbs);
    }

    /** Asks an action whose answer nobody is there to hear any more. */
    void report(Action action, Map<String, String> more) {
        trace.add(webhooks.call(action.method(), resolve(action.url()), parameters(more)));
    }

    /** The call is over; reported once to the status callback. */
    void end(Map<String, String> more) {
        if (status.equals("ringing") || status.equals("in-progress")) {
            status = "completed";
        }
        report(new Action(webhooks.address().of(Entrance.CALL_STATUS), "POST"), more);
    }

    void become(String callStatus) {
        status = callStatus;
    }

    /** What a link in the current document means. */
    String resolve(String link) {
        return webhooks.address().resolve(current, link);
    }

    void add(Exchange exchange) {
        trace.add(exchange);
    }

    void note(String text) {
        if (!trace.isEmpty()) {
            trace.set(trace.size() - 1, trace.getLast().with(List.of(text)));
        }
    }

    /** Everything since the last time. */
    List<Exchange> takeTrace() {
        List<Exchange> taken = List.copyOf(trace);
        trace.clear();
        asked = 0;
        return taken;
    }

    private Map<String, String> parameters(Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(details.parameters(status));
        parameters.putAll(more);
        return parameters;
    }
}
