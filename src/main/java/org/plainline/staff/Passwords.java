package org.plainline.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.plainline.staff.PasswordRefused.Why;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Makes, judges and hashes passwords. */
final class Passwords {
    static final int SHORTEST = 12;

    /** bcrypt looks at no more. */
    private static final int LONGEST_IN_BYTES = 72;

    /** About a tenth of a second on one core: dear for whoever guesses, cheap enough for a machine with two. */
    private static final int COST = 11;

    private static final int DIGEST_CHARACTERS = 31;

    private static final int FEWEST_DIFFERENT_CHARACTERS = 5;

    /** None that is read out or copied wrongly: no 0 and o, 1 and l, u and v. */
    private static final String ALPHABET = "abcdefghjkmnpqrstwxyz23456789";

    private static final Set<String> OBVIOUS = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234",
            "123456789abc",
            "password1234",
            "passwordpassword",
            "qwertyuiop12",
            "qwertyuiop123",
            "administrator",
            "administrator1",
            "plainline123",
            "plainline1234",
            "woaini1314520",
            "changeme1234",
            "letmein12345");

    private final BCryptPasswordEncoder bcrypt;
    private final SecureRandom random;

    /** One at a time: a flood of sign-ins may take one core, never both, while the phone is answered on the other. */
    private final ReentrantLock oneCore = new ReentrantLock(true);

    /**
     * The hash of no password that anybody knows, compared with when there is no such account, so that the time taken
     * tells nothing.
     */
    private final String nobodys;

    Passwords(SecureRandom random) {
        this.random = random;
        this.bcrypt = new BCryptPasswordEncoder(COST, random);
        this.nobodys = BCrypt.gensalt(COST, random) + ".".repeat(DIGEST_CHARACTERS);
    }

    /** Sixteen characters in groups, about 77 bits: to be read out once and then replaced. */
    String oneTime() {
        var text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    String hash(String password) {
        oneCore.lock();
        try {
            return bcrypt.encode(password);
        } finally {
            oneCore.unlock();
        }
    }

    boolean matches(String password, String hash) {
        oneCore.lock();
        try {
            return password.getBytes(UTF_8).length <= LONGEST_IN_BYTES && bcrypt.matches(password, hash);
        } finally {
            oneCore.unlock();
        }
    }

    /** Takes as long as {@link #matches}. */
    void matchNobody(String password) {
        matches(password, nobodys);
    }

    /** @throws PasswordRefused when it is easily guessed */
    static void judge(String password, String login) {
        String plain = password.strip().toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new PasswordRefused(Why.TOO_SHORT);
        }
        if (password.getBytes(UTF_8).length > LONGEST_IN_BYTES) {
            throw new PasswordRefused(Why.TOO_LONG);
        }
        if (plain.equals(login)) {
            throw new PasswordRefused(Why.LOGIN);
        }
        if (OBVIOUS.contains(plain) || plain.chars().distinct().count() < FEWEST_DIFFERENT_CHARACTERS) {
            throw new PasswordRefused(Why.OBVIOUS);
        }
    }
}
