package org.plainline.channel.twilio;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.Deliveries;
import org.plainline.conversation.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the outbox what a caseworker has to know about a text. */
@Component
class OutboxDeliveries implements Deliveries {
    /** Our own word for it, and Twilio's: "attempt to send to unsubscribed recipient". */
    private static final Set<String> REFUSED = Set.of("opted-out", "21610");

    private final JdbcClient jdbc;

    OutboxDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Sent(UUID line, Delivery delivery) {}

    @Override
    public Map<UUID, Delivery> of(UUID conversation) {
        return jdbc
                .sql("""
                        select message.line, message.state, message.error_code
                        from outbound_message message join transcript_line line on line.id = message.line
                        where line.conversation = ?""")
                .param(conversation)
                .query((row, number) -> new Sent(
                        row.getObject("line", UUID.class),
                        delivery(row.getString("state"), row.getString("error_code"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Sent::line, Sent::delivery));
    }

    private static Delivery delivery(String state, @Nullable String error) {
        return switch (state) {
            case "queued", "sending" -> Delivery.WAITING;
            case "sent" -> Delivery.SENT;
            case "delivered" -> Delivery.DELIVERED;
            case "unknown" -> Delivery.UNKNOWN;
            default -> error != null && REFUSED.contains(error) ? Delivery.REFUSED : Delivery.FAILED;
        };
    }
}
