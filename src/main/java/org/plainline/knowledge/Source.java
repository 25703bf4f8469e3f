package org.plainline.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A published document that carries statements of an article.
 *
 * @param title the document's own name
 * @param cite what a resident is told it is called; short enough for an SMS
 * @param number document number, when confirmed
 * @param date ISO date or year-month of issue
 * @param supports which statements of the article it carries
 */
public record Source(
        String title,
        @Nullable String english,
        String cite,
        @Nullable String number,
        String issuer,
        String date,
        String url,
        String supports) {}
