package org.plainline.channel.chat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.plainline.resident.Language;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The way out for somebody who must not be seen here: forgets the talk and shows nothing but today's date. */
@Controller
class LeaveController {
    private final Clock clock;
    private final Visits visits;

    LeaveController(Clock clock, Visits visits) {
        this.clock = clock;
        this.visits = visits;
    }

    /**
     * Clears what this page left in the browser. Not "cookies", which would also sign people out of every other site
     * under the same domain: ours is expired by name.
     */
    @GetMapping("/chat/leave")
    Rendering leave(ServerWebExchange exchange) {
        visits.forget(exchange);
        Language language = Visits.preferred(exchange.getRequest());
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language.locale());
        return Rendering.view("chat/left")
                .header("Cache-Control", "no-store")
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .modelAttribute("lang", language.code())
                .modelAttribute("day", LocalDate.now(clock).format(day))
                .build();
    }
}
