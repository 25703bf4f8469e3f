package org.plainline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Twilio writes into {@code X-Twilio-Signature}. The SDK's validator takes one value a name, so that it cannot see
 * a field that was added a second time; apart from that the two agree.
 */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA1";
    private static final Comparator<Field> ORDER =
            Comparator.comparing(Field::name).thenComparing(Field::value);

    private Signature() {}

    /** @param url exactly as it was called, with its query */
    public static String of(Secret token, String url, List<Field> fields) {
        String signed = fields.stream()
                .sorted(ORDER)
                .map(field -> field.name() + field.value())
                .collect(Collectors.joining("", url, ""));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.value().getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes as long for a wrong signature as for a right one. */
    static boolean matches(String given, Secret token, String url, List<Field> fields) {
        return MessageDigest.isEqual(of(token, url, fields).getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
