package org.plainline.knowledge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Only an office decides. A person who was told "you qualify" and is then refused has been harmed by us. */
final class DeterminationRule implements ArticleRule {
    private static final Pattern CHINESE = Pattern.compile("[您你](?:已经|已|就|肯定|一定|完全|都)?"
            + "(?:符合(?:条件|要求|资格|规定)|够条件|够资格|有资格|能通过|合格了)"
            + "|(?:肯定|一定|保证|必定|绝对)(?:能|可以|会)(?:领|拿|批|给|办|通过|申请)"
            + "|符合条件(?:的话)?,?，?(?:就)?可以领");

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(?:you|they|he|she) (?:already |clearly |surely |now |do |also )?(?:qualify|qualifies|(?:are|is) (?:eligible|entitled|approved|qualified)"
                    + "|will (?:get|receive|be (?:paid|granted|approved)))\\b|\\byou(?:'|’)(?:re|ll) (?:eligible|entitled|approved|qualified|get|receive)\\b"
                    + "|\\bguaranteed?\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        Pattern pattern = manuscript.isEnglish() ? ENGLISH : CHINESE;
        manuscript.told().forEach(text -> {
            Matcher matcher = pattern.matcher(text.text());
            if (matcher.find()) {
                findings.add(
                        text.line(),
                        "determination",
                        "'" + matcher.group() + "' decides; say that it may be so and that an office decides");
            }
        });
    }
}
