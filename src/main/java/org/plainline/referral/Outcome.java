package org.plainline.referral;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a referral ended. */
public enum Outcome {
    HELPED(ReferralState.COMPLETED),
    REFERRED_ON(ReferralState.COMPLETED),
    COULD_NOT_REACH(ReferralState.COMPLETED),
    NOT_NEEDED(ReferralState.CANCELLED);

    private final ReferralState state;

    Outcome(ReferralState state) {
        this.state = state;
    }

    /** {@code could-not-reach}, as stored and as sent in forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for anything that is not the code of an outcome. */
    public static Optional<Outcome> of(String code) {
        return Stream.of(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }

    ReferralState state() {
        return state;
    }
}
