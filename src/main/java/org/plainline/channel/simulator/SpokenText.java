package org.plainline.channel.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/** What {@code <Say>} says: SSML within it becomes pauses, pace and changes of language. */
final class SpokenText {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}(?:\\.\\d+)?)(ms|s)");
    private static final double BREAK_WITHOUT_TIME = 0.5;

    private final List<Heard> heard = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    private SpokenText() {}

    static List<Heard> of(Element say) {
        String language = say.hasAttribute("language") ? say.getAttribute("language") : "en-US";
        var spoken = new SpokenText();
        spoken.read(say, language, false);
        spoken.flush(language, false);
        return List.copyOf(spoken.heard);
    }

    private void read(Element element, String language, boolean slow) {
        NodeList nodes = element.getChildNodes();
        for (int index = 0; index < nodes.getLength(); index++) {
            Node node = nodes.item(index);
            if (node instanceof Text text) {
                words.append(text.getData());
            } else if (node instanceof Element child) {
                readChild(child, language, slow);
            }
        }
    }

    private void readChild(Element child, String language, boolean slow) {
        switch (child.getTagName()) {
            case "break" -> {
                flush(language, slow);
                heard.add(new Heard.Pause(seconds(child.getAttribute("time"))));
            }
            case "sub" -> words.append(child.getAttribute("alias"));
            case "prosody" -> readAs(child, language, slow, language, slow || isSlow(child.getAttribute("rate")));
            case "lang" -> readAs(child, language, slow, child.getAttribute("xml:lang"), slow);
            default -> read(child, language, slow);
        }
    }

    private void readAs(Element child, String outer, boolean outerSlow, String language, boolean slow) {
        flush(outer, outerSlow);
        read(child, language, slow);
        flush(language, slow);
    }

    private void flush(String language, boolean slow) {
        String text = words.toString().strip().replaceAll("\\s+", " ");
        words.setLength(0);
        if (!text.isEmpty()) {
            heard.add(new Heard.Say(text, language, slow));
        }
    }

    private static boolean isSlow(String rate) {
        return Set.of("slow", "x-slow").contains(rate)
                || (rate.matches("\\d{1,4}(\\.\\d+)?%") && Double.parseDouble(rate.replace("%", "")) < 100);
    }

    private static double seconds(String time) {
        var duration = DURATION.matcher(time);
        if (!duration.matches()) {
            return BREAK_WITHOUT_TIME;
        }
        double length = Double.parseDouble(duration.group(1));
        return duration.group(2).equals("ms") ? length / 1000 : length;
    }
}
