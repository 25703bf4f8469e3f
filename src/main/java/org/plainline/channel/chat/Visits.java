package org.plainline.channel.chat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Knows a browser again by one cookie.
 *
 * <p>A cookie and not a field of the page: with a field, reload and the back button would lose the talk or ask to send
 * it again, and no stream can be opened without putting the token into an address. It has no expiry date, so it dies
 * with the browser; because many phones never close theirs, it also carries the second after which it counts for
 * nothing: half an hour after the last use, or a day when somebody was promised an answer on this page. SameSite=Lax
 * and not Strict: coming back through a link on the township's page has to find the talk again, and with either one a
 * form on a foreign page comes without it. The __Host- name keeps neighbouring sites from planting a token of their
 * own.
 */
@Component
class Visits {
    static final String TOKEN = "[A-Za-z0-9_-]{22}";

    private static final Duration TALKING = Duration.ofMinutes(30);
    private static final Duration WAITING = Duration.ofDays(1);
    private static final Pattern VALUE = Pattern.compile("(" + TOKEN + ")\\.(\\d{1,12})");

    private final InstantSource time;
    private final RandomGenerator random;
    private final boolean secure;

    /** @param publicUrl where residents reach the page; browsers take the __Host- name only by https */
    Visits(InstantSource time, RandomGenerator random, @Value("${plainline.public-url}") URI publicUrl) {
        this.time = time;
        this.random = random;
        this.secure = "https".equalsIgnoreCase(publicUrl.getScheme());
    }

    /** The visit this request belongs to; its cookie goes out, or on, with the response. */
    Visit of(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpCookie cookie = request.getCookies().getFirst(name());
        var brought = VALUE.matcher(cookie == null ? "" : cookie.getValue());
        long now = time.instant().getEpochSecond();
        long until = brought.matches() ? Long.parseLong(brought.group(2)) : 0;
        boolean known = until > now;
        var visit = new Visit(known ? brought.group(1) : newToken(), known, chosen(request), preferred(request));
        remember(exchange, visit, Math.max(until, now + TALKING.toSeconds()));
        return visit;
    }

    /** Keeps the talk open for somebody who was told to look here again for a person's answer. */
    void waiting(ServerWebExchange exchange, Visit visit) {
        remember(exchange, visit, time.instant().plus(WAITING).getEpochSecond());
    }

    void forget(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie("").maxAge(0).build());
    }

    /** 128 bits nobody can guess, in letters that need no quoting anywhere. */
    String newToken() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void remember(ServerWebExchange exchange, Visit visit, long until) {
        exchange.getResponse()
                .getCookies()
                .set(name(), cookie(visit.token() + '.' + until).build());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(name(), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
    }

    private String name() {
        return secure ? "__Host-talk" : "talk";
    }

    private static @Nullable Language chosen(ServerHttpRequest request) {
        return language(request.getQueryParams().getFirst("lang"));
    }

    static Language preferred(ServerHttpRequest request) {
        List<Locale> wanted;
        try {
            wanted = request.getHeaders().getAcceptLanguageAsLocales();
        } catch (IllegalArgumentException unreadable) {
            wanted = List.of();
        }
        for (Locale locale : wanted) {
            Language language = language(locale.toLanguageTag());
            if (language != null) {
                return language;
            }
        }
        // Somebody whose browser speaks neither language is more likely to read some English.
        return wanted.isEmpty() ? Language.ZH : Language.EN;
    }

    private static @Nullable Language language(@Nullable String tag) {
        try {
            return tag == null ? null : Language.of(tag);
        } catch (IllegalArgumentException neither) {
            return null;
        }
    }
}
