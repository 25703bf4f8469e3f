package org.plainline.staff;

import static org.plainline.staff.SignInCookie.NEWCOMER;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says for every route of the service who may use it; a route that is not named here does not exist for anybody. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** For residents, carriers, programs and machines that watch the service. */
    private static final String[] OPEN = {
        "/",
        "/chat/**",
        "/api/**",
        "/phone/**",
        "/twilio/**",
        "/openapi.json",
        "/actuator/health",
        "/actuator/health/**",
        "/actuator/prometheus",
        "/console/sign-in"
    };

    private static final String[] STATIC_FILES = {
        "/webjars/**", "/*.css", "/*.js", "/*.svg", "/*.png", "/*.ico", "/robots.txt"
    };

    @Bean
    SecurityWebFilterChain everyRoute(ServerHttpSecurity http, SignInCookie cookie, SignInFilter signIn) {
        var wanted = new WantedPage(cookie);
        return http.securityContextRepository(cookie)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .requestCache(cache -> cache.requestCache(wanted))
                .addFilterAt(signIn.filter(cookie, afterSignIn(wanted)), SecurityWebFiltersOrder.FORM_LOGIN)
                .logout(out -> out.requiresLogout(pathMatchers(POST, "/console/sign-out"))
                        .logoutHandler(signOut(cookie))
                        .logoutSuccessHandler(afterSignOut()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(cookie))
                        .requireCsrfProtectionMatcher(writingInTheConsole()))
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(denial ->
                        denial.authenticationEntryPoint(toSignIn(wanted)).accessDeniedHandler(toNewPassword()))
                .authorizeExchange(SecurityConfiguration::routes)
                .build();
    }

    /** Without it Spring Boot would make up a user of its own and print that one's password. */
    @Bean
    ReactiveUserDetailsService nobodyElse() {
        return login -> Mono.empty();
    }

    private static void routes(AuthorizeExchangeSpec routes) {
        routes.pathMatchers(OPEN)
                .permitAll()
                .pathMatchers(STATIC_FILES)
                .permitAll()
                .pathMatchers("/console/password", "/console/sign-out")
                .authenticated()
                .pathMatchers("/console/people/**")
                .hasAuthority(Role.ADMINISTRATOR.name())
                .pathMatchers("/console/answers")
                .hasAnyAuthority(Role.EDITOR.name(), Role.SUPERVISOR.name(), Role.ADMINISTRATOR.name())
                .pathMatchers(POST, "/console/referrals/**")
                .hasAnyAuthority(Role.CASEWORKER.name(), Role.ADMINISTRATOR.name())
                .pathMatchers("/console/**")
                .hasAnyAuthority(
                        Role.CASEWORKER.name(), Role.EDITOR.name(), Role.SUPERVISOR.name(), Role.ADMINISTRATOR.name())
                .anyExchange()
                .denyAll();
    }

    private static void headers(HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    /**
     * Nobody else's page can make a caseworker's browser act; residents' pages and carriers have no sign-in to abuse.
     */
    private static ServerWebExchangeMatcher writingInTheConsole() {
        return new AndServerWebExchangeMatcher(CsrfWebFilter.DEFAULT_CSRF_MATCHER, pathMatchers("/console/**"));
    }

    private static CookieServerCsrfTokenRepository csrfCookie(SignInCookie cookie) {
        var repository = new CookieServerCsrfTokenRepository();
        repository.setCookieName("plainline-form");
        repository.setCookieCustomizer(cookie.manners());
        return repository;
    }

    private static RedirectServerAuthenticationSuccessHandler afterSignIn(WantedPage wanted) {
        var handler = new RedirectServerAuthenticationSuccessHandler("/console");
        handler.setRequestCache(wanted);
        handler.setRedirectStrategy(seeOther());
        return handler;
    }

    private static SecurityContextServerLogoutHandler signOut(SignInCookie cookie) {
        var handler = new SecurityContextServerLogoutHandler();
        handler.setSecurityContextRepository(cookie);
        return handler;
    }

    private static RedirectServerLogoutSuccessHandler afterSignOut() {
        var handler = new RedirectServerLogoutSuccessHandler();
        handler.setLogoutSuccessUrl(URI.create("/console/sign-in"));
        return handler;
    }

    private static DefaultServerRedirectStrategy seeOther() {
        var strategy = new DefaultServerRedirectStrategy();
        strategy.setHttpStatus(HttpStatus.SEE_OTHER);
        return strategy;
    }

    /** People are sent to the sign-in page; what a page fetches by itself, and what does not exist, is refused. */
    private static ServerAuthenticationEntryPoint toSignIn(WantedPage wanted) {
        return (exchange, denied) -> {
            String path = exchange.getRequest().getPath().value();
            if (!path.equals("/console") && !path.startsWith("/console/")) {
                return status(exchange, HttpStatus.NOT_FOUND);
            }
            return path.startsWith("/console/live")
                    ? status(exchange, HttpStatus.UNAUTHORIZED)
                    : wanted.saveRequest(exchange)
                            .then(seeOther().sendRedirect(exchange, URI.create("/console/sign-in")));
        };
    }

    private static ServerAccessDeniedHandler toNewPassword() {
        return (exchange, denied) -> exchange.getPrincipal()
                .filter(person -> person instanceof org.springframework.security.core.Authentication signedIn
                        && signedIn.getAuthorities().stream().anyMatch(has -> NEWCOMER.equals(has.getAuthority()))
                        && exchange.getRequest().getPath().value().startsWith("/console"))
                .flatMap(newcomer -> seeOther()
                        .sendRedirect(exchange, URI.create("/console/password"))
                        .thenReturn(true))
                .switchIfEmpty(status(exchange, HttpStatus.FORBIDDEN).thenReturn(true))
                .then();
    }

    private static Mono<Void> status(ServerWebExchange exchange, HttpStatus status) {
        return Mono.defer(() -> {
            exchange.getResponse().setStatusCode(status);
            return exchange.getResponse().setComplete();
        });
    }
}
