package org.plainline.channel.chat;

import java.net.InetSocketAddress;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.plainline.channel.FloodLimits;
import org.plainline.channel.Limit;
import org.plainline.conversation.Conversations;
import org.plainline.conversation.Line;
import org.plainline.conversation.Reply;
import org.plainline.conversation.Reply.Kind;
import org.plainline.conversation.Utterance;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The residents' page: one question, one box, and the answer in the same place. Needs no script. */
@Controller
class ChatController {
    private static final Logger LOG = LoggerFactory.getLogger(ChatController.class);
    private static final int LARGEST_BODY = 64 * 1024;

    /** Time for a whole form to arrive, over the slowest of networks. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Conversations conversations;
    private final FloodLimits limits;
    private final Visits visits;

    ChatController(Conversations conversations, FloodLimits limits, Visits visits) {
        this.conversations = conversations;
        this.limits = limits;
        this.visits = visits;
    }

    @GetMapping("/")
    Rendering show(ServerWebExchange exchange) {
        return page(HttpStatus.OK, exchange, visits.of(exchange), null, "");
    }

    /**
     * Hears one turn. A browser that keeps our cookie is sent on to {@code GET /}, so that reload and back never send
     * anything again; one that does not would find nothing there and gets the answer at once.
     */
    @PostMapping("/")
    Rendering hear(ServerWebExchange exchange) {
        Visit visit = visits.of(exchange);
        ChatForm form;
        try {
            form = ChatForm.parse(body(exchange), visits.newToken());
        } catch (DataBufferLimitException tooLarge) {
            return page(HttpStatus.CONTENT_TOO_LARGE, exchange, visit, "trouble.large", "");
        } catch (CharacterCodingException | IllegalArgumentException unreadable) {
            return page(HttpStatus.BAD_REQUEST, exchange, visit, "trouble.unreadable", "");
        }
        if (form.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, exchange, visit, "trouble.empty", "");
        }
        if (form.text().length() > ChatForm.LONGEST_TEXT) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, exchange, visit, "trouble.long", form.text());
        }
        return hear(exchange, visit, form);
    }

    private Rendering hear(ServerWebExchange exchange, Visit visit, ChatForm form) {
        try {
            Reply before = form.answersAQuestion() && visit.known()
                    ? conversations.lastReply(visit.token()).orElse(null)
                    : null;
            if (form.answersAQuestion() && before == null) {
                return page(HttpStatus.CONFLICT, exchange, visit, "trouble.closed", form.text());
            }
            Utterance utterance = utterance(visit, form, form.said(before));
            if (!limits.allows(Limit.CHAT_PER_ADDRESS, address(exchange)) && !conversations.pressing(utterance)) {
                return page(HttpStatus.TOO_MANY_REQUESTS, exchange, visit, "trouble.flood", form.text());
            }
            Reply reply = conversations.hear(utterance);
            boolean keep = form.keepsWords(reply.kind());
            if (visit.known() && !keep) {
                return Rendering.redirectTo(visit.address())
                        .status(HttpStatus.SEE_OTHER)
                        .build();
            }
            return page(HttpStatus.OK, exchange, visit.begun(), null, keep ? form.text() : "");
        } catch (RuntimeException failed) {
            LOG.error("chat.unheard cause={}", causes(failed));
            // The same turn again: should it have been heard after all, it is answered and not heard twice.
            return render(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    new ChatPage(visit, form.turn(), form.asked(), null, List.of(), "trouble.down", form.text()));
        }
    }

    private Utterance utterance(Visit visit, ChatForm form, String said) {
        return new Utterance(
                form.delivery(visit.token(), said), Channel.CHAT, visit.token(), null, said, language(visit, said));
    }

    /** Words tell more about their language than the browser's settings; a key tells nothing, so the talk does. */
    private @Nullable Language language(Visit visit, String said) {
        if (visit.chosen() != null || said.codePoints().anyMatch(Character::isLetter)) {
            return visit.chosen();
        }
        return visit.language(
                visit.known() ? conversations.lastReply(visit.token()).orElse(null) : null);
    }

    /** The page as the talk stands; a first visit needs nothing but this process. */
    private Rendering page(
            HttpStatus status, ServerWebExchange exchange, Visit visit, @Nullable String trouble, String draft) {
        String turn = visits.newToken();
        if (!visit.known()) {
            return render(status, new ChatPage(visit, turn, null, null, List.of(), trouble, draft));
        }
        try {
            Reply reply = conversations.lastReply(visit.token()).orElse(null);
            List<Line> lines = conversations.chat(visit.token());
            Kind asked = reply == null ? null : reply.goesOn();
            if (asked == Kind.ACKNOWLEDGED) {
                visits.waiting(exchange, visit);
            }
            return render(status, new ChatPage(visit, turn, asked, reply, lines, trouble, draft));
        } catch (RuntimeException failed) {
            LOG.error("chat.unseen cause={}", causes(failed));
            String unseen = trouble == null ? "trouble.unseen" : trouble;
            return render(
                    HttpStatus.SERVICE_UNAVAILABLE, new ChatPage(visit, turn, null, null, List.of(), unseen, draft));
        }
    }

    private static Rendering render(HttpStatus status, ChatPage page) {
        return Rendering.view("chat/page")
                .status(status)
                .header("Cache-Control", "no-store")
                .modelAttribute("page", page)
                .build();
    }

    private static String address(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getRemoteAddress())
                .map(InetSocketAddress::getHostString)
                .orElse("");
    }

    private static byte[] body(ServerWebExchange exchange) {
        byte[] body = DataBufferUtils.join(exchange.getRequest().getBody(), LARGEST_BODY)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .timeout(PATIENCE)
                .onErrorMap(TimeoutException.class, slow -> new IllegalArgumentException("The form never ended", slow))
                .block();
        return body == null ? new byte[0] : body;
    }

    /** Names only: messages of exceptions can quote what a resident wrote. */
    static String causes(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getCause() == null ? name : name + " < " + causes(failure.getCause());
    }
}
