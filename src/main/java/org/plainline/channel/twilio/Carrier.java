package org.plainline.channel.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.util.Objects;
import org.plainline.channel.twilio.CarrierConnection.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST API of Twilio, or of a carrier like it, as far as it sends text messages. */
final class Carrier {
    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

    private final PublicAddress address;
    private final Patience patience;

    Carrier(PublicAddress address, Patience patience) {
        this.address = address;
        this.patience = patience;
    }

    /** Never throws: whatever happens, the message has an outcome. */
    Outcome send(TwilioAccount account, OutboundMessage message) {
        TwilioRestClient client;
        try {
            client = client(account, patience);
        } catch (RuntimeException notReady) {
            log.warn("The carrier has no address yet", notReady);
            return new Outcome.Later("not-ready", Duration.ZERO);
        }
        try {
            return new Outcome.Accepted(create(client, account, message));
        } catch (CarrierTrouble trouble) {
            return trouble.outcome();
        } catch (RuntimeException unreadable) {
            // The answer was a success that is no message; it is not logged, because it may quote one.
            log.warn("Nobody can read what the carrier answered about message {}", message.id());
            return new Outcome.Unclear("unreadable");
        }
    }

    static TwilioRestClient client(TwilioAccount account, Patience patience) {
        return new TwilioRestClient.Builder(account.sid(), account.token().value())
                .httpClient(new CarrierConnection(account.apiBase().get(), patience))
                .build();
    }

    private String create(TwilioRestClient client, TwilioAccount account, OutboundMessage message) {
        var from = Objects.requireNonNull(account.number());
        Message created = Message.creator(
                        new PhoneNumber(message.number().e164()), new PhoneNumber(from.e164()), message.body())
                .setStatusCallback(address.at(StatusCallbacks.MESSAGE + "?message=" + message.id()))
                .create(client);
        return Objects.requireNonNull(created.getSid());
    }
}
