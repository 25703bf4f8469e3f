package org.plainline;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the terminal, once the service listens, where its pages are. */
@Component
class WhereItListens {
    private final boolean simulator;
    private final String twilioAccount;

    WhereItListens(
            @Value("${plainline.simulator.enabled:}") String simulator,
            @Value("${plainline.twilio.account-sid:}") String twilioAccount) {
        this.simulator = simulator.isBlank() ? twilioAccount.isBlank() : Boolean.parseBoolean(simulator);
        this.twilioAccount = twilioAccount;
    }

    /** The last thing that is printed at a start, when everything works. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ApplicationReadyEvent event) {
        String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port != null) {
            tell("http://localhost:" + port);
        }
    }

    private String carrier() {
        if (!twilioAccount.isBlank()) {
            return "Twilio";
        }
        return simulator ? "none; the handset stands in" : "none; texts to residents wait";
    }

    private void tell(String here) {
        List<String> lines = List.of(
                "  明白线 Plainline is listening.",
                "",
                "    page     " + here + "/",
                simulator ? "    handset  " + here + "/phone" : "    handset  off",
                "    console  " + here + "/console",
                "    carrier  " + carrier());
        System.out.println("\n" + String.join("\n", lines) + "\n");
    }
}
