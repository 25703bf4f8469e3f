package org.plainline.console;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.referral.Outcome;
import org.plainline.referral.Referral;
import org.plainline.referral.Referrals;
import org.plainline.staff.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** One request for help: the talk as it was said, and the work beside it. */
@Controller
class ReferralPage {
    private final Referrals referrals;
    private final CaseView cases;
    private final Drafts drafts;

    ReferralPage(Referrals referrals, CaseView cases, Drafts drafts) {
        this.referrals = referrals;
        this.cases = cases;
        this.drafts = drafts;
    }

    @GetMapping("/console/referrals/{id}")
    String referral(
            @AuthenticationPrincipal Account me,
            @ModelAttribute("words") Words words,
            @PathVariable UUID id,
            Model model) {
        model.addAllAttributes(model(me, referrals.view(me, id), words, null));
        return "console/referral";
    }

    /** What is known and can be done, fetched again by an open page when it changed. */
    @GetMapping("/console/live/referrals/{id}")
    String live(
            @AuthenticationPrincipal Account me,
            @ModelAttribute("words") Words words,
            @PathVariable UUID id,
            Model model) {
        model.addAllAttributes(model(me, referrals.find(me, id), words, null));
        return "console/referral :: work";
    }

    /** The talk, fetched again by an open page when somebody said more or a text came further. */
    @GetMapping("/console/live/referrals/{id}/talk")
    String talk(
            @AuthenticationPrincipal Account me,
            @ModelAttribute("words") Words words,
            @PathVariable UUID id,
            Model model) {
        model.addAttribute("talk", cases.talk(referrals.find(me, id), words));
        return "console/referral :: lines";
    }

    /** @param problem what went wrong with a form; null when the page is merely looked at */
    Map<String, Object> model(Account me, Referral referral, Words words, @Nullable Problem problem) {
        return Map.of(
                "here", "/console/referrals/" + referral.id(),
                "view", cases.of(me, referral, words),
                "talk", cases.talk(referral, words),
                "outcomes", Outcome.values(),
                "draft", drafts.of(me, referral.id()),
                "problem", problem == null ? "" : problem.code());
    }
}
