package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plainline.conversation.Conversations;
import org.plainline.conversation.Reply;
import org.plainline.conversation.Utterance;
import org.plainline.resident.Channel;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * What the service says, word for word, as an editor can read it: {@code src/test/resources/transcripts/*.yaml}.
 * {@code mvn test -Dtest=GoldenTranscriptTests -Dtranscripts.record=true} writes down what it says now.
 */
@Order(ServiceTest.ONCE_ALL_IS_UNDERSTOOD)
class GoldenTranscriptTests extends ServiceTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    @Autowired
    private Conversations conversations;

    @TestFactory
    Stream<DynamicTest> saysWhatTheTranscriptSays() throws IOException {
        List<Path> files;
        try (var found = Files.list(FOLDER)) {
            files = found.sorted().toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    /** Which choices come second and third is too close to write down: another processor's rounding turns them. */
    @Test
    void offersAtMostAChoiceWhereOnlyTheWordsAreAlike() {
        assertThat(talker("sms").say("今天股票涨了吗"))
                .singleElement()
                .asString()
                .contains("回0找真人")
                .doesNotContain("（据");
    }

    private void check(Path file) throws Exception {
        Transcript golden = Transcript.read(file);
        Transcript now = golden.played(talker(golden.channel()));
        if (Boolean.getBoolean("transcripts.record")) {
            now.write(file);
        }
        assertThat(now.text()).isEqualTo(Transcript.read(file).text());
    }

    /** Somebody who has not been heard before, whose number always ends in 43. */
    private Transcript.Talker talker(String channel) {
        String someone = "+1202%05d43".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 100_000));
        return switch (channel) {
            case "sms" -> new Texting(someone);
            case "voice" -> new Calling(someone);
            case "chat" -> said -> chat(someone, said);
            default -> throw new IllegalArgumentException("A transcript's channel is sms, voice or chat");
        };
    }

    private List<String> chat(String someone, String said) {
        Reply reply = conversations.hear(
                new Utterance(UUID.randomUUID().toString(), Channel.CHAT, someone, null, said, null));
        List<String> lines = new ArrayList<>(reply.paragraphs());
        reply.parts().forEach(part -> lines.add("## " + part.heading()));
        reply.options().forEach(option -> lines.add("[" + option.key() + "] " + option.label()));
        if (reply.source() != null) {
            lines.add("(" + reply.source().title() + ", " + reply.source().reviewedOn() + ")");
        }
        return lines;
    }

    /** Each text is a signed post; the answer is what stands in the TwiML's messages. */
    private final class Texting implements Transcript.Talker {
        private final String from;

        Texting(String from) {
            this.from = from;
        }

        @Override
        public List<String> say(String said) {
            var response = twilio.post("/twilio/sms", text("SM" + UUID.randomUUID(), from, said));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return elements(response.body(), "Message").stream()
                    .map(Element::getTextContent)
                    .toList();
        }
    }

    /** A call: {@code (calls)} begins it, {@code (silence)} says nothing, digits are keys, the rest is speech. */
    private final class Calling implements Transcript.Talker {
        private final String sid = "CA" + UUID.randomUUID();
        private final String from;
        private String next = "/twilio/voice";

        Calling(String from) {
            this.from = from;
        }

        @Override
        public List<String> say(String said) {
            Map<String, String> form = new java.util.HashMap<>(
                    Map.of("CallSid", sid, "From", from, "To", "+15005550006", "CallStatus", "in-progress"));
            if (said.matches("[0-9*#]+")) {
                form.put("Digits", said);
            } else if (!said.startsWith("(")) {
                form.put("SpeechResult", said);
                form.put("Confidence", "0.9");
            }
            var response = twilio.post(next, form);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            List<Element> gathers = elements(response.body(), "Gather");
            if (!gathers.isEmpty()) {
                next = gathers.getFirst().getAttribute("action").replace(TwilioClient.PUBLIC_URL, "");
            }
            List<String> heard = new ArrayList<>(elements(response.body(), "Say").stream()
                    .map(Element::getTextContent)
                    .toList());
            if (!elements(response.body(), "Hangup").isEmpty()) {
                heard.add("(hangs up)");
            }
            return heard;
        }
    }

    private static List<Element> elements(String xml, String name) {
        try {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            var nodes = document.getElementsByTagName(name);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> (Element) nodes.item(i))
                    .collect(Collectors.toList());
        } catch (Exception malformed) {
            throw new AssertionError("Not XML: " + xml, malformed);
        }
    }
}
