package org.plainline.console;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** The language a person reads the console in: what was chosen last, otherwise what the browser asks for. */
final class ConsoleLanguage {
    private static final String PARAMETER = "lang";
    private static final String COOKIE = "plainline-language";

    private ConsoleLanguage() {}

    static Language of(ServerWebExchange exchange) {
        Optional<Language> chosen =
                language(exchange.getRequest().getQueryParams().getFirst(PARAMETER));
        chosen.ifPresent(language -> remember(exchange, language));
        return chosen.or(() -> cookie(exchange)).orElseGet(() -> asked(exchange));
    }

    private static void remember(ServerWebExchange exchange, Language language) {
        var cookie = ResponseCookie.from(COOKIE, language.code())
                .path("/console")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        exchange.getResponse().getCookies().set(COOKIE, cookie);
    }

    private static Optional<Language> cookie(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        return cookie == null ? Optional.empty() : language(cookie.getValue());
    }

    private static Language asked(ServerWebExchange exchange) {
        try {
            return exchange.getRequest().getHeaders().getAcceptLanguageAsLocales().stream()
                    .flatMap(locale -> language(locale.toLanguageTag()).stream())
                    .findFirst()
                    .orElse(Language.ZH);
        } catch (IllegalArgumentException malformedHeader) {
            return Language.ZH;
        }
    }

    private static Optional<Language> language(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String code = Locale.forLanguageTag(tag).getLanguage();
        return Stream.of(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
