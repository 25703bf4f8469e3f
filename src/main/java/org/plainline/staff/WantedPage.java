package org.plainline.staff;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Remembers over the sign-in which page somebody asked for. Spring's own cookie cache sets a cookie on every answer of
 * the service, also to residents, and forgets the page as soon as the sign-in page is shown.
 */
final class WantedPage implements ServerRequestCache {
    private static final String COOKIE = "plainline-wanted";

    /** Nothing else is ever redirected to, whatever a cookie says. */
    private static final Pattern PAGES = Pattern.compile("/console/(people|referrals/[0-9a-f-]{36})");

    private final SignInCookie manners;

    WantedPage(SignInCookie manners) {
        this.manners = manners;
    }

    @Override
    public Mono<Void> saveRequest(ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            String path = exchange.getRequest().getPath().value();
            if (HttpMethod.GET.equals(exchange.getRequest().getMethod())
                    && PAGES.matcher(path).matches()) {
                set(exchange, path, Duration.ofMinutes(30));
            }
        });
    }

    @Override
    public Mono<URI> getRedirectUri(ServerWebExchange exchange) {
        return Mono.justOrEmpty(
                Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                        .map(cookie -> cookie.getValue())
                        .filter(path -> PAGES.matcher(path).matches())
                        .map(path -> {
                            set(exchange, "", Duration.ZERO);
                            return URI.create(path);
                        }));
    }

    @Override
    public Mono<ServerHttpRequest> removeMatchingRequest(ServerWebExchange exchange) {
        return Mono.empty();
    }

    private void set(ServerWebExchange exchange, String path, Duration kept) {
        var cookie = ResponseCookie.from(COOKIE, path).maxAge(kept);
        manners.manners().accept(cookie);
        exchange.getResponse().addCookie(cookie.build());
    }
}
