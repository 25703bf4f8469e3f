package org.plainline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ConnectCommandTests {
    private static final String PHONE = "PN0123456789abcdef0123456789abcdef";

    private final FakeTwilio twilio = new FakeTwilio();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void gone() {
        twilio.close();
    }

    @Test
    void theNumberIsFoundAndAllItsAddressesAreSet() {
        twilio.answers(numbers("+12025550123", ""), FakeTwilio.json(200, phone("+12025550123", "")));

        assertThat(connect("--number", "+12025550123")).isZero();

        assertThat(out.toString()).isEqualTo("""
                +12025550123 is connected. Twilio will post
                  texts          to https://help.example.org/twilio/sms
                  calls          to https://help.example.org/twilio/voice
                  ends of calls  to https://help.example.org/twilio/status/call
                  what fails     to https://help.example.org/twilio/fallback/sms and https://help.example.org/twilio/fallback/voice
                """);
        assertThat(twilio.requests).hasSize(2);
        assertThat(twilio.requests.get(0).target().toString())
                .isEqualTo("/2010-04-01/Accounts/" + Webhook.ACCOUNT
                        + "/IncomingPhoneNumbers.json?PhoneNumber=%2B12025550123");
        assertThat(twilio.requests.get(1).target().toString())
                .isEqualTo("/2010-04-01/Accounts/" + Webhook.ACCOUNT + "/IncomingPhoneNumbers/" + PHONE + ".json");
        assertThat(twilio.requests.get(1).form())
                .isEqualTo(Map.of(
                        "SmsUrl", "https://help.example.org/twilio/sms",
                        "SmsMethod", "POST",
                        "SmsFallbackUrl", "https://help.example.org/twilio/fallback/sms",
                        "SmsFallbackMethod", "POST",
                        "VoiceUrl", "https://help.example.org/twilio/voice",
                        "VoiceMethod", "POST",
                        "VoiceFallbackUrl", "https://help.example.org/twilio/fallback/voice",
                        "VoiceFallbackMethod", "POST",
                        "StatusCallback", "https://help.example.org/twilio/status/call",
                        "StatusCallbackMethod", "POST"));
    }

    @Test
    void aNumberOfSomebodyElseIsNotFound() {
        twilio.answers(numbers("+12025550199", ""));

        assertThat(connect("--number", "+12025550123")).isEqualTo(1);
        assertThat(err.toString()).startsWith("The account " + Webhook.ACCOUNT + " has no number +12025550123.");
    }

    @Test
    void whatWouldWinOverTheseAddressesIsNamedAndNothingIsChanged() {
        twilio.answers(numbers("+12025550123", "AP0123456789abcdef0123456789abcdef"));

        assertThat(connect("--number", "+12025550123")).isEqualTo(1);
        assertThat(err.toString()).contains("AP0123456789abcdef0123456789abcdef", "Detach it");
        assertThat(twilio.requests).hasSize(1);
    }

    @Test
    void whatTwilioAnswersIsPassedOn() {
        twilio.answers(FakeTwilio.refused(401, 20003, "Authenticate"));
        assertThat(connect("--number", "+12025550123")).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("The carrier does not accept the auth token");

        twilio.answers(numbers("+12025550123", ""), FakeTwilio.refused(400, 21402, "Url is not a valid url"));
        assertThat(connect("--number", "+12025550123")).isEqualTo(1);
        assertThat(err.toString()).contains("The carrier refuses (21402): Url is not a valid url");

        twilio.answers(FakeTwilio.json(200, "<html>Welcome to the hotel's network</html>"));
        assertThat(connect("--number", "+12025550123")).isEqualTo(1);
        assertThat(err.toString()).contains("Nobody can read what http://127.0.0.1:");

        twilio.close();
        assertThat(connect("--number", "+12025550123")).isEqualTo(1);
        assertThat(err.toString()).contains("The carrier cannot be reached");
    }

    @Test
    void whatHasToBeSetFirstIsSaidBeforeAnybodyIsAsked() {
        assertThat(connect("--number", "2025550123")).isEqualTo(2);
        assertThat(err.toString()).contains("international form");

        assertThat(connect(settings(), "http://localhost:8080", "--number", "+12025550123"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Twilio cannot call http://localhost:8080", "PLAINLINE_PUBLIC_URL");

        var none = new TwilioSettings("", new Secret(""), twilio.address(), "");
        assertThat(connect(none, Webhook.URL, "--number", "+12025550123")).isEqualTo(2);
        assertThat(err.toString()).contains("PLAINLINE_TWILIO_ACCOUNT_SID", "PLAINLINE_TWILIO_AUTH_TOKEN");

        assertThat(connect()).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required option: '--number");
        assertThat(twilio.requests).isEmpty();
    }

    private int connect(String... arguments) {
        return connect(settings(), Webhook.URL, arguments);
    }

    private int connect(TwilioSettings settings, String publicUrl, String... arguments) {
        return new CommandLine(new ConnectCommand(settings, new PublicAddress(URI.create(publicUrl))))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private TwilioSettings settings() {
        return new TwilioSettings(Webhook.ACCOUNT, Webhook.TOKEN, twilio.address(), "");
    }

    static FakeTwilio.Answer numbers(String number, String application) {
        return FakeTwilio.json(200, """
                {"incoming_phone_numbers": [%s], "end": 0, "first_page_uri": "/2010-04-01/Accounts/x.json", \
                "next_page_uri": null, "page": 0, "page_size": 50, "previous_page_uri": null, "start": 0, \
                "uri": "/2010-04-01/Accounts/x.json"}""".formatted(phone(number, application)));
    }

    static String phone(String number, String application) {
        return """
                {"account_sid": "%s", "address_requirements": "none", "address_sid": "", "api_version": "2010-04-01", \
                "beta": false, "capabilities": {"mms": true, "sms": true, "voice": true, "fax": false}, \
                "date_created": "Thu, 30 Jul 2015 23:19:04 +0000", "date_updated": "Thu, 30 Jul 2015 23:19:04 +0000", \
                "emergency_status": "Active", "friendly_name": "Plainline", "identity_sid": null, "origin": "twilio", \
                "phone_number": "%s", "sid": "%s", "sms_application_sid": "", "sms_fallback_method": "POST", \
                "sms_fallback_url": "", "sms_method": "POST", "sms_url": "", "status_callback": "", \
                "status_callback_method": "POST", "trunk_sid": null, "voice_application_sid": "%s", \
                "voice_caller_id_lookup": false, "voice_fallback_method": "POST", "voice_fallback_url": null, \
                "voice_method": "POST", "voice_url": "", "status": "in-use", "type": "local"}""".formatted(Webhook.ACCOUNT, number, PHONE, application);
    }
}
