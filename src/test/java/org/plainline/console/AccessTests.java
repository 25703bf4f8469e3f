package org.plainline.console;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.console.Residents.Ask;
import org.plainline.staff.Account;
import org.plainline.staff.Accounts;
import org.plainline.staff.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every route of the console, asked for by everybody who may not. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessTests extends ConsoleTest {
    private static final String WORDS = "孩子上大学的学费还差六千块";
    private static final Ask ASK = Ask.of(WORDS, "education", "liuhe");
    private static final int NOBODY = 0;
    private static final int OTHER_TEAM = 1;
    private static final int EDITOR = 2;
    private static final int SUPERVISOR = 3;
    private static final int COLLEAGUE = 4;

    /** The status for nobody, a caseworker of another team, an editor, a supervisor and a caseworker of the team. */
    private static final Map<String, List<Integer>> ROUTES = Map.ofEntries(
            entry("GET /console", List.of(303, 200, 200, 200, 200)),
            entry("GET /console/live", List.of(401, 200, 200, 200, 200)),
            entry("GET /console/live/queue", List.of(401, 200, 200, 200, 200)),
            entry("GET /console/live/referrals/{id}", List.of(401, 404, 200, 200, 200)),
            entry("GET /console/live/referrals/{id}/talk", List.of(401, 404, 200, 200, 200)),
            entry("GET /console/referrals/{id}", List.of(303, 404, 200, 200, 200)),
            entry("POST /console/referrals/{id}/claim", List.of(303, 404, 403, 403, 303)),
            entry("POST /console/referrals/{id}/reply", List.of(303, 404, 403, 403, 422)),
            entry("POST /console/referrals/{id}/close", List.of(303, 404, 403, 403, 422)),
            entry("POST /console/referrals/{id}/draft", List.of(303, 404, 403, 403, 204)),
            entry("POST /console/referrals/{id}/release", List.of(303, 404, 403, 403, 409)),
            entry("POST /console/referrals/{id}/reopen", List.of(303, 404, 403, 403, 409)),
            entry("GET /console/answers", List.of(303, 403, 200, 200, 403)),
            entry("GET /console/people", List.of(303, 403, 403, 403, 403)),
            entry("POST /console/people", List.of(303, 403, 403, 403, 403)),
            entry("POST /console/people/{id}/password", List.of(303, 403, 403, 403, 403)),
            entry("POST /console/people/{id}/disable", List.of(303, 403, 403, 403, 403)),
            entry("POST /console/people/{id}/enable", List.of(303, 403, 403, 403, 403)),
            entry("GET /console/password", List.of(303, 200, 200, 200, 200)),
            entry("POST /console/password", List.of(303, 422, 422, 422, 422)),
            entry("GET /console/sign-in", List.of(200, 200, 200, 200, 200)),
            entry("POST /console/sign-in", List.of(401, 401, 401, 401, 401)));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Accounts accounts;

    private final List<Visitor> everybody = new ArrayList<>();
    private Visitor dismissed = new Visitor("");
    private Visitor newcomer = new Visitor("");
    private UUID shared = new UUID(0, 0);

    @BeforeAll
    void people() {
        shared = referral(residents.ask(ASK)).id();
        everybody.add(new Visitor(address()));
        everybody.add(visitor(colleagues.caseworker(Colleagues.CHENGGUAN)));
        everybody.add(visitor(colleagues.somebody(Role.EDITOR, Colleagues.LIUHE)));
        everybody.add(visitor(colleagues.somebody(Role.SUPERVISOR, Colleagues.CHENGGUAN)));
        everybody.add(visitor(colleagues.caseworker(Colleagues.LIUHE)));
        Account gone = colleagues.caseworker(Colleagues.LIUHE);
        dismissed = visitor(gone);
        assertThat(dismissed.get("/console").statusCode()).isEqualTo(200);
        accounts.disable(gone.id());
        var issued = accounts.add("newcomer", "新人", Role.CASEWORKER, Colleagues.LIUHE);
        newcomer = new Visitor(address());
        newcomer.signIn("newcomer", issued.oneTimePassword());
    }

    @Test
    void everyRouteIsInTheTable() {
        assertThat(routes()).isEqualTo(new TreeSet<>(ROUTES.keySet()));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyComesFurtherThanTheSignInPage(String route) {
        expect(route, everybody.get(NOBODY), NOBODY);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anotherTeamsReferralIsNotThere(String route) {
        expect(route, everybody.get(OTHER_TEAM), OTHER_TEAM);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anEditorOnlyReads(String route) {
        expect(route, everybody.get(EDITOR), EDITOR);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aSupervisorReadsEverything(String route) {
        expect(route, everybody.get(SUPERVISOR), SUPERVISOR);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aCaseworkerOfTheTeamWorks(String route) {
        expect(route, everybody.get(COLLEAGUE), COLLEAGUE);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoeverIsDisabledIsOutAtTheNextRequest(String route) {
        expect(route, dismissed, NOBODY);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoeverHasAOneTimePasswordComesOnlyToTheNewOne(String route) {
        HttpResponse<?> answer = ask(route, newcomer, shared);

        if (route.endsWith("/console/password") || route.endsWith("/console/sign-in")) {
            assertThat(answer.statusCode()).isEqualTo(expected(route, COLLEAGUE));
        } else {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/console/password");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/console.html",
                "/consolex",
                "/templates/console/queue.html",
                "/application.yaml",
                "/.git/config",
                "/console/../actuator/env"
            })
    void whatIsNotNamedDoesNotExist(String path) {
        assertThat(new Visitor(address()).get(path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/actuator/env", "/actuator/shutdown"})
    void notEvenForAnAdministrator(String path) {
        assertThat(visitor(colleagues.somebody(Role.ADMINISTRATOR, Colleagues.LIUHE))
                        .get(path)
                        .statusCode())
                .isIn(403, 404);
    }

    private void expect(String route, Visitor visitor, int who) {
        // Only a caseworker of the team can change one; everybody else may well try the same.
        UUID id = who == COLLEAGUE ? referral(residents.ask(ASK)).id() : shared;
        HttpResponse<?> answer = ask(route, visitor, id);

        assertThat(answer.statusCode()).as(route).isEqualTo(expected(route, who));
        if (List.of(401, 403, 404).contains(answer.statusCode()) || who <= OTHER_TEAM) {
            assertThat(String.valueOf(answer.body())).doesNotContain(WORDS).doesNotContain("138 0013");
        }
    }

    private static int expected(String route, int who) {
        return ROUTES.getOrDefault(route, List.of(0, 0, 0, 0, 0)).get(who);
    }

    private HttpResponse<?> ask(String route, Visitor visitor, UUID referral) {
        String[] parts = route.split(" ", 2);
        UUID id = parts[1].startsWith("/console/people")
                ? colleagues.administrator().id()
                : referral;
        String path = parts[1].replace("{id}", id.toString());
        visitor.get("/console/sign-in");
        return path.equals("/console/live") ? visitor.begin(path) : visitor.send(parts[0], path);
    }

    private Set<String> routes() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern)))
                .filter(route -> route.contains(" /console"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theStreamOfAnotherTeamsReferralIsNotThere() {
        assertThat(everybody
                        .get(OTHER_TEAM)
                        .begin("/console/live?referral=" + shared)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAdministratorSeesThePeople() {
        Visitor administrator = visitor(colleagues.somebody(Role.ADMINISTRATOR, Colleagues.LIUHE));

        assertThat(administrator.get("/console/people").body()).contains("administrator");
    }

    @Test
    void whoOnlyReadsSeesNoNumber() {
        String page = "/console/referrals/" + shared;

        for (int reader : List.of(EDITOR, SUPERVISOR)) {
            assertThat(everybody.get(reader).get(page).body())
                    .contains(WORDS)
                    .contains("…42")
                    .doesNotContain("138 0013");
        }
        assertThat(everybody.get(COLLEAGUE).get(page).body()).contains("+86 138 0013 8042");
    }
}
