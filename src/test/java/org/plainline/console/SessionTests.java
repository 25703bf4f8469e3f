package org.plainline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.console.Residents.Ask;
import org.plainline.staff.Account;
import org.plainline.staff.Accounts;
import org.plainline.staff.Role;
import org.springframework.beans.factory.annotation.Autowired;

class SessionTests extends ConsoleTest {
    private static final String COOKIE = "plainline";

    @Autowired
    private Accounts accounts;

    @Test
    void theSecretOfASignInIsNewEveryTimeAndNeverTheOneTheBrowserBrought() {
        Account lina = colleagues.caseworker(Colleagues.LIUHE);
        var visitor = new Visitor(address());
        visitor.cookies.put(COOKIE, "a-secret-that-an-attacker-knows");

        visitor.signIn(lina.login(), Colleagues.PASSWORD);
        String first = visitor.cookie(COOKIE);
        visitor.signIn(lina.login(), Colleagues.PASSWORD);

        assertThat(first).isNotEqualTo("a-secret-that-an-attacker-knows").hasSize(43);
        assertThat(visitor.cookie(COOKIE)).isNotEqualTo(first);
        assertThat(withCookie(first).get("/console").statusCode()).isEqualTo(303);
        assertThat(withCookie("a-secret-that-an-attacker-knows").get("/console").statusCode())
                .isEqualTo(303);
    }

    @Test
    void scriptsAndOtherSitesDoNotGetTheCookie() {
        Account lina = colleagues.caseworker(Colleagues.LIUHE);

        HttpResponse<String> answer = new Visitor(address()).signIn(lina.login(), Colleagues.PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(COOKIE + "="))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .contains("Path=/");
    }

    @Test
    void signingOutEndsItOnTheServer() {
        Visitor visitor = visitor(colleagues.caseworker(Colleagues.LIUHE));
        String secret = visitor.cookie(COOKIE);
        visitor.get("/console");

        visitor.post("/console/sign-out");

        assertThat(withCookie(secret).get("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void anUnknownNameAWrongPasswordAndADisabledAccountAreAnsweredAlike() {
        Account lina = colleagues.caseworker(Colleagues.LIUHE);
        Account gone = colleagues.caseworker(Colleagues.LIUHE);
        accounts.disable(gone.id());

        var visitor = new Visitor(address());
        List<HttpResponse<String>> answers = List.of(
                visitor.signIn("nobody.at.all", "three blue bicycles"),
                visitor.signIn(lina.login(), "four blue bicycles"),
                visitor.signIn(gone.login(), Colleagues.PASSWORD));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("用户名和密码对不上");
        });
    }

    @Test
    void manyWrongPasswordsMakeTheNextAttemptWaitEvenWithTheRightOne() {
        Account lina = colleagues.caseworker(Colleagues.LIUHE);
        var visitor = new Visitor(address());
        for (int attempt = 0; attempt < 6; attempt++) {
            visitor.signIn(lina.login(), "guess number " + attempt);
        }

        HttpResponse<String> answer = visitor.signIn(lina.login(), Colleagues.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("请等一分钟再试").contains(lina.login());
    }

    @Test
    void theFirstPasswordIsReplacedBeforeAnythingElse() {
        var issued = accounts.add("zhao.min", "赵敏", Role.CASEWORKER, Colleagues.LIUHE);
        var visitor = new Visitor(address());
        visitor.signIn("ZHAO.MIN ", issued.oneTimePassword());
        assertThat(visitor.get("/console").headers().firstValue("Location")).contains("/console/password");
        visitor.get("/console/password");

        assertThat(visitor.post("/console/password", "present", issued.oneTimePassword(), "next", "short")
                        .body())
                .contains("太短了");
        assertThat(visitor.post("/console/password", "present", "not it at all", "next", Colleagues.PASSWORD)
                        .body())
                .contains("现在的密码没有输对");
        HttpResponse<String> changed =
                visitor.post("/console/password", "present", issued.oneTimePassword(), "next", Colleagues.PASSWORD);

        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(visitor.get("/console").statusCode()).isEqualTo(200);
        assertThat(new Visitor(address())
                        .signIn("zhao.min", issued.oneTimePassword())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void afterTheSignInOneIsWhereOneWantedToBe() {
        Account lina = colleagues.caseworker(Colleagues.LIUHE);
        String page = "/console/referrals/"
                + referral(residents.ask(Ask.of("学费不够", "education", "liuhe"))).id();
        var visitor = new Visitor(address());
        visitor.get(page);

        assertThat(visitor.signIn(lina.login(), Colleagues.PASSWORD).headers().firstValue("Location"))
                .contains(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/console", "//evil.example", "/console/../phone", "/twilio/sms"})
    void noCookieSendsAnybodyElsewhere(String wanted) {
        Account lina = colleagues.caseworker(Colleagues.LIUHE);
        var visitor = new Visitor(address());
        visitor.cookies.put("plainline-wanted", wanted);

        assertThat(visitor.signIn(lina.login(), Colleagues.PASSWORD).headers().firstValue("Location"))
                .contains("/console");
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        Visitor lina = visitor(colleagues.caseworker(Colleagues.LIUHE));
        String claim = "/console/referrals/"
                + referral(residents.ask(Ask.of("学费不够", "education", "liuhe"))).id() + "/claim";

        assertThat(lina.postAsIs(claim).statusCode()).isEqualTo(403);
        assertThat(lina.postAsIs(claim, "_csrf", "guessed").statusCode()).isEqualTo(403);
        assertThat(lina.postAsIs("/console/sign-out").statusCode()).isEqualTo(403);
        assertThat(new Visitor(address())
                        .postAsIs("/console/sign-in", "username", "a", "password", "b")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/sign-in", "/console", "/nowhere", "/base.css", "/actuator/health", "/"})
    void everyAnswerForbidsWhatItDoesNotNeed(String path) {
        var headers = new Visitor(address()).get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void noPageIsKeptByTheBrowser() {
        Visitor lina = visitor(colleagues.caseworker(Colleagues.LIUHE));

        assertThat(lina.get("/console").headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
    }

    private Visitor withCookie(String secret) {
        var visitor = new Visitor(address());
        visitor.cookies.put(COOKIE, secret);
        return visitor;
    }
}
