package org.plainline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.ServiceTest;
import org.plainline.staff.Account;
import org.plainline.staff.Accounts;
import org.plainline.staff.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * Whatever a resident writes goes all the way to the caseworker's screen as the text it is, and breaks nothing there.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Order(ServiceTest.WHILE_NOTHING_IS_UNDERSTOOD)
class HostileTextTests extends ServiceTest {
    /** It is the caseworker who reads here, and no answer. */
    @Override
    protected void awaitMeaning() {}

    private static final Pattern REFERENCE = Pattern.compile("编号(\\d{6})|reference (\\d{6})");
    private static final String MARKUP = "<script>alert(1)</script>&lt;b&amp;<img src=x onerror=alert(2)>\"'";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    private @Nullable Visitor administrator;

    @ParameterizedTest
    @ValueSource(
            strings = {
                MARKUP,
                "]]></Body></Message><Message><Body>free money",
                "😭😭👨‍👩‍👧‍👦🏳️‍🌈",
                "مساعدة \u202eevil\u202c עזרה",
                "\u0000\u0001\u0007\u001b[31mred\u007f\u0085\ufffe",
                "${7*7} #{7*7} __${T(java.lang.Runtime)}__ {{7*7}} th:text=\"x\"",
                "'; drop table conversation; --",
                "\t\r\n  \u3000"
            })
    void reachesTheCaseworkerAsTextAndNothingElse(String hostile) throws Exception {
        // Not the exchange that other tests of this service draw their numbers from.
        String from = "+1312555" + "%04d".formatted(Math.floorMod(hostile.hashCode(), 10_000));
        message(from, hostile.repeat(1 + 1_599 / hostile.length()).substring(0, 1_600));
        message(from, "0");
        message(from, hostile);
        message(from, hostile);
        String last = message(from, "下午 " + hostile);

        var reference = REFERENCE.matcher(last);
        String page = Soon.find(
                Duration.ofSeconds(20),
                () -> jdbc.sql("""
                                select r.id from referral r join help_request h on h.id = r.help_request
                                join conversation c on c.id = h.conversation where c.party = ?""")
                        .param(from)
                        .query(UUID.class)
                        .optional()
                        .map(id ->
                                administrator().get("/console/referrals/" + id).body()));
        assertThat(page).contains("</html>").doesNotContain("<script>alert", "<img src=x", "49 49");
        if (reference.find()) {
            assertThat(page).contains(reference.group().replaceAll("\\D", ""));
        }
        if (hostile.equals(MARKUP)) {
            assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;b&amp;amp;");
        }
        assertThat(administrator().get("/console").body())
                .contains("</html>")
                .doesNotContain("<script>alert", "<img src=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/twilio/voice/1", "/twilio/voice/999999", "/twilio/voice/-1"})
    void aCallTakesAnySpeechAtAnyStep(String path) throws Exception {
        Map<String, String> form = new HashMap<>();
        form.put("CallSid", "CA" + UUID.randomUUID());
        form.put("From", "client:<x>&");
        form.put("SpeechResult", MARKUP);
        form.put("Digits", "*#<&");
        form.put("Unknown\u0000Field", MARKUP);
        var answer = twilio.post(path, form);
        assertThat(answer.statusCode()).isEqualTo(200);
        xml(answer.body());
    }

    /** @return the words of the only message */
    private String message(String from, String body) throws Exception {
        Map<String, String> form = text("SM" + UUID.randomUUID(), from, body);
        form.put("ProfileName", MARKUP);
        form.put("NewFieldOfNextYear", body);
        var answer = twilio.post("/twilio/sms", form);
        assertThat(answer.statusCode()).isEqualTo(200);
        Document document = xml(answer.body());
        assertThat(document.getElementsByTagName("Message").getLength()).isLessThanOrEqualTo(1);
        return document.getDocumentElement().getTextContent();
    }

    private static Document xml(String twiml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(twiml)));
    }

    private Visitor administrator() {
        if (administrator == null) {
            Account somebody = new Colleagues(accounts, jdbc).somebody(Role.ADMINISTRATOR, Colleagues.LIUHE);
            administrator = new Visitor(address());
            administrator.signIn(somebody.login(), Colleagues.PASSWORD);
        }
        return administrator;
    }
}
