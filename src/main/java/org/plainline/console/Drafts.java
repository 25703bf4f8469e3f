package org.plainline.console;

import java.util.UUID;
import org.plainline.referral.Referral;
import org.plainline.staff.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words that a caseworker has typed and not yet sent; they never live in the browser, whose next user is another. */
@Repository
class Drafts {
    private static final int LONGEST = 20_000;

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Draft(String reply, String note) {
        static final Draft NONE = new Draft("", "");
    }

    Draft of(Account account, UUID referral) {
        return jdbc.sql("select reply, note from referral_draft where referral = ? and account = ?")
                .params(referral, account.id())
                .query((row, number) -> new Draft(row.getString("reply"), row.getString("note")))
                .optional()
                .orElse(Draft.NONE);
    }

    void keep(Account account, Referral referral, Draft draft) {
        jdbc.sql("""
                        insert into referral_draft (referral, account, reply, note) values (?, ?, ?, ?)
                        on conflict (referral, account) do update set reply = excluded.reply, note = excluded.note
                        """)
                .params(referral.id(), account.id(), shortened(draft.reply()), shortened(draft.note()))
                .update();
    }

    void drop(Account account, UUID referral) {
        jdbc.sql("delete from referral_draft where referral = ? and account = ?")
                .params(referral, account.id())
                .update();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
