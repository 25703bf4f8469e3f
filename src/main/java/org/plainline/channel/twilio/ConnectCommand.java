package org.plainline.channel.twilio;

import com.twilio.exception.TwilioException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plainline.channel.twilio.CarrierConnection.Patience;
import org.plainline.resident.PhoneNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code connect --number +1…}: points a Twilio number at this service. Needs the settings only, neither the service
 * nor a database. Exits with 0 when the number is connected, 1 when Twilio did not do it, 2 when something has to be
 * set first.
 */
@Command(
        name = "connect",
        description = "Points the webhooks of a Twilio number at this service.",
        mixinStandardHelpOptions = true)
public final class ConnectCommand implements Callable<Integer> {
    private final TwilioSettings settings;
    private final PublicAddress address;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--number",
            required = true,
            paramLabel = "+1…",
            description = "a number of the Twilio account, in international form")
    private String number = "";

    public ConnectCommand(TwilioSettings settings, PublicAddress address) {
        this.settings = settings;
        this.address = address;
    }

    @Override
    public Integer call() {
        var account = settings.account();
        if (account.isEmpty()) {
            return fail(
                    ExitCode.USAGE,
                    "No Twilio account is set: PLAINLINE_TWILIO_ACCOUNT_SID and PLAINLINE_TWILIO_AUTH_TOKEN are needed.");
        }
        if (!number.matches("\\+[1-9]\\d{5,14}")) {
            return fail(ExitCode.USAGE, "The number must be in international form, such as +12025550123.");
        }
        if (!address.isReachableFromOutside()) {
            return fail(
                    ExitCode.USAGE,
                    "Twilio cannot call " + address.publicUrl()
                            + ". Set PLAINLINE_PUBLIC_URL to the address that this service has on the internet.");
        }
        return connect(new NumberConnection(account.get(), address, Patience.USUAL));
    }

    private int connect(NumberConnection connection) {
        try {
            out().println(connection.connect(new PhoneNumber(number)));
            return ExitCode.OK;
        } catch (NumberConnection.NotConnected | CarrierTrouble refused) {
            return fail(ExitCode.SOFTWARE, String.valueOf(refused.getMessage()));
        } catch (TwilioException unreadable) {
            return fail(ExitCode.SOFTWARE, "Nobody can read what " + settings.apiBaseUrl() + " answers.");
        }
    }

    private int fail(int code, String message) {
        PrintWriter err = command().commandLine().getErr();
        err.println(message);
        err.flush();
        return code;
    }

    private PrintWriter out() {
        return command().commandLine().getOut();
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec, "picocli fills it in");
    }
}
