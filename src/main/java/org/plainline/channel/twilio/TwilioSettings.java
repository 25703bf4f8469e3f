package org.plainline.channel.twilio;

import java.net.URI;
import java.util.Optional;
import org.plainline.resident.PhoneNumber;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account with Twilio, as configured; everything may be empty.
 *
 * @param authToken alone it lets signed webhooks in, but sends nothing
 * @param apiBaseUrl of any carrier that speaks Twilio's REST API
 * @param number in international form
 */
@ConfigurationProperties("plainline.twilio")
public record TwilioSettings(
        @DefaultValue("") String accountSid,
        @DefaultValue("") Secret authToken,
        @DefaultValue("https://api.twilio.com") URI apiBaseUrl,
        @DefaultValue("") String number) {

    /** @throws IllegalArgumentException naming the setting that cannot be right */
    public TwilioSettings {
        require(
                accountSid.matches("(AC[0-9a-fA-F]{32})?"),
                "plainline.twilio.account-sid must be AC and 32 hexadecimal digits");
        require(
                accountSid.isEmpty() || authToken.isPresent(),
                "plainline.twilio.auth-token is missing: webhooks of the account cannot be told from forged ones");
        require(
                String.valueOf(apiBaseUrl.getScheme()).matches("https?") && apiBaseUrl.getHost() != null,
                "plainline.twilio.api-base-url must start with http:// or https:// and a host; it is " + apiBaseUrl);
        require(
                number.matches("(\\+[1-9]\\d{5,14})?"),
                "plainline.twilio.number must be in international form, such as +12025550123");
    }

    /** Empty unless both the SID and the token are set. */
    public Optional<TwilioAccount> account() {
        return accountSid.isEmpty()
                ? Optional.empty()
                : Optional.of(new TwilioAccount(
                        accountSid, authToken, () -> apiBaseUrl, number.isEmpty() ? null : new PhoneNumber(number)));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
