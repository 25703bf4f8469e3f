package org.plainline.staff;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerFormLoginAuthenticationConverter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Takes a name and a password to an account, one at a time and off the event loop. */
public final class SignInFilter {
    /** Set on a request whose sign-in failed: {@code refused} or {@code wait}. The page then says so. */
    public static final String FAILURE = "signInFailure";

    /** More than this many waiting are sent away rather than kept. */
    private static final int WAITING = 64;

    private final Accounts accounts;
    private final SignInDelays delays;
    private final Scheduler hashing = Schedulers.newBoundedElastic(1, WAITING, "sign-in");

    SignInFilter(Accounts accounts, SignInDelays delays) {
        this.accounts = accounts;
        this.delays = delays;
    }

    /** @param wanted where the person goes once signed in */
    AuthenticationWebFilter filter(SignInCookie cookie, ServerAuthenticationSuccessHandler wanted) {
        ReactiveAuthenticationManagerResolver<ServerWebExchange> perAddress =
                exchange -> Mono.just(manager(address(exchange)));
        var filter = new AuthenticationWebFilter(perAddress);
        filter.setRequiresAuthenticationMatcher(
                ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/console/sign-in"));
        filter.setServerAuthenticationConverter(new ServerFormLoginAuthenticationConverter());
        filter.setSecurityContextRepository(cookie);
        filter.setAuthenticationSuccessHandler(wanted);
        filter.setAuthenticationFailureHandler(failure());
        return filter;
    }

    private ReactiveAuthenticationManager manager(String address) {
        return asked -> Mono.fromCallable(() -> authenticate(asked, address))
                .subscribeOn(hashing)
                .onErrorMap(RejectedExecutionException.class, full -> new LockedException("busy"));
    }

    private Authentication authenticate(Authentication asked, String address) {
        String login = Accounts.normalise(asked.getName());
        if (!delays.admits(login, address)) {
            throw new LockedException("Too many attempts for now");
        }
        Account account = accounts.authenticate(login, String.valueOf(asked.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("Wrong name or password"));
        delays.succeeded(login, address);
        return SignInCookie.authentication(account);
    }

    /** Goes on to the page's own handler, which shows the form again with the name as typed. */
    private static ServerAuthenticationFailureHandler failure() {
        return (WebFilterExchange refused, AuthenticationException why) -> {
            refused.getExchange().getAttributes().put(FAILURE, why instanceof LockedException ? "wait" : "refused");
            return refused.getChain().filter(refused.getExchange());
        };
    }

    private static String address(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getRemoteAddress())
                .map(InetSocketAddress::getHostString)
                .orElse("unknown");
    }
}
