package org.plainline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plainline.channel.twilio.CarrierConnection.Patience;
import org.plainline.resident.PhoneNumber;
import org.slf4j.LoggerFactory;

/**
 * Every request that can leave the house against Twilio's published OpenAPI description, where there is a copy of it.
 */
class PublishedContractTests {
    private static final Path CONTRACT = Path.of("../shared/contracts/twilio_api_v2010.json");

    private final FakeTwilio twilio = new FakeTwilio();
    private final PublicAddress address = new PublicAddress(URI.create(Webhook.URL));

    @BeforeAll
    static void contractIsThere() {
        boolean there = Files.exists(CONTRACT);
        if (!there) {
            LoggerFactory.getLogger(PublishedContractTests.class)
                    .error("NOT CHECKED: the requests to Twilio, because {} is missing", CONTRACT);
        }
        assumeTrue(there, "Twilio's OpenAPI description");
    }

    @AfterEach
    void gone() {
        twilio.close();
    }

    @Test
    void everyRequestIsOneThatTwilioDescribes() {
        twilio.answers(
                FakeTwilio.created("SM00000000000000000000000000000001"),
                ConnectCommandTests.numbers("+12025550123", ""),
                FakeTwilio.json(200, ConnectCommandTests.phone("+12025550123", "")));
        var text = new OutboundMessage(
                UUID.randomUUID(), new PhoneNumber("+8613800138000"), "明天9点,带上身份证 & 户口本。😀", 1, false);

        assertThat(new Carrier(address, Patience.USUAL).send(twilio.account(), text))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(new NumberConnection(twilio.account(), address, Patience.USUAL).connect(FakeTwilio.NUMBER))
                .contains("is connected");

        var contract = new TwilioContract(CONTRACT);
        assertThat(twilio.requests)
                .hasSize(3)
                .allSatisfy(sent -> assertThat(contract.faults(sent)).isEmpty());
    }

    @Test
    void whatTwilioDoesNotDescribeIsNoticed() {
        var contract = new TwilioContract(CONTRACT);
        var target = URI.create("/2010-04-01/Accounts/AC1/Messages.json?Page=1");
        var wrong = new FakeTwilio.Sent("POST", target, Map.of(), "Colour=red&StatusCallback=here&RiskCheck=maybe");

        assertThat(contract.faults(wrong))
                .extracting(fault -> List.of(fault.split(" is ")).getFirst())
                .containsExactlyInAnyOrder(
                        "AccountSid",
                        "Page",
                        "To",
                        "Colour",
                        "StatusCallback",
                        "RiskCheck",
                        "not a form",
                        "no basic authentication");
        assertThat(contract.faults(new FakeTwilio.Sent("PUT", target, Map.of(), "")))
                .hasSize(1);
    }
}
