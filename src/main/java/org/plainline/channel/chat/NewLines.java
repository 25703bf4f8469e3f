package org.plainline.channel.chat;

import java.util.ArrayList;
import java.util.List;
import org.plainline.conversation.Line;

/**
 * Remembers how far a talk was shown, so that no line is shown twice or left out. One per stream, one thread at a time.
 */
final class NewLines {
    private String last;

    /** @param last id of the last line the browser has; when there is none such, everything is new to it */
    NewLines(String last) {
        this.last = last;
    }

    /** A caseworker's lines after the last one; the others come with the page itself. */
    synchronized List<Line> in(List<Line> lines) {
        List<Line> unseen = new ArrayList<>();
        for (Line line : lines) {
            if (line.id().toString().equals(last)) {
                unseen.clear();
            } else if (line.speaker() == Line.Speaker.CASEWORKER) {
                unseen.add(line);
            }
        }
        if (!lines.isEmpty()) {
            last = lines.getLast().id().toString();
        }
        return unseen;
    }
}
