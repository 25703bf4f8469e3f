package org.plainline.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.plainline.referral.Referrals.NoSuchReferral;
import org.plainline.resident.Wording;
import org.plainline.staff.Account;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What every page of the console has: the reader's language, who is signed in, a secret for its forms. */
@ControllerAdvice(basePackageClasses = ConsolePages.class)
class ConsolePages {
    private final Wording wording = Wording.of("console");
    private final String htmx = htmx();

    @ModelAttribute("words")
    Words words(ServerWebExchange exchange) {
        return new Words(wording, ConsoleLanguage.of(exchange));
    }

    @ModelAttribute("me")
    @Nullable
    Account me(@AuthenticationPrincipal @Nullable Account account) {
        return account;
    }

    /** Where the choice of a language leads back to; a page that answers a form says so itself. */
    @ModelAttribute("here")
    String here(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value();
    }

    @ModelAttribute("htmx")
    String script() {
        return htmx;
    }

    /** Every {@code th:action} form gets it as a hidden field. */
    @ModelAttribute
    Mono<CsrfToken> formSecret(ServerWebExchange exchange) {
        Mono<CsrfToken> secret = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return secret.doOnSuccess(
                token -> exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, token));
    }

    @ExceptionHandler(NoSuchReferral.class)
    Rendering nothingThere(ServerWebExchange exchange, @AuthenticationPrincipal Account account) {
        return Rendering.view("console/nothing-here")
                .status(HttpStatus.NOT_FOUND)
                .modelAttribute("words", words(exchange))
                .modelAttribute("me", account)
                .modelAttribute("here", "/console")
                .modelAttribute("htmx", htmx)
                .build();
    }

    /** The version stands in the build only. */
    private static String htmx() {
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");
            String url = found[0].getURL().toString();
            return url.substring(url.lastIndexOf("/webjars/"));
        } catch (IOException missing) {
            throw new UncheckedIOException("htmx is not on the class path", missing);
        }
    }
}
