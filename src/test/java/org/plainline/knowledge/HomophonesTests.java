package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomophonesTests {
    private final Homophones homophones = new Homophones(passages(articles()));

    private static final Pattern SAMPLES = Pattern.compile("(?m)^questions:\\n(  - .*\\n)+");

    /** What the service says: pairs of characters are telling only in a lot of text. */
    private static Stream<String> articles() {
        try (var files = Files.walk(Path.of("knowledge-base"))) {
            return files.filter(file -> file.endsWith("zh.md")).map(HomophonesTests::text).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return SAMPLES.matcher(Files.readString(file)).replaceFirst("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Passage> passages(Stream<String> texts) {
        return texts.map(text -> new Passage("help", Passage.Kind.SECTION, text))
                .toList();
    }

    private String heard(String said) {
        return homophones.correct(said, _ -> false);
    }

    @ParameterizedTest
    @CsvSource({"失夜金怎么领, 失业金怎么领", "身份正掉了, 身份证掉了", "算不算公伤, 算不算工伤", "交的材聊没下文, 交的材料没下文", "我要身请, 我要申请"})
    void takesWhatOnlySoundsRightForWhatTheArticlesWrite(String said, String meant) {
        assertThat(heard(said)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"今天股票涨了吗", "我妈瘫了家里没钱怎么办", "他昨天锯了一条腿", "my 身份证", "😭😭", "''"})
    void leavesAloneWhatTheArticlesDoNotKnowAndWhatIsRight(String said) {
        assertThat(heard(said)).isEqualTo(said);
    }

    @Test
    void learnsTheWordsOfAnArticleThatComesLater() {
        assertThat(heard("蜜风养殖")).isEqualTo("蜜风养殖");

        Homophones more = homophones.with(passages(Stream.of("蜜蜂养殖补贴".repeat(50))));

        assertThat(more.correct("蜜风养殖", _ -> false)).isEqualTo("蜜蜂养殖");
    }
}
