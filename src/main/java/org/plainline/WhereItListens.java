package org.plainline;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
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

    @EventListener
    void on(WebServerInitializedEvent event) {
        String here = "http://localhost:" + event.getWebServer().getPort();
        List<String> lines = List.of(
                "  明白线 Plainline is listening.",
                "",
                "    page     " + here + "/",
                simulator ? "    handset  " + here + "/phone" : "    handset  off",
                "    console  " + here + "/console",
                "    carrier  " + (twilioAccount.isBlank() ? "none; the handset stands in" : "Twilio"));
        System.out.println("\n" + String.join("\n", lines) + "\n");
    }
}
