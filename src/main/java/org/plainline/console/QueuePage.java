package org.plainline.console;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.console.QueueView.Show;
import org.plainline.referral.Referral;
import org.plainline.referral.Referrals;
import org.plainline.staff.Account;
import org.plainline.staff.Teams;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to be done. */
@Controller
class QueuePage {
    private final QueueView queue;
    private final Referrals referrals;
    private final Teams teams;

    QueuePage(QueueView queue, Referrals referrals, Teams teams) {
        this.queue = queue;
        this.referrals = referrals;
        this.teams = teams;
    }

    /** @param closed the referral that was just closed, to say so */
    @GetMapping("/console")
    String queue(
            @AuthenticationPrincipal Account me,
            @ModelAttribute("words") Words words,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable UUID closed,
            Model model) {
        rows(me, words, show, team, model);
        model.addAttribute("teams", me.role().seesAllTeams() ? teams.all() : List.of());
        model.addAttribute(
                "teamName", teams.byId(me.team()).map(own -> own.name()).orElse(me.team()));
        if (closed != null) {
            Referral referral = referrals.find(me, closed);
            model.addAttribute("justClosed", referral.isOpen() ? null : referral);
        }
        return "console/queue";
    }

    /** The rows alone, fetched by an open page when something changed. */
    @GetMapping("/console/live/queue")
    String live(
            @AuthenticationPrincipal Account me,
            @ModelAttribute("words") Words words,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String team,
            Model model) {
        rows(me, words, show, team, model);
        return "console/queue :: rows";
    }

    private void rows(Account me, Words words, @Nullable String show, @Nullable String team, Model model) {
        String one = teams.byId(team == null ? "" : team).isPresent() ? team : null;
        List<QueueRow> rows = queue.rows(me, Show.of(show), one, words);
        model.addAttribute("rows", rows);
        model.addAttribute("show", Show.of(show).code());
        model.addAttribute("team", one == null ? "" : one);
        model.addAttribute("waiting", rows.stream().filter(QueueRow::waiting).count());
        model.addAttribute("overdue", rows.stream().filter(QueueRow::overdue).count());
    }
}
