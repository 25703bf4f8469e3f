package org.plainline.benchmark;

import java.util.UUID;
import org.plainline.channel.twilio.TwilioForm;
import org.plainline.channel.twilio.Twiml;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The least a durable webhook can do: check the signature, insert one row, return fixed TwiML. */
@RestController
@Profile("benchmark")
class BareEndpoint {
    private final JdbcClient jdbc;

    BareEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create table if not exists benchmark_row (id uuid primary key, body text not null)")
                .update();
    }

    @PostMapping(path = "/twilio/benchmark", produces = MediaType.TEXT_XML_VALUE)
    String receive(TwilioForm form) {
        jdbc.sql("insert into benchmark_row (id, body) values (?, ?)")
                .params(UUID.randomUUID(), form.text("Body"))
                .update();
        return Twiml.message("明白线:收到。");
    }
}
