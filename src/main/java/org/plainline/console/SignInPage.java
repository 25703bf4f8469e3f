package org.plainline.console;

import org.jspecify.annotations.Nullable;
import org.plainline.staff.SignInFilter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Where staff sign in. */
@Controller
class SignInPage {
    record SignInForm(@Nullable String username) {}

    @GetMapping("/console/sign-in")
    Rendering ask() {
        return Rendering.view("console/sign-in")
                .modelAttribute("login", "")
                .modelAttribute("failure", "")
                .build();
    }

    /** Reached only when the name or the password was refused. */
    @PostMapping("/console/sign-in")
    Rendering askAgain(ServerWebExchange exchange, @ModelAttribute SignInForm form) {
        return Rendering.view("console/sign-in")
                .status(HttpStatus.UNAUTHORIZED)
                .modelAttribute("login", Typed.text(form.username()))
                .modelAttribute("failure", exchange.getAttributeOrDefault(SignInFilter.FAILURE, "refused"))
                .build();
    }
}
