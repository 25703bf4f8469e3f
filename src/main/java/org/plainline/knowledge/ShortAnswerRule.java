package org.plainline.knowledge;

import org.plainline.resident.Language;

/** The short answer, with its source and the way to a person, must fit the few parts of an SMS. */
final class ShortAnswerRule implements ArticleRule {
    private static final int CHINESE_CHARACTERS = 90;
    private static final int ENGLISH_CHARACTERS = 205;

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        manuscript.front().text("short").ifPresent(answer -> {
            boolean english = manuscript.language() == Language.EN;
            int most = english ? ENGLISH_CHARACTERS : CHINESE_CHARACTERS;
            if (answer.length() > most) {
                findings.add(answer.line(), "short-length", "has " + answer.length() + " characters, at most " + most);
            }
            if (english) {
                PlainSms.firstForeign(answer.text())
                        .ifPresent(foreign -> findings.add(
                                answer.line(), "short-alphabet", "'" + foreign + "' is not in the SMS alphabet"));
            }
        });
    }
}
