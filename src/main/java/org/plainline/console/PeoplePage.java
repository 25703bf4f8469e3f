package org.plainline.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.staff.Account;
import org.plainline.staff.Accounts;
import org.plainline.staff.Accounts.Issued;
import org.plainline.staff.Accounts.LoginTaken;
import org.plainline.staff.Role;
import org.plainline.staff.Team;
import org.plainline.staff.Teams;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Who can sign in; for administrators. One-time passwords are shown in the answer to the form and nowhere again. */
@Controller
class PeoplePage {
    private final Accounts accounts;
    private final Teams teams;

    PeoplePage(Accounts accounts, Teams teams) {
        this.accounts = accounts;
        this.teams = teams;
    }

    record PersonForm(
            @Nullable String login,
            @Nullable String name,
            @Nullable String role,
            @Nullable String team) {
        static final PersonForm EMPTY = new PersonForm("", "", Role.CASEWORKER.code(), "");
    }

    /** A line of the list. */
    record Person(Account account, String team, boolean self) {}

    @GetMapping("/console/people")
    Rendering people(@AuthenticationPrincipal Account me) {
        return page(me, HttpStatus.OK, PersonForm.EMPTY, null, "");
    }

    @PostMapping("/console/people")
    Rendering add(@AuthenticationPrincipal Account me, @ModelAttribute PersonForm form) {
        try {
            Issued issued = accounts.add(
                    Typed.text(form.login()),
                    Typed.text(form.name()),
                    Role.of(Typed.text(form.role())),
                    Typed.text(form.team()));
            return page(me, HttpStatus.OK, PersonForm.EMPTY, issued, "");
        } catch (LoginTaken taken) {
            return page(me, HttpStatus.CONFLICT, form, null, "login-taken");
        } catch (IllegalArgumentException incomplete) {
            return page(me, HttpStatus.UNPROCESSABLE_CONTENT, form, null, "incomplete");
        }
    }

    @PostMapping("/console/people/{id}/password")
    Rendering resetPassword(@AuthenticationPrincipal Account me, @PathVariable UUID id) {
        return accounts.resetPassword(id)
                .map(issued -> page(me, HttpStatus.OK, PersonForm.EMPTY, issued, ""))
                .orElseGet(() -> page(me, HttpStatus.NOT_FOUND, PersonForm.EMPTY, null, ""));
    }

    /** Nobody can shut themselves out: somebody has to remain who can let others in. */
    @PostMapping("/console/people/{id}/disable")
    Rendering disable(@AuthenticationPrincipal Account me, @PathVariable UUID id) {
        if (me.id().equals(id)) {
            return page(me, HttpStatus.CONFLICT, PersonForm.EMPTY, null, "yourself");
        }
        accounts.disable(id);
        return Rendering.redirectTo("/console/people").build();
    }

    @PostMapping("/console/people/{id}/enable")
    Rendering enable(@PathVariable UUID id) {
        accounts.enable(id);
        return Rendering.redirectTo("/console/people").build();
    }

    private Rendering page(Account me, HttpStatus status, PersonForm form, @Nullable Issued issued, String problem) {
        List<Person> people = accounts.all().stream()
                .map(account -> new Person(
                        account,
                        teams.byId(account.team()).map(Team::name).orElse(account.team()),
                        account.id().equals(me.id())))
                .toList();
        Map<String, Object> model = new HashMap<>(Map.of(
                "here",
                "/console/people",
                "people",
                people,
                "roles",
                Role.values(),
                "teams",
                teams.all(),
                "form",
                form,
                "problem",
                problem));
        if (issued != null) {
            model.put("issued", issued);
        }
        return Rendering.view("console/people").status(status).model(model).build();
    }
}
