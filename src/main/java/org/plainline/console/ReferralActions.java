package org.plainline.console;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.console.Drafts.Draft;
import org.plainline.conversation.Transcripts.OptedOutException;
import org.plainline.referral.Outcome;
import org.plainline.referral.Referral;
import org.plainline.referral.Referrals;
import org.plainline.referral.Referrals.NotYours;
import org.plainline.staff.Account;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.result.view.Rendering;

/** What a caseworker does with a referral. What was typed is kept before anything else, and shown again on failure. */
@Controller
@RequestMapping("/console/referrals/{id}")
class ReferralActions {
    private static final int LONGEST_TEXT = 1_600;
    private static final int LONGEST_NOTE = 4_000;

    private final Referrals referrals;
    private final ReferralPage page;
    private final Drafts drafts;

    ReferralActions(Referrals referrals, ReferralPage page, Drafts drafts) {
        this.referrals = referrals;
        this.page = page;
        this.drafts = drafts;
    }

    /** Both forms of the page; a form without one of the fields leaves what was kept of the other alone. */
    record WorkForm(
            @Nullable String reply,
            @Nullable String outcome,
            @Nullable String note) {
        Draft over(Draft kept) {
            return new Draft(
                    reply == null ? kept.reply() : Typed.text(reply), note == null ? kept.note() : Typed.text(note));
        }
    }

    @PostMapping("/claim")
    Rendering claim(@AuthenticationPrincipal Account me, @ModelAttribute("words") Words words, @PathVariable UUID id) {
        return referrals.claim(me, id).isOwnedBy(me.id()) ? back(id) : again(me, words, id, Problem.TAKEN);
    }

    @PostMapping("/release")
    Rendering release(
            @AuthenticationPrincipal Account me, @ModelAttribute("words") Words words, @PathVariable UUID id) {
        try {
            referrals.release(me, id);
            return Rendering.redirectTo("/console").build();
        } catch (NotYours lost) {
            return again(me, words, id, Problem.LOST);
        }
    }

    @PostMapping("/reopen")
    Rendering reopen(@AuthenticationPrincipal Account me, @ModelAttribute("words") Words words, @PathVariable UUID id) {
        try {
            referrals.reopen(me, id);
            return back(id);
        } catch (NotYours lost) {
            return again(me, words, id, Problem.LOST);
        }
    }

    @PostMapping("/reply")
    Rendering reply(
            @AuthenticationPrincipal Account me,
            @ModelAttribute("words") Words words,
            @PathVariable UUID id,
            @ModelAttribute WorkForm form) {
        Draft typed = keep(me, id, form);
        if (typed.reply().isBlank() || typed.reply().length() > LONGEST_TEXT) {
            return again(me, words, id, typed.reply().isBlank() ? Problem.NO_TEXT : Problem.LONG_TEXT);
        }
        try {
            referrals.reply(me, id, typed.reply());
            keep(me, id, new WorkForm("", null, null));
            return back(id);
        } catch (OptedOutException wantsNoTexts) {
            return again(me, words, id, Problem.OPTED_OUT);
        } catch (NotYours lost) {
            return again(me, words, id, Problem.LOST);
        }
    }

    @PostMapping("/close")
    Rendering close(
            @AuthenticationPrincipal Account me,
            @ModelAttribute("words") Words words,
            @PathVariable UUID id,
            @ModelAttribute WorkForm form) {
        Draft typed = keep(me, id, form);
        Optional<Outcome> outcome = Outcome.of(Typed.text(form.outcome()));
        if (outcome.isEmpty() || typed.note().length() > LONGEST_NOTE) {
            return again(me, words, id, outcome.isEmpty() ? Problem.NO_OUTCOME : Problem.LONG_NOTE);
        }
        try {
            referrals.close(me, id, outcome.get(), typed.note());
            drafts.drop(me, id);
            return Rendering.redirectTo("/console?closed=" + id).build();
        } catch (NotYours lost) {
            return again(me, words, id, Problem.LOST);
        }
    }

    /** Sent by the page while somebody types. */
    @PostMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(@AuthenticationPrincipal Account me, @PathVariable UUID id, @ModelAttribute WorkForm form) {
        keep(me, id, form);
    }

    private Draft keep(Account me, UUID id, WorkForm form) {
        Referral referral = referrals.find(me, id);
        Draft typed = form.over(drafts.of(me, id));
        drafts.keep(me, referral, typed);
        return typed;
    }

    private Rendering again(Account me, Words words, UUID id, Problem problem) {
        return Rendering.view("console/referral")
                .status(problem.status())
                .model(page.model(me, referrals.find(me, id), words, problem))
                .build();
    }

    private static Rendering back(UUID id) {
        return Rendering.redirectTo("/console/referrals/" + id).build();
    }
}
