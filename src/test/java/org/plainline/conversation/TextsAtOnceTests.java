package org.plainline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.plainline.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No talk is held while an answer is looked for, and still each of its turns comes after the other. */
@Order(ServiceTest.ONCE_ALL_IS_UNDERSTOOD)
class TextsAtOnceTests extends ServiceTest {
    @Autowired
    private JdbcClient jdbc;

    private final String number = newNumber();

    @Test
    void everyTextIsATurnOfTheOneTalk() {
        atOnce(IntStream.range(0, 8).mapToObj(i -> sent(sid(), "低保怎么申请 " + i)));

        assertThat(kept("delivery")).isEqualTo(8);
        assertThat(kept("transcript_line")).isEqualTo(16);
    }

    @Test
    void aTextThatComesSeveralTimesIsOneTurnAndAnsweredAlike() {
        String sid = sid();
        List<String> answers = atOnce(Stream.generate(() -> sent(sid, "低保怎么申请")).limit(6));

        assertThat(answers).hasSize(6).containsOnly(answers.getFirst());
        assertThat(kept("delivery")).isEqualTo(1);
        assertThat(kept("transcript_line")).isEqualTo(2);
    }

    @Test
    void dangerAndAWishForAPersonBecomeOneRequest() {
        atOnce(Stream.of(sent(sid(), "我不想活了"), sent(sid(), "0"), sent(sid(), "我不想活了")));

        assertThat(kept("help_request")).isEqualTo(1);
    }

    private CompletableFuture<HttpResponse<String>> sent(String sid, String text) {
        return twilio.sent("/twilio/sms", text(sid, number, text));
    }

    private static List<String> atOnce(Stream<CompletableFuture<HttpResponse<String>>> texts) {
        return texts.toList().stream()
                .map(CompletableFuture::join)
                .peek(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .map(HttpResponse::body)
                .toList();
    }

    private static String sid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Rows of the one talk with this number. */
    private int kept(String table) {
        UUID talk = jdbc.sql("select id from conversation where party = ?")
                .param(number)
                .query(UUID.class)
                .single();
        return jdbc.sql("select count(*) from " + table + " where conversation = ?")
                .param(talk)
                .query(Integer.class)
                .single();
    }
}
