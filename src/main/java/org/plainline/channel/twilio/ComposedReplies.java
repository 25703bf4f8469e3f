package org.plainline.channel.twilio;

import org.plainline.channel.CleanText;
import org.plainline.conversation.OptedOut;
import org.plainline.conversation.ReplyComposed;
import org.plainline.conversation.Transcripts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts what caseworkers write into the outbox. The same event again changes nothing. */
@Component
class ComposedReplies {
    private static final Logger log = LoggerFactory.getLogger(ComposedReplies.class);

    private final Transcripts transcripts;
    private final Outbox outbox;
    private final OutboxWorker worker;

    ComposedReplies(Transcripts transcripts, Outbox outbox, OutboxWorker worker) {
        this.transcripts = transcripts;
        this.outbox = outbox;
        this.worker = worker;
    }

    @ApplicationModuleListener
    void on(ReplyComposed composed) {
        var line = transcripts.line(composed.line());
        var number = line.flatMap(found -> transcripts.number(found.conversation()));
        if (line.isEmpty() || number.isEmpty()) {
            // Erased since it was written, or a talk that has no number: there is nobody to send it to.
            log.warn("Line {} is not sent: it has no text or no number any more", composed.line());
            return;
        }
        outbox.queue(line.get().id(), number.get(), CleanText.of(line.get().text()));
        afterCommit(worker::wake);
    }

    /** Also what was written before the resident refused, as long as it has not left. */
    @ApplicationModuleListener
    void on(OptedOut refused) {
        transcripts.number(refused.conversation()).ifPresent(outbox::withhold);
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
