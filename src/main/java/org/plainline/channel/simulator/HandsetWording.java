package org.plainline.channel.simulator;

import org.plainline.resident.Language;
import org.plainline.resident.Wording;

/** The words of the handset page and those that Twilio itself says to callers and texters. */
record HandsetWording(Wording wording) {
    String page(Language language, String key) {
        return wording.say(language, key);
    }

    /** Twilio speaks English by default, whatever the service speaks. */
    String carrier(String key) {
        return wording.say(Language.EN, "carrier." + key);
    }
}
