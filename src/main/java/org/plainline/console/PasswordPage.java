package org.plainline.console;

import org.jspecify.annotations.Nullable;
import org.plainline.staff.Account;
import org.plainline.staff.Accounts;
import org.plainline.staff.PasswordRefused;
import org.plainline.staff.SignInCookie;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Where somebody chooses a password; whoever has a one-time password comes nowhere else. */
@Controller
class PasswordPage {
    private final Accounts accounts;
    private final SignInCookie signIn;

    PasswordPage(Accounts accounts, SignInCookie signIn) {
        this.accounts = accounts;
        this.signIn = signIn;
    }

    record PasswordForm(@Nullable String present, @Nullable String next) {}

    @GetMapping("/console/password")
    Rendering ask() {
        return Rendering.view("console/password").modelAttribute("refused", "").build();
    }

    @PostMapping("/console/password")
    Rendering change(
            ServerWebExchange exchange, @AuthenticationPrincipal Account me, @ModelAttribute PasswordForm form) {
        try {
            Account changed = accounts.changePassword(me, Typed.text(form.present()), Typed.text(form.next()));
            signIn.renew(exchange, changed);
            return Rendering.redirectTo("/console").status(HttpStatus.SEE_OTHER).build();
        } catch (PasswordRefused refused) {
            return Rendering.view("console/password")
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .modelAttribute("refused", refused.why().code())
                    .build();
        }
    }
}
