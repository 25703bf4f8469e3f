package org.plainline.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CallCommandTests extends HandsetTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String typed, String... arguments) {
        var in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        var command = new CallCommand(in, new PrintStream(out, true, StandardCharsets.UTF_8), false);
        return new CommandLine(command).execute(arguments);
    }

    private int run(String typed) {
        return run(typed, "--url", address());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsWhatIsSaidAndTakesSpeechKeysAndSilence() {
        assertThat(run("低保怎么申请\n#\n\n9\n")).isZero();
        assertThat(said().lines())
                .containsExactly(
                        "[zh] 您好，这里是明白线。您想问什么？请直接说。",
                        "",
                        "[en] For English, press 2.",
                        "[zh] 找人帮忙，请按 0。",
                        "> 低保怎么申请",
                        "[zh] 我听到了。",
                        "[zh, slowly] 家里每个人每个月的钱不多，就可以申请低保。",
                        "",
                        "[zh] 再听一遍，请按星号。找人帮忙，请按 0。",
                        "> #",
                        "[zh] 我听到了。",
                        "[zh, slowly] 家里每个人每个月的钱不多，就可以申请低保。",
                        "",
                        "[zh] 再听一遍，请按星号。找人帮忙，请按 0。",
                        "> ",
                        "[zh] 没有听到。",
                        "[zh, slowly] 家里每个人每个月的钱不多，就可以申请低保。",
                        "",
                        "[zh] 再听一遍，请按星号。找人帮忙，请按 0。",
                        "> 9",
                        "[zh] 再见。",
                        "The call is over.");
    }

    @Test
    void hangsUpAtTheEndOfTheInput() {
        assertThat(run("")).isZero();
        assertThat(said())
                .endsWith("> /hangup" + System.lineSeparator() + "The call is over." + System.lineSeparator());
    }

    @Test
    void goesOnAfterALineThatIsTooLong() {
        assertThat(run("长".repeat(1001) + "\n/hangup\n")).isZero();
        assertThat(said()).contains("The service did not take that.").contains("> /hangup");
    }

    @Test
    void saysWhatIsWrongWithTheNumber() {
        assertThat(run("", "--url", address(), "--from", "12")).isOne();
        assertThat(said()).contains("The number has to be in international form");
    }

    @Test
    void saysHowToStartAServiceWhereNoneAnswers() throws IOException {
        assertThat(run("", "--url", "http://127.0.0.1:" + closedPort())).isOne();
        assertThat(said()).startsWith("No service answers at http://127.0.0.1:").contains("Start one with 'serve'");
    }

    @Test
    void saysThatTheSimulatorIsOff() throws IOException {
        try (var withoutSimulator = new FakeService()) {
            withoutSimulator.on("/phone/calls", 404, "text/plain", "");
            assertThat(run("", "--url", withoutSimulator.local().toString())).isOne();
        }
        assertThat(said()).contains("answered 403");
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
