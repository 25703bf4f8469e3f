package org.plainline.channel.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.Reply;
import org.plainline.conversation.Reply.Citation;
import org.plainline.conversation.Reply.Kind;
import org.plainline.conversation.Reply.Option;
import org.plainline.conversation.Reply.Part;
import org.plainline.conversation.Utterance;
import org.plainline.resident.Language;

/** One reply of every kind, worded as the service words them. */
final class Replies {
    private static final Option PERSON_ZH = new Option("0", "找人帮忙");
    private static final Option PERSON_EN = new Option("0", "Speak to a person");
    private static final List<Option> PLACES =
            List.of(new Option("城关街道", "城关街道"), new Option("柳河镇", "柳河镇"), new Option("青山乡", "青山乡"));
    private static final List<Option> TIMES =
            List.of(new Option("1", "上午"), new Option("2", "下午"), new Option("3", "晚上"), new Option("4", "都可以"));

    private Replies() {}

    static Reply to(Utterance utterance, @Nullable Reply before) {
        String said = utterance.text();
        if (before != null && !said.equals("0")) {
            switch (before.kind()) {
                case ASK_NEED -> {
                    return place();
                }
                case ASK_PLACE -> {
                    return said.contains("火星") ? placeAgain() : time();
                }
                case ASK_TIME -> {
                    return said.contains("1") || said.contains("不留") ? acknowledged() : timeAgain();
                }
                default -> {}
            }
        }
        boolean english = utterance.language() == Language.EN || said.matches("[\\x00-\\x7f]*[a-z]{3}[\\x00-\\x7f]*");
        return english ? english(said) : chinese(said);
    }

    private static Reply chinese(String said) {
        return switch (said) {
            case "0" -> asking(Kind.ASK_NEED, "请说说您要什么帮助，住在哪个乡镇或街道。", List.of());
            case "你好" -> asking(Kind.GREETING, "您好，这里是明白线。遇到什么难处，请用自己的话写下来。", List.of());
            case "低保" ->
                asking(
                        Kind.CHOICE,
                        "您想问的是哪一件？",
                        List.of(new Option("1", "申请最低生活保障（低保）"), new Option("2", "低保没批，怎么办"), PERSON_ZH));
            case "我不想活了" ->
                new Reply(
                        Kind.CRISIS,
                        Language.ZH,
                        List.of("请马上打：12356 心理援助热线（每天至少18小时）、120 急救（全天）。您的命要紧。我们派不了人到现场，可以请人打给您。", "要人帮忙，点“找人帮忙”。"),
                        List.of(),
                        List.of(PERSON_ZH),
                        null,
                        null);
            case "我老公打我" ->
                new Reply(
                        Kind.CRISIS,
                        Language.ZH,
                        List.of("有危险，请打：110 报警（全天）。", "可以请法院下保护令。"),
                        List.of(),
                        List.of(PERSON_ZH),
                        null,
                        null,
                        0.9,
                        new Reply.Crisis(1, Kind.ANSWER));
            case "退订" -> new Reply(Kind.SILENT, Language.ZH, List.of(), List.of(), List.of(), null, null);
            case "算了" -> asking(Kind.OTHER, "好的。想问什么，请直接写。", List.of());
            case "月亮上有几个人" -> asking(Kind.NO_ANSWER, "这件事我们没有核对过的答案，不敢乱说。您可以换个说法再讲，也可以找真人。", List.of(PERSON_ZH));
            default ->
                new Reply(
                        Kind.ANSWER,
                        Language.ZH,
                        List.of("家里每人每月的钱低于当地低保线，可能可以领低保。请到乡镇或街道办事处去问，村里、社区也能代办。批不批，由管这件事的部门决定。"),
                        List.of(
                                new Part("WHAT", "这是什么", "<p>低保是国家每月发的生活费，给过得最难的家庭。</p>"),
                                new Part("HOW", "怎么申请", "<ol><li>到户口所在地的乡镇或街道办事处。</li><li>填一张申请表。</li></ol>"),
                                new Part(
                                        "BRING",
                                        "带什么",
                                        "<ul><li>家里每个人的身份证</li><li>户口本</li><li>有病的，带上诊断书</li><li>残疾的，带上残疾证</li></ul>"),
                                new Part("HOW_LONG", "要多久", "<p>办事处收下材料后，会告诉您哪一天有结果。</p>"),
                                new Part("NO_SMARTPHONE", "没有智能手机", "<p>带着纸质材料去办事处，就能办。</p>")),
                        List.of(PERSON_ZH),
                        new Citation(
                                "minimum-living-allowance", "中华人民共和国社会救助法", "https://www.npc.gov.cn/", "2026-11-23"),
                        null,
                        0.93,
                        null);
        };
    }

    private static Reply english(String said) {
        return switch (said) {
            case "0" ->
                new Reply(
                        Kind.ASK_NEED,
                        Language.EN,
                        List.of("Please tell us what help you need, and which town or street office you live under."),
                        List.of(),
                        List.of(),
                        null,
                        null);
            case "he is hitting me" ->
                new Reply(
                        Kind.CRISIS,
                        Language.EN,
                        List.of("If you are in danger, call: 110 police (day and night), 12338 women's rights line"
                                + " (hours differ from place to place). We cannot send help ourselves. If somebody"
                                + " may see this, use \"Leave this page\"."),
                        List.of(),
                        List.of(PERSON_EN),
                        null,
                        null);
            default ->
                new Reply(
                        Kind.ANSWER,
                        Language.EN,
                        List.of("If each person at home has less each month than the local dibao line, you may get"
                                + " dibao. Ask at the town or street office. The office decides."),
                        List.of(
                                new Part("WHAT", "What it is", "<p>Dibao (低保) is monthly money for families.</p>"),
                                new Part(
                                        "BRING", "What to bring", "<ul><li>ID cards</li><li>The hukou book</li></ul>")),
                        List.of(PERSON_EN),
                        new Citation(
                                "minimum-living-allowance", "中华人民共和国社会救助法", "https://www.npc.gov.cn/", "2026-11-23"),
                        null,
                        0.93,
                        null);
        };
    }

    private static Reply place() {
        return asking(Kind.ASK_PLACE, "好的，帮您找人。您住在哪个乡镇或街道？", PLACES);
    }

    private static Reply placeAgain() {
        return asking(Kind.ASK_PLACE, "没听清地名。请再说一次乡镇或街道。不清楚也没关系，写村名就行。", PLACES);
    }

    private static Reply time() {
        return asking(Kind.ASK_TIME, "请写下电话号码，再写什么时候打方便又安全。", List.of());
    }

    private static Reply timeAgain() {
        return asking(Kind.ASK_TIME, "请说一个方便接电话的时间。", TIMES);
    }

    private static Reply acknowledged() {
        return new Reply(
                Kind.ACKNOWLEDGED,
                Language.ZH,
                List.of("记下了。编号482913。我们的人会打尾号42的电话，时间：明天上午。"),
                List.of(),
                List.of(),
                null,
                "482913");
    }

    private static Reply asking(Kind kind, String text, List<Option> options) {
        return new Reply(kind, Language.ZH, List.of(text), List.of(), options, null, null);
    }
}
