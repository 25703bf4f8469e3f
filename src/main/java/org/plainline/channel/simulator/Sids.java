package org.plainline.channel.simulator;

import java.util.random.RandomGenerator;

/** Gives out identifiers in Twilio's form: two letters for the kind and 32 hexadecimal digits. */
record Sids(RandomGenerator random) {
    String next(String kind) {
        return kind + hex() + hex();
    }

    private String hex() {
        return "%016x".formatted(random.nextLong());
    }
}
