package org.plainline.answering;

import java.util.List;
import org.plainline.answering.CrisisLines.CrisisLine;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.Wording;

/** Says whom to call in danger, in the words of the channel. */
final class CrisisNumbers {
    private final CrisisFile file;
    private final Wording wording;

    CrisisNumbers(CrisisFile file, Wording wording) {
        this.file = file;
        this.wording = wording;
    }

    /** @param then the answer to what was asked */
    Answer.Crisis before(Answer then, Danger danger, Language language, Channel channel) {
        List<CrisisLine> given = file.lines().given(danger);
        List<String> lines =
                given.stream().map(line -> told(line, language, channel)).toList();
        String join = wording.say(language, "crisis.join");
        String text = wording.say(
                language,
                "crisis." + danger.urgency().code() + "." + channel.code(),
                dialled(given.getFirst(), channel),
                String.join(join, lines),
                String.join(join, lines.subList(1, lines.size())));
        return new Answer.Crisis(language, danger.urgency(), List.of(text), then);
    }

    private String told(CrisisLine line, Language language, Channel channel) {
        return wording.say(
                language,
                "crisis.line." + channel.code(),
                dialled(line, channel),
                line.name(language),
                line.hours(language));
    }

    /** Aloud digit by digit. */
    private static String dialled(CrisisLine line, Channel channel) {
        return channel == Channel.VOICE ? String.join(" ", line.number().split("")) : line.number();
    }
}
