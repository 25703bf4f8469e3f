package org.plainline.knowledge;

import java.util.stream.Stream;

/** The short answer, with its source and the way to a person, must fit the few parts of an SMS. */
final class ShortAnswerRule implements ArticleRule {
    private static final int CHINESE_CHARACTERS = 90;
    private static final int ENGLISH_CHARACTERS = 205;

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        manuscript.front().text("short").ifPresent(answer -> {
            int most = manuscript.isEnglish() ? ENGLISH_CHARACTERS : CHINESE_CHARACTERS;
            if (answer.length() > most) {
                findings.add(answer.line(), "short-length", "has " + answer.length() + " characters, at most " + most);
            }
        });
        Stream.concat(manuscript.front().text("short").stream(), manuscript.local().stream())
                .forEach(text -> {
                    checkLink(text, findings);
                    if (manuscript.isEnglish()) {
                        checkAlphabet(text, findings);
                    }
                });
    }

    /** Few phones here can open one, and people are told not to tap on links in messages. */
    private static void checkLink(Written text, Findings findings) {
        if (SpokenTextRule.WEB_ADDRESS.matcher(text.text()).find()) {
            findings.add(text.line(), "short-link", "holds a web address, which a text message must not");
        }
    }

    private static void checkAlphabet(Written text, Findings findings) {
        PlainSms.firstForeign(text.text())
                .ifPresent(foreign ->
                        findings.add(text.line(), "short-alphabet", "'" + foreign + "' is not in the SMS alphabet"));
    }
}
