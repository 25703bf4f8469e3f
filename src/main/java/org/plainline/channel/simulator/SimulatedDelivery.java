package org.plainline.channel.simulator;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Tells the service's status callback how a message fared: sent, then delivered. */
@Component
@WhenSimulating
class SimulatedDelivery {
    /** Long enough for the sender to have read the answer that names the message. */
    private static final Duration UNDER_WAY = Duration.ofMillis(250);

    private static final DateTimeFormatter DONE = DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT);

    private final Webhooks webhooks;
    private final TaskScheduler scheduler;
    private final InstantSource clock;

    SimulatedDelivery(Webhooks webhooks, TaskScheduler scheduler, InstantSource clock) {
        this.webhooks = webhooks;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** @param callback absolute URL; nothing is reported when it is empty */
    void report(SimulatedMessage message, String callback) {
        if (!callback.isEmpty()) {
            later(() -> {
                post(message, callback, "sent");
                later(() -> post(message, callback, "delivered"));
            });
        }
    }

    private void later(Runnable task) {
        var _ = scheduler.schedule(task, scheduler.getClock().instant().plus(UNDER_WAY));
    }

    private void post(SimulatedMessage message, String callback, String status) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("MessageSid", message.sid());
        parameters.put("SmsSid", message.sid());
        parameters.put("MessageStatus", status);
        parameters.put("SmsStatus", status);
        parameters.put("From", webhooks.number().e164());
        parameters.put("To", message.number());
        parameters.put("AccountSid", webhooks.account().sid());
        parameters.put("ApiVersion", "2010-04-01");
        if (status.equals("delivered")) {
            parameters.put("RawDlrDoneDate", DONE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        }
        webhooks.call("POST", callback, parameters);
    }
}
