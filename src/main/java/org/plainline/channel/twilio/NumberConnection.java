package org.plainline.channel.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import java.net.URI;
import java.util.stream.Stream;
import org.plainline.channel.twilio.CarrierConnection.Patience;
import org.plainline.resident.PhoneNumber;

/** Tells a carrier which of our addresses a number calls. */
final class NumberConnection {
    private static final String SMS = "/twilio/sms";
    private static final String VOICE = "/twilio/voice";

    private final TwilioAccount account;
    private final PublicAddress address;
    private final TwilioRestClient client;

    NumberConnection(TwilioAccount account, PublicAddress address, Patience patience) {
        this.account = account;
        this.address = address;
        this.client = Carrier.client(account, patience);
    }

    /** The number stays as it was; the message says why. */
    static final class NotConnected extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotConnected(String message) {
            super(message);
        }
    }

    /**
     * @return what was done, in lines for the operator
     * @throws NotConnected when the account has no such number, or something else would win over our addresses
     * @throws CarrierTrouble when the carrier refuses or cannot be asked
     */
    String connect(PhoneNumber number) {
        IncomingPhoneNumber found = find(number);
        Stream.of(found.getVoiceApplicationSid(), found.getSmsApplicationSid(), found.getTrunkSid())
                .filter(other -> other != null && !other.isEmpty())
                .findFirst()
                .ifPresent(other -> {
                    throw new NotConnected("The number is handled by " + other
                            + ", which would win over these addresses. Detach it in the Twilio console first.");
                });
        point(found.getSid());
        return """
                %s is connected. Twilio will post
                  texts          to %s
                  calls          to %s
                  ends of calls  to %s
                  what fails     to %s and %s""".formatted(
                        number.e164(),
                        at(SMS),
                        at(VOICE),
                        at(StatusCallbacks.CALL),
                        at(FallbackWebhooks.SMS),
                        at(FallbackWebhooks.VOICE));
    }

    private IncomingPhoneNumber find(PhoneNumber number) {
        return IncomingPhoneNumber.reader(account.sid())
                .setPhoneNumber(number.e164())
                .firstPage(client)
                .getRecords()
                .stream()
                .filter(candidate -> number.e164().equals(String.valueOf(candidate.getPhoneNumber())))
                .findFirst()
                .orElseThrow(() -> new NotConnected("The account " + account.sid() + " has no number " + number.e164()
                        + ". Buy it in the Twilio console, or correct --number."));
    }

    private void point(String sid) {
        IncomingPhoneNumber.updater(account.sid(), sid)
                .setSmsUrl(at(SMS))
                .setSmsMethod(HttpMethod.POST)
                .setSmsFallbackUrl(at(FallbackWebhooks.SMS))
                .setSmsFallbackMethod(HttpMethod.POST)
                .setVoiceUrl(at(VOICE))
                .setVoiceMethod(HttpMethod.POST)
                .setVoiceFallbackUrl(at(FallbackWebhooks.VOICE))
                .setVoiceFallbackMethod(HttpMethod.POST)
                .setStatusCallback(at(StatusCallbacks.CALL))
                .setStatusCallbackMethod(HttpMethod.POST)
                .update(client);
    }

    private URI at(String path) {
        return address.at(path);
    }
}
