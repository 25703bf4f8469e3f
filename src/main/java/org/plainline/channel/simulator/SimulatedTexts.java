package org.plainline.channel.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainline.channel.simulator.SimulatedMessage.Direction;
import org.plainline.channel.simulator.Verb.Action;
import org.plainline.resident.SmsLength;
import org.springframework.stereotype.Component;

/** What the carrier does with a text from a handset: its own keywords first, then the service's webhook. */
@Component
@WhenSimulating
class SimulatedTexts {
    private static final int MOST_FETCHES = 50;

    private final Webhooks webhooks;
    private final SimulatedMessages messages;
    private final OptOuts optOuts;
    private final SimulatedDelivery reports;
    private final Sids sids;
    private final HandsetWording wording;

    SimulatedTexts(
            Webhooks webhooks,
            SimulatedMessages messages,
            OptOuts optOuts,
            SimulatedDelivery reports,
            Sids sids,
            HandsetWording wording) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.optOuts = optOuts;
        this.reports = reports;
        this.sids = sids;
        this.wording = wording;
    }

    /**
     * Sends a text to the service and puts its answers into the thread.
     *
     * @return every webhook on the way
     */
    List<Exchange> send(String from, String body) {
        SimulatedMessage message = messages.add(from, Direction.TO_SERVICE, body, sids.next("SM"));
        Keyword.in(body).ifPresent(keyword -> obey(keyword, from));
        List<Exchange> trace = new ArrayList<>();
        Deque<Action> next = new ArrayDeque<>();
        next.add(new Action(webhooks.address().of(Entrance.TEXT.path()), "POST"));
        while (!next.isEmpty() && trace.size() < MOST_FETCHES) {
            Action action = next.remove();
            List<Document> answers =
                    webhooks.documents(Entrance.TEXT, action.method(), action.url(), parameters(message));
            answers.forEach(answer -> trace.add(run(answer, from, next)));
        }
        return List.copyOf(trace);
    }

    /** Twilio answers its keywords itself, and the service is still told of the message. */
    private void obey(Keyword keyword, String number) {
        switch (keyword) {
            case STOP -> {
                if (optOuts.stop(number)) {
                    fromCarrier(number, "stopped");
                }
            }
            case START -> {
                if (optOuts.start(number)) {
                    fromCarrier(number, "started");
                }
            }
            case HELP -> fromCarrier(number, "help");
        }
    }

    private void fromCarrier(String number, String key) {
        messages.add(number, Direction.TO_HANDSET, wording.carrier(key), sids.next("SM"));
    }

    private Exchange run(Document answer, String from, Deque<Action> next) {
        Exchange exchange = answer.exchange();
        if (answer.twiml() == null) {
            return exchange;
        }
        List<String> notes = new ArrayList<>();
        for (Verb verb : answer.twiml().verbs()) {
            switch (verb) {
                case Verb.Message reply -> deliver(reply, from, exchange.url(), notes);
                case Verb.Redirect(var action) ->
                    next.add(new Action(webhooks.address().resolve(exchange.url(), action.url()), action.method()));
                default -> notes.add("12200 Schema validation warning: a voice verb in the answer to a message");
            }
        }
        return exchange.with(notes);
    }

    private void deliver(Verb.Message reply, String sender, String document, List<String> notes) {
        String to = reply.to().isEmpty() ? sender : reply.to();
        if (optOuts.stopped(to)) {
            notes.add("21610 Attempt to send to unsubscribed recipient");
        } else if (reply.body().isEmpty()) {
            notes.add("14103 Invalid Body: the message has no text");
        } else {
            SimulatedMessage message = messages.add(to, Direction.TO_HANDSET, reply.body(), sids.next("SM"));
            String callback = reply.statusCallback();
            reports.report(message, callback.isEmpty() ? "" : webhooks.address().resolve(document, callback));
        }
    }

    private Map<String, String> parameters(SimulatedMessage message) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("MessageSid", message.sid());
        parameters.put("SmsSid", message.sid());
        parameters.put("SmsMessageSid", message.sid());
        parameters.put("AccountSid", webhooks.account().sid());
        parameters.put("ApiVersion", "2010-04-01");
        CallDetails.describe(parameters, "From", message.number());
        CallDetails.describe(parameters, "To", webhooks.number().e164());
        parameters.put("Body", message.body());
        parameters.put("NumMedia", "0");
        parameters.put("NumSegments", String.valueOf(SmsLength.segments(message.body())));
        parameters.put("SmsStatus", "received");
        return parameters;
    }
}
