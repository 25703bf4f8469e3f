package org.plainline.resident;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/**
 * A phone number that can be called back. It prints masked, so that it can never reach a log whole.
 *
 * @param e164 international form, {@code +8613…}
 */
public record PhoneNumber(String e164) {
    /** Numbers without a country are read as Chinese ones: the service answers about social assistance in China. */
    private static final String HOME_REGION = "CN";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    public PhoneNumber {
        if (!e164.matches("\\+[1-9]\\d{5,14}")) {
            throw new IllegalArgumentException("Not a phone number in international form: " + mask(e164));
        }
    }

    /**
     * @param text a number as people write it, with or without country code, spaces, brackets
     * @throws IllegalArgumentException with the number masked, when no phone could have it
     */
    public static PhoneNumber of(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("Not a phone number that can be called: " + mask(text)));
    }

    /** Empty for withheld callers ({@code anonymous}) and anything else that cannot be called back. */
    public static Optional<PhoneNumber> parse(String text) {
        try {
            var number = NUMBERS.parse(text, HOME_REGION);
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** As people of its own country would write it; for screens of staff only. */
    public String readable() {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, HOME_REGION), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException impossible) {
            return e164;
        }
    }

    /** The last two digits: enough for a resident to recognise the number, too few to call it. */
    public String ending() {
        return e164.substring(e164.length() - 2);
    }

    @Override
    public String toString() {
        return mask(e164);
    }

    private static String mask(String text) {
        return text.length() < 6 ? "…" : "…" + text.substring(text.length() - 2);
    }
}
