package org.plainline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plainline.conversation.Delivery;
import org.plainline.conversation.Line;
import org.springframework.beans.factory.annotation.Autowired;

/** What a caseworker is told about a text on its way. */
class OutboxDeliveriesTests extends OutboxSlice {
    @Autowired
    private OutboxDeliveries deliveries;

    @Test
    void followsATextToThePhone() throws Exception {
        Line line = queued("请带上身份证。");
        assertThat(deliveries.of(line.conversation())).containsEntry(line.id(), Delivery.WAITING);
        outbox.accepted(outbox.claim().orElseThrow(), "SM22222222222222222222222222222222");
        assertThat(deliveries.of(line.conversation())).containsEntry(line.id(), Delivery.SENT);
        jdbc.sql("update outbound_message set state = 'delivered'").update();
        assertThat(deliveries.of(line.conversation())).containsEntry(line.id(), Delivery.DELIVERED);
    }

    @Test
    void tellsWhatNeedsACall() {
        assertThat(settled(MessageState.UNKNOWN, "timeout")).isEqualTo(Delivery.UNKNOWN);
        assertThat(settled(MessageState.FAILED, "given-up")).isEqualTo(Delivery.FAILED);
        assertThat(settled(MessageState.FAILED, "21610")).isEqualTo(Delivery.REFUSED);
        Line withheld = queued("请带上身份证。");
        outbox.withhold(RESIDENT);
        assertThat(deliveries.of(withheld.conversation())).containsEntry(withheld.id(), Delivery.REFUSED);
    }

    @Test
    void knowsNothingOfLinesThatAreNoTexts() {
        assertThat(deliveries.of(written("您好。", RESIDENT).conversation())).isEmpty();
        assertThat(deliveries.of(UUID.randomUUID())).isEmpty();
    }

    private @Nullable Delivery settled(MessageState state, String error) {
        Line line = queued("请带上身份证。");
        outbox.settle(outbox.claim().orElseThrow(), state, error);
        return deliveries.of(line.conversation()).get(line.id());
    }
}
