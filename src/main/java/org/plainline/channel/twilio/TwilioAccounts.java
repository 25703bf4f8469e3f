package org.plainline.channel.twilio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whom we believe, and through whom we send. */
@Component
final class TwilioAccounts {
    private final TwilioSettings settings;
    private final ObjectProvider<TwilioAccount> others;

    TwilioAccounts(TwilioSettings settings, ObjectProvider<TwilioAccount> others) {
        this.settings = settings;
        this.others = others;
    }

    /** @param sid null when only the token is known */
    record Signer(@Nullable String sid, Secret token) {}

    /** Everybody whose signature counts; empty means that nobody is let in. */
    List<Signer> signers() {
        List<Signer> signers = new ArrayList<>();
        if (settings.authToken().isPresent()) {
            signers.add(
                    new Signer(settings.accountSid().isEmpty() ? null : settings.accountSid(), settings.authToken()));
        }
        others.orderedStream()
                .filter(account -> account.token().isPresent())
                .forEach(account -> signers.add(new Signer(account.sid(), account.token())));
        return signers;
    }

    /** The configured account, else the simulator's; empty while messages have to wait. */
    Optional<TwilioAccount> outbound() {
        return settings.account()
                .or(() -> others.orderedStream().findFirst())
                .filter(account -> account.number() != null);
    }
}
