package org.plainline.channel.twilio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names and values are signed run together, so {@code Body=hello} and {@code Bodyh=ello} have the same signature. A
 * form whose cuts were moved is told by the names that the service reads: one of them is gone, and another name holds
 * its beginning or begins with it; or one of them is there twice. Names that the service does not know are no offence
 * by themselves, because Twilio adds new ones without notice.
 */
final class Cut {
    private static final List<String> READ = List.of(
            "AccountSid",
            "Body",
            "CallSid",
            "CallStatus",
            "Digits",
            "From",
            "MessageSid",
            "MessageStatus",
            "SpeechResult",
            "To");

    private Cut() {}

    static boolean moved(List<Field> fields) {
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name()) && READ.contains(field.name())) {
                return true;
            }
        }
        return READ.stream()
                .filter(read -> !names.contains(read))
                .anyMatch(read -> names.stream().anyMatch(name -> name.startsWith(read) || read.startsWith(name)));
    }
}
