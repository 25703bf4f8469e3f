package org.plainline.channel.simulator;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Who calls whom, as Twilio tells every webhook of the call.
 *
 * @param from E.164, or {@code anonymous} when withheld
 */
record CallDetails(String call, String account, String from, String to) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** @param status of the call, {@code ringing} before its first answer */
    Map<String, String> parameters(String status) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("CallSid", call);
        parameters.put("AccountSid", account);
        parameters.put("ApiVersion", "2010-04-01");
        parameters.put("Direction", "inbound");
        parameters.put("CallStatus", status);
        for (String party : new String[] {"From", "Caller"}) {
            describe(parameters, party, from);
        }
        for (String party : new String[] {"To", "Called"}) {
            describe(parameters, party, to);
        }
        parameters.put("StirVerstat", "TN-Validation-Passed-A");
        parameters.put("CallToken", "{\"parentCallInfoToken\":\"" + call + "\",\"identityHeaderTokens\":[]}");
        return parameters;
    }

    /** Where a number is registered is known for some countries only; this carrier knows the country alone. */
    static void describe(Map<String, String> parameters, String party, String number) {
        parameters.put(party, number);
        parameters.put(party + "City", "");
        parameters.put(party + "State", "");
        parameters.put(party + "Zip", "");
        parameters.put(party + "Country", country(number));
    }

    private static String country(String number) {
        try {
            return Objects.requireNonNullElse(NUMBERS.getRegionCodeForNumber(NUMBERS.parse(number, null)), "");
        } catch (NumberParseException withheld) {
            return "";
        }
    }
}
