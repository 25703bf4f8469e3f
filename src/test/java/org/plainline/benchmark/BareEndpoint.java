package org.plainline.benchmark;

import java.util.UUID;
import org.plainline.channel.twilio.TwilioWebhooks;
import org.plainline.channel.twilio.Twiml;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The least a durable webhook can do: check the signature, insert one row, return fixed TwiML. */
@RestController
@Profile("benchmark")
class BareEndpoint {
    private final TwilioWebhooks webhooks;
    private final JdbcClient jdbc;

    BareEndpoint(TwilioWebhooks webhooks, JdbcClient jdbc) {
        this.webhooks = webhooks;
        this.jdbc = jdbc;
        jdbc.sql("create table if not exists benchmark_row (id uuid primary key, body text not null)")
                .update();
    }

    @PostMapping(path = "/twilio/benchmark", produces = MediaType.TEXT_XML_VALUE)
    String receive(ServerHttpRequest request, @RequestBody byte[] body) {
        var form = webhooks.receive(request, body);
        jdbc.sql("insert into benchmark_row (id, body) values (?, ?)")
                .params(UUID.randomUUID(), form.text("Body"))
                .update();
        return Twiml.message("明白线:收到。");
    }
}
