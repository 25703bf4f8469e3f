package org.plainline.knowledge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a voice cannot say: an address, a bracket, an abbreviation. */
final class SpokenTextRule implements ArticleRule {
    static final Pattern WEB_ADDRESS = Pattern.compile("https?:|www\\.|[a-z0-9]\\.(?:com|cn|org|gov|net)\\b");

    private record Unspeakable(String name, Pattern pattern) {}

    private static final List<Unspeakable> UNSPEAKABLE = List.of(
            new Unspeakable("a web address", WEB_ADDRESS),
            new Unspeakable("a bracket", Pattern.compile("[()（）\\[\\]【】〔〕{}<>《》]")),
            new Unspeakable("a sign", Pattern.compile("[/#&@*_=+~^|\\\\①-⑳→]")),
            new Unspeakable(
                    "an abbreviation",
                    Pattern.compile(
                            "\\b(?:e\\.g|i\\.e|etc|approx|incl|max|min|art|arts|dept|govt|hr|hrs|yr|yrs)\\.(?=\\s+[a-z0-9]|$)"
                                    + "|\\bno\\.(?=\\s*\\d)|\\b(?!(?:ID|SIM|PIN)\\b)[A-Z]{2,}\\b")));

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        manuscript.spoken().forEach(piece -> check(piece, findings));
    }

    private static void check(Written piece, Findings findings) {
        for (Unspeakable unspeakable : UNSPEAKABLE) {
            Matcher matcher = unspeakable.pattern().matcher(piece.text());
            if (matcher.find()) {
                findings.add(
                        piece.line(),
                        "spoken-text",
                        "'" + matcher.group() + "' is " + unspeakable.name() + ", which cannot be spoken");
            }
        }
    }
}
