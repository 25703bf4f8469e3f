package org.plainline.channel.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainline.resident.Language;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServesResidentsPage
class PageWordsTests {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource
    void neverBlamesAndNeverSendsPeopleAwayWithoutAWayOn(Language language) throws Exception {
        assertThat(words(language).toLowerCase(Locale.ROOT))
                .doesNotContain("invalid", "error", "try again later", "submitted", "wrong")
                .doesNotContain("无效", "错误", "失败", "稍后再试", "提交成功");
    }

    /** The reviewed file is the one place for these numbers; the page repeats them only to have them without it. */
    @ParameterizedTest
    @EnumSource
    void namesOnlyNumbersThatAreReviewed(Language language) throws Exception {
        String reviewed = Files.readString(Path.of("knowledge-base/crisis.yaml"));

        List<Hotline> named = Hotline.in(ChatPage.words(language, "numbers"));

        assertThat(named).extracting(Hotline::number).containsExactly("120", "110", "119", "12345");
        assertThat(named).allSatisfy(line -> assertThat(reviewed).contains("number: \"" + line.number() + '"'));
        assertThat(words(language).lines())
                .allSatisfy(line -> assertThat(Hotline.in(line))
                        .allSatisfy(found -> assertThat(reviewed).contains("number: \"" + found.number() + '"')));
    }

    @Test
    void loadsAtMostSixtyKilobytesAndNothingFromElsewhere() throws Exception {
        String page = new Form(port).open("/").write("家里没钱").page();

        int bytes = gzipped(page);
        for (String part : List.of("base.css", "chat.css", "chat.js")) {
            String text = Files.readString(RESOURCES.resolve("static").resolve(part));
            bytes += gzipped(text);
            assertThat(text)
                    .doesNotContain("http:", "https:", "@import", "innerHTML", "localStorage", "sessionStorage");
        }

        assertThat(bytes).isLessThan(60 * 1024);
        assertThat(page)
                .doesNotContain("<script>", "style=", " onclick")
                .doesNotContainPattern("(src|<link[^>]*href)=\"http");
    }

    private static String words(Language language) throws IOException {
        try (var lines = Files.lines(RESOURCES.resolve("messages/page_" + language.code() + ".properties"))) {
            return lines.filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
        }
    }

    private static int gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.size();
    }
}
