package org.plainline.channel.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.plainline.channel.simulator.Verb.Action;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads TwiML into verbs; a verb it does not know is reported and skipped, as Twilio does. */
final class TwimlReader {
    private static final String ANY_KEY = "1234567890*#";

    private final List<String> warnings = new ArrayList<>();

    private TwimlReader() {}

    /** @throws TwimlException when it is not XML, or its root is not {@code Response} */
    static Twiml read(String xml) throws TwimlException {
        var reader = new TwimlReader();
        return new Twiml(reader.verbs(root(xml)), List.copyOf(reader.warnings));
    }

    private static Element root(String xml) throws TwimlException {
        try {
            Element root = parser().parse(new InputSource(new StringReader(xml.strip())))
                    .getDocumentElement();
            if (!root.getTagName().equals("Response")) {
                throw new TwimlException("12100 Document parse failure: the root element is not Response");
            }
            return root;
        } catch (SAXException notXml) {
            throw new TwimlException("12100 Document parse failure: " + notXml.getMessage());
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        // Without a document type there are no entities, so an answer can neither grow nor reach out.
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setXIncludeAware(false);
        var parser = factory.newDocumentBuilder();
        parser.setErrorHandler(null);
        return parser;
    }

    private List<Verb> verbs(Element parent) {
        List<Verb> verbs = new ArrayList<>();
        for (Element element : children(parent)) {
            Verb verb = verb(element);
            if (verb != null) {
                verbs.add(verb);
            }
        }
        return List.copyOf(verbs);
    }

    private @Nullable Verb verb(Element element) {
        return switch (element.getTagName()) {
            case "Say", "Play", "Pause" -> new Verb.Audible(audible(element));
            case "Gather" -> gather(element);
            case "Record" ->
                new Verb.Recording(
                        !element.getAttribute("playBeep").equals("false"),
                        attribute(element, "finishOnKey", ANY_KEY),
                        number(element, "timeout", 5),
                        action(element));
            case "Redirect" -> new Verb.Redirect(new Action(text(element), method(element, "method")));
            case "Dial" -> new Verb.Dial(dialled(element), actionIfAny(element));
            case "Hangup" -> new Verb.Hangup();
            case "Reject" -> new Verb.Reject(element.getAttribute("reason").equals("busy"));
            case "Connect" -> connect(element);
            case "Message" -> message(element);
            default -> unknown(element);
        };
    }

    private Verb.@Nullable Relay unknown(Element element) {
        warnings.add("12200 Schema validation warning: " + element.getTagName() + " is not known here and was skipped");
        return null;
    }

    private List<Heard> audible(Element element) {
        List<Heard> once = switch (element.getTagName()) {
            case "Say" -> SpokenText.of(element);
            case "Play" -> List.of(new Heard.Play(text(element)));
            default -> List.of(new Heard.Pause(number(element, "length", 1)));
        };
        // Twilio repeats without end for 0; nobody who develops wants to wait for that.
        int times = Math.clamp(number(element, "loop", 1), 1, 10);
        List<Heard> heard = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            heard.addAll(once);
        }
        return List.copyOf(heard);
    }

    private Verb gather(Element element) {
        List<Heard> prompts = new ArrayList<>();
        for (Element child : children(element)) {
            switch (child.getTagName()) {
                case "Say", "Play", "Pause" -> prompts.addAll(audible(child));
                default -> unknown(child);
            }
        }
        List<String> input = List.of(attribute(element, "input", "dtmf")
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("\\s+"));
        return new Verb.Gather(
                List.copyOf(prompts),
                input.contains("dtmf"),
                input.contains("speech"),
                number(element, "numDigits", Integer.MAX_VALUE),
                attribute(element, "finishOnKey", "#"),
                number(element, "timeout", 5),
                attribute(element, "language", "en-US"),
                element.getAttribute("actionOnEmptyResult").equals("true"),
                action(element));
    }

    private List<String> dialled(Element dial) {
        List<String> numbers = new ArrayList<>();
        for (Element child : children(dial)) {
            switch (child.getTagName()) {
                case "Number", "Client", "Sip" -> numbers.add(text(child));
                default -> unknown(child);
            }
        }
        return numbers.isEmpty() ? List.of(text(dial)) : List.copyOf(numbers);
    }

    private Verb.@Nullable Relay connect(Element connect) {
        for (Element child : children(connect)) {
            if (child.getTagName().equals("ConversationRelay")) {
                return new Verb.Relay(
                        child.getAttribute("url"),
                        child.getAttribute("welcomeGreeting"),
                        attribute(child, "ttsLanguage", attribute(child, "language", "en-US")),
                        child.getAttribute("dtmfDetection").equals("true"),
                        parameters(child),
                        actionIfAny(connect));
            }
        }
        return unknown(connect);
    }

    private static List<Verb.Parameter> parameters(Element relay) {
        return children(relay).stream()
                .filter(child -> child.getTagName().equals("Parameter"))
                .map(child -> new Verb.Parameter(child.getAttribute("name"), child.getAttribute("value")))
                .toList();
    }

    private static Verb message(Element message) {
        List<String> bodies = children(message).stream()
                .filter(child -> child.getTagName().equals("Body"))
                .map(Element::getTextContent)
                .toList();
        String body = bodies.isEmpty() ? message.getTextContent() : String.join("", bodies);
        return new Verb.Message(message.getAttribute("to"), body.strip(), message.getAttribute("statusCallback"));
    }

    private static Action action(Element element) {
        return new Action(element.getAttribute("action"), method(element, "method"));
    }

    private static @Nullable Action actionIfAny(Element element) {
        return element.hasAttribute("action") ? action(element) : null;
    }

    private static String method(Element element, String name) {
        return element.getAttribute(name).equalsIgnoreCase("GET") ? "GET" : "POST";
    }

    private int number(Element element, String name, int otherwise) {
        String text = element.getAttribute(name);
        if (text.isEmpty() || (name.equals("timeout") && text.equals("auto"))) {
            return otherwise;
        }
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException notANumber) {
            warnings.add("12200 Schema validation warning: " + name + "=\"" + text + "\" is not a number");
            return otherwise;
        }
    }

    private static String attribute(Element element, String name, String otherwise) {
        return element.hasAttribute(name) ? element.getAttribute(name) : otherwise;
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int index = 0; index < nodes.getLength(); index++) {
            Node node = nodes.item(index);
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
