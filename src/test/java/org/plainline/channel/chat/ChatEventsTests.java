package org.plainline.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plainline.channel.chat.ChatEvents.News;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServesResidentsPage
class ChatEventsTests {
    @LocalServerPort
    int port;

    @Autowired
    ScriptedConversations conversations;

    Form browser;

    @BeforeEach
    void talk() {
        browser = new Form(port).open("/").write("家里没钱");
    }

    @Test
    void bringsWhatACaseworkerWritesWithinSeconds() {
        var events = connect("", "").filter(event -> event.data() != null);

        conversations.caseworkerWrites("您好，我是小王。<b>");

        assertThat(Objects.requireNonNull(events.blockFirst(Duration.ofSeconds(5)))
                        .data())
                .isEqualTo(new News("您好，我是小王。<b>"));
    }

    @Test
    void goesOnAfterTheLastLineTheBrowserHas() {
        conversations.caseworkerWrites("第一句");
        String first = id(0);
        conversations.caseworkerWrites("第二句");
        conversations.caseworkerWrites("第三句");

        assertThat(texts(connect(first, ""), 2)).containsExactly("第二句", "第三句");
        assertThat(texts(connect(first, id(1)), 1)).containsExactly("第三句");
    }

    @Test
    void bringsEverythingToABrowserThatLostItsPlace() {
        conversations.caseworkerWrites("第一句");
        conversations.caseworkerWrites("第二句");

        assertThat(texts(connect("no such line", ""), 2)).containsExactly("第一句", "第二句");
    }

    @Test
    void beatsAndTellsTheBrowserWhenToComeBack() {
        assertThat(Objects.requireNonNull(connect("", "").blockFirst(Duration.ofSeconds(5)))
                        .retry())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void sendsAwayABrowserWithoutATalk() {
        client().get().uri("/chat/events").exchange().expectStatus().isNoContent();
    }

    private reactor.core.publisher.Flux<ServerSentEvent<News>> connect(String after, String seen) {
        return client().get()
                .uri("/chat/events?after={after}", after)
                .header("Cookie", browser.cookie())
                .header("Last-Event-ID", seen)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<News>>() {})
                .getResponseBody();
    }

    private static List<String> texts(reactor.core.publisher.Flux<ServerSentEvent<News>> events, int count) {
        return Objects.requireNonNull(events.mapNotNull(ServerSentEvent::data)
                .map(News::text)
                .take(count)
                .collectList()
                .block(Duration.ofSeconds(5)));
    }

    /** Id of the caseworker's line with that index in this talk. */
    private String id(int index) {
        return conversations.chat(conversations.heard().getLast().party()).stream()
                .filter(line -> !line.author().isEmpty())
                .skip(index)
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }
}
