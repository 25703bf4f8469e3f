package org.plainline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.plainline.channel.CleanText;
import org.plainline.resident.Language;
import org.plainline.voiceflow.CallStep;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class TwimlTests {
    private static final String STEP = "/twilio/voice/step/7";
    private static final int CASES = Integer.getInteger("twiml.cases", 2_000);

    private static final List<String> PIECES = List.of(
            "您好",
            "低保怎么办",
            "Hello, ",
            "&",
            "<",
            ">",
            "\"",
            "'",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?xml?>",
            "<script>alert(1)</script>",
            "</Message></Response>",
            "<Redirect>http://example.org</Redirect>",
            "&amp;",
            "&#0;",
            "&lt;",
            "😀",
            "👩‍👩‍👧",
            "مرحبا",
            "\u202Eevil\u202C",
            "\u200B",
            "\u2028",
            "\r\n",
            "\n",
            "\t",
            "\0",
            "\u0001",
            "\u001B[31m",
            "\u007F",
            "\u0085",
            "\u009F",
            "\uD83D",
            "\uDE00",
            "\uFFFE",
            "\uFFFF",
            "é",
            "e\u0301",
            "𠀀",
            " ",
            "${7*7}",
            "%s",
            "null");

    @Test
    void aMessageIsOneTextInOneElement() {
        assertThat(Twiml.message("明白线:要带身份证。回0找真人。"))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<Response><Message><Body>明白线:要带身份证。回0找真人。</Body></Message></Response>");
    }

    @Test
    void nothingToSayIsAnEmptyResponse() throws Exception {
        assertThat(tree(Twiml.nothing())).isEqualTo("Response{}[]");
        assertThat(Twiml.message(" \n ")).isEqualTo(Twiml.nothing());
    }

    @Test
    void listeningTakesSpeechAndKeysAndPostsEvenSilenceToTheNextStep() throws Exception {
        var listen = new CallStep.Listen(
                List.of(
                        new CallStep.Say("请说,您有什么难处?", Language.ZH, false),
                        new CallStep.Pause(Duration.ofMillis(500)),
                        new CallStep.Say("找真人,请按零。", Language.ZH, true)),
                Language.ZH,
                1,
                Duration.ofSeconds(8),
                List.of("低保", "临时救助, 救急", " "));

        assertThat(tree(Twiml.call(List.of(listen), STEP)))
                .isEqualTo("Response{}[Gather{action=/twilio/voice/step/7, actionOnEmptyResult=true, bargeIn=true,"
                        + " finishOnKey=, hints=低保,临时救助 救急, input=dtmf speech, language=cmn-Hans-CN, method=POST,"
                        + " numDigits=1, speechTimeout=auto, timeout=8}"
                        + "[Say{language=cmn-CN, voice=Polly.Zhiyu}['请说,您有什么难处?'], Pause{length=1}[],"
                        + " Say{language=cmn-CN, voice=Polly.Zhiyu}[prosody{rate=80%}['找真人,请按零。']]]]");
    }

    @Test
    void aNumberIsKeyedInUntilTheHashKey() throws Exception {
        var listen = new CallStep.Listen(
                List.of(new CallStep.Say("Please key in your phone number.", Language.EN, false)),
                Language.EN,
                15,
                Duration.ofMillis(8_001),
                List.of());

        assertThat(tree(Twiml.call(List.of(listen), STEP)))
                .startsWith("Response{}[Gather{action=/twilio/voice/step/7, actionOnEmptyResult=true, bargeIn=true,"
                        + " finishOnKey=#, input=dtmf speech, language=en-US, method=POST, numDigits=15,"
                        + " speechTimeout=auto, timeout=9}"
                        + "[Say{language=en-US, voice=Polly.Joanna}[");
    }

    @Test
    void sayingPausingAndHangingUpKeepTheirOrder() throws Exception {
        List<CallStep> steps = List.of(
                new CallStep.Say("谢谢您打来。", Language.ZH, false),
                new CallStep.Pause(Duration.ofSeconds(2)),
                new CallStep.Hangup());

        assertThat(tree(Twiml.call(steps, STEP)))
                .isEqualTo(
                        "Response{}[Say{language=cmn-CN, voice=Polly.Zhiyu}['谢谢您打来。'], Pause{length=2}[], Hangup{}[]]");
    }

    @Test
    void whatIsTooLongForOneVoiceOrOneTextIsCutAtPauses() {
        String sentence = "每个月的补助由街道办事处审核以后发到存折上。";
        String text = sentence.repeat(400);

        assertThat(Pieces.of(text, 3_000))
                .allMatch(piece -> piece.length() <= 3_000 && piece.endsWith("。"))
                .extracting(String::length)
                .satisfies(lengths -> assertThat(
                                lengths.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(text.length()));
        assertThat(String.join("", Pieces.of("😀".repeat(2_000), 1_601))).isEqualTo("😀".repeat(2_000));
    }

    @Test
    void noTextWhateverItHoldsChangesTheTreeOfElements() throws Exception {
        var random = new Random(20_251_123);
        for (int round = 0; round < CASES; round++) {
            String text = text(random);
            String clean = String.join("", Pieces.of(CleanText.of(text), 3_000));
            var language = random.nextBoolean() ? Language.ZH : Language.EN;
            List<CallStep> steps = List.of(new CallStep.Listen(
                    List.of(new CallStep.Say(text, language, random.nextBoolean())),
                    language,
                    1,
                    Duration.ofSeconds(8),
                    List.of(text)));

            assertThat(elements(Twiml.call(steps, STEP))).as(text).matches("Response Gather( Say( prosody)?)*");
            assertThat(parse(Twiml.call(steps, STEP)).getTextContent()).isEqualTo(clean);
            assertThat(elements(Twiml.message(text))).as(text).matches("Response( Message Body)*");
            assertThat(parse(Twiml.message(text)).getTextContent()).isEqualTo(clean);
        }
    }

    @Test
    void longTextsOfEveryKindOfCharacterComeThroughWhole() throws Exception {
        for (int shift = 0; shift < 40; shift++) {
            String text = "a".repeat(shift) + "😀您<&é𠀀".repeat(170);
            assertThat(parse(Twiml.message(text)).getTextContent()).isEqualTo(text);
        }
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(part -> random.nextInt(4) == 0
                        ? String.valueOf((char) random.nextInt(0x10000))
                        : PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private static String elements(String xml) throws Exception {
        List<String> names = new ArrayList<>();
        collect(parse(xml), names);
        return String.join(" ", names);
    }

    private static void collect(Node node, List<String> names) {
        if (node instanceof Element element) {
            names.add(element.getTagName());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, names);
        }
    }

    private static String tree(String xml) throws Exception {
        return tree((Node) parse(xml));
    }

    private static String tree(Node node) {
        if (!(node instanceof Element element)) {
            return "'" + node.getNodeValue() + "'";
        }
        Map<String, String> attributes = new TreeMap<>();
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            Node attribute = element.getAttributes().item(at);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        List<String> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(tree(child));
        }
        return element.getTagName() + attributes + children;
    }

    private static Element parse(String xml) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
    }
}
