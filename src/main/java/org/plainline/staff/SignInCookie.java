package org.plainline.staff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carries a sign-in from request to request: a secret in a cookie, everything else in the database. */
public final class SignInCookie implements ServerSecurityContextRepository {
    /** The only authority of somebody who still has a one-time password. */
    static final String NEWCOMER = "NEWCOMER";

    private static final String KEPT = SignInCookie.class.getName();

    /** Requests that open pages make by themselves; they do not keep a forgotten screen signed in. */
    private static final String BY_ITSELF = "/console/live";

    private static final Duration LOOKED_AFTER = Duration.ofSeconds(5);

    private final SignIns signIns;
    private final boolean secure;
    private final String name;

    /** @param secure whether the public address is https; browsers keep a secure cookie from anything else */
    SignInCookie(SignIns signIns, boolean secure) {
        this.signIns = signIns;
        this.secure = secure;
        this.name = (secure ? "__Host-" : "") + "plainline";
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        Mono<SecurityContext> kept = exchange.getAttribute(KEPT);
        if (kept == null) {
            // Asked for several times in one request, looked up once.
            kept = OffTheLoop.call(() -> account(exchange))
                    .flatMap(Mono::justOrEmpty)
                    .map(account -> (SecurityContext) new SecurityContextImpl(authentication(account)))
                    .cache();
            exchange.getAttributes().put(KEPT, kept);
        }
        return kept;
    }

    /** Never continues a sign-in under a secret that the browser brought along. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        Authentication authentication = context == null ? null : context.getAuthentication();
        return OffTheLoop.call(() -> {
                    token(exchange).ifPresent(signIns::close);
                    if (authentication != null && authentication.getPrincipal() instanceof Account account) {
                        renew(exchange, account);
                    } else {
                        exchange.getResponse().addCookie(cookie("").maxAge(0).build());
                    }
                    return true;
                })
                .then();
    }

    /** Signs the account in afresh, under a new secret. */
    public void renew(ServerWebExchange exchange, Account account) {
        exchange.getResponse().addCookie(cookie(signIns.open(account)).build());
    }

    /** Completes within five seconds of the sign-in ending, by idleness, sign-out or an administrator. */
    public Mono<Void> over(ServerWebExchange exchange) {
        return Flux.interval(LOOKED_AFTER)
                .onBackpressureDrop()
                .concatMap(tick -> OffTheLoop.call(() -> account(exchange).isEmpty())
                        // Nobody is signed out because the database is away for a moment.
                        .onErrorReturn(DataAccessException.class, false))
                .filter(gone -> gone)
                .next()
                .then();
    }

    static Authentication authentication(Account account) {
        String authority =
                account.mustChangePassword() ? NEWCOMER : account.role().name();
        return UsernamePasswordAuthenticationToken.authenticated(
                account, null, List.of(new SimpleGrantedAuthority(authority)));
    }

    /** For every cookie of the console: out of reach of scripts and of other sites. */
    Consumer<ResponseCookieBuilder> manners() {
        return cookie -> cookie.path("/").httpOnly(true).secure(secure).sameSite("Lax");
    }

    private ResponseCookieBuilder cookie(String token) {
        ResponseCookieBuilder cookie = ResponseCookie.from(name, token);
        manners().accept(cookie);
        return cookie;
    }

    private Optional<Account> account(ServerWebExchange exchange) {
        boolean awake = !exchange.getRequest().getPath().value().startsWith(BY_ITSELF);
        return token(exchange).flatMap(token -> signIns.find(token, awake));
    }

    private Optional<String> token(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(name))
                .map(HttpCookie::getValue);
    }
}
