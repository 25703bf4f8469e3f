package org.plainline.channel.simulator;

import java.util.Map;

/** How the carrier listens while a call waits for the caller. */
sealed interface Ear {
    Step.Waiting waiting();

    /** @param keys pressed so far; a finish key at the end stays in sight until the input is handed over */
    record Gathering(Verb.Gather gather, String keys, boolean complete) implements Ear {
        Gathering(Verb.Gather gather, String keys) {
            this(gather, keys, false);
        }

        /** Keys one after the other, as far as the input needs them; several at once leave nothing to wait for. */
        Gathering press(String more) {
            var all = new StringBuilder(keys);
            for (int index = 0; index < more.length(); index++) {
                char key = more.charAt(index);
                all.append(key);
                if (gather.finishKeys().indexOf(key) >= 0 || all.length() >= gather.most()) {
                    return new Gathering(gather, all.toString(), true);
                }
            }
            return new Gathering(gather, all.toString(), more.length() > 1);
        }

        /** What was pressed, without the key that ended it. */
        String digits() {
            return finished() ? keys.substring(0, keys.length() - 1) : keys;
        }

        /** The parameters of the input, also of an empty one. */
        Map<String, String> parameters() {
            if (!gather.digits()) {
                return Map.of("SpeechResult", "");
            }
            return Map.of(
                    "Digits",
                    digits(),
                    "FinishedOnKey",
                    finished() ? keys.substring(keys.length() - 1) : "",
                    "msg",
                    "Gather End");
        }

        private boolean finished() {
            return !keys.isEmpty() && gather.finishKeys().indexOf(keys.charAt(keys.length() - 1)) >= 0;
        }

        @Override
        public Step.Waiting waiting() {
            return new Step.Waiting(
                    gather.digits(),
                    gather.speech(),
                    gather.most() == Integer.MAX_VALUE ? 0 : gather.most(),
                    gather.finishKeys(),
                    gather.seconds(),
                    gather.language());
        }
    }

    record Recording(Verb.Recording recording) implements Ear {
        @Override
        public Step.Waiting waiting() {
            return new Step.Waiting(true, true, 1, recording.finishKeys(), recording.seconds(), "");
        }
    }

    record Relaying(Verb.Relay relay, RelaySession session) implements Ear {
        /** A relay never gives up waiting by itself; the seconds only pace those who show a clock. */
        private static final int UNHURRIED = 60;

        @Override
        public Step.Waiting waiting() {
            return new Step.Waiting(relay.dtmf(), true, 1, "", UNHURRIED, relay.language());
        }
    }
}
