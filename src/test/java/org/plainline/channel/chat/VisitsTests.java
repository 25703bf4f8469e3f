package org.plainline.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class VisitsTests {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void knowsABrowserAgainWithinHalfAnHour() {
        var first = exchange("");
        Visit visit = at(NOON).of(first);

        Visit again =
                at(NOON.plus(Duration.ofMinutes(29))).of(exchange(cookie(first).getValue()));

        assertThat(visit.known()).isFalse();
        assertThat(again.known()).isTrue();
        assertThat(again.token()).isEqualTo(visit.token());
    }

    @Test
    void forgetsABrowserAfterHalfAnHour() {
        var first = exchange("");
        Visit visit = at(NOON).of(first);

        Visit again =
                at(NOON.plus(Duration.ofMinutes(31))).of(exchange(cookie(first).getValue()));

        assertThat(again.known()).isFalse();
        assertThat(again.token()).isNotEqualTo(visit.token());
    }

    @Test
    void waitsADayForSomebodyWhoWasPromisedAnAnswerHere() {
        var first = exchange("");
        at(NOON).waiting(first, at(NOON).of(first));

        var next = exchange(cookie(first).getValue());
        assertThat(at(NOON.plus(Duration.ofHours(23))).of(next).known()).isTrue();
        assertThat(at(NOON.plus(Duration.ofHours(25))).of(next).known()).isFalse();
    }

    @Test
    void keepsTheDayWhenTheTalkGoesOn() {
        var first = exchange("");
        at(NOON).waiting(first, at(NOON).of(first));
        var second = exchange(cookie(first).getValue());
        at(NOON.plus(Duration.ofMinutes(5))).of(second);

        assertThat(cookie(second).getValue()).isEqualTo(cookie(first).getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA.-1", "<b>.1900000000"})
    void givesANewTokenForACookieThatIsNotOurs(String value) {
        assertThat(at(NOON).of(exchange(value)).known()).isFalse();
    }

    @Test
    void tiesTheCookieToThisHostWhereThereIsHttps() {
        var exchange = exchange("");
        new Visits(InstantSource.fixed(NOON), new SecureRandom(), URI.create("https://help.example.org")).of(exchange);

        ResponseCookie cookie =
                Objects.requireNonNull(exchange.getResponse().getCookies().getFirst("__Host-talk"));
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    private static Visits at(Instant time) {
        return new Visits(InstantSource.fixed(time), new SecureRandom(), URI.create("http://localhost:8080"));
    }

    private static MockServerWebExchange exchange(String cookie) {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/").cookie(new HttpCookie("talk", cookie)));
    }

    private static ResponseCookie cookie(MockServerWebExchange exchange) {
        return Objects.requireNonNull(exchange.getResponse().getCookies().getFirst("talk"));
    }
}
