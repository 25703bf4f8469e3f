package org.plainline.knowledge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in Mandarin what people say in the words of their own region, and leaves out what only fills a pause. */
final class Dialect {
    private static final Map<String, String> MANDARIN = mandarin("""
            咋个 怎么
            咋样 怎么样
            咋整 怎么办
            咋弄 怎么办
            咋办 怎么办
            咋 怎么
            啷个 怎么
            点样 怎么
            点解 为什么
            啥子 什么
            啥时候 什么时候
            啥 什么
            乜嘢 什么
            几多 多少
            边度 哪里
            搁哪 在哪
            俺们 我们
            俺 我
            额们 我们
            阿拉 我们
            咱们 我们
            佢 他
            冇 没有
            莫得 没有
            唔 不
            甭 不用
            唔使 不用
            系唔系 是不是
            嘅 的
            晓得 知道
            晓不晓得 知不知道
            中不中 行不行
            娃儿 孩子
            娃 孩子
            细路 孩子
            屋头 家里
            屋企 家里
            老汉儿 爸爸
            攞 拿
            揾 找
            """);

    private static final Pattern WORD = Pattern.compile(MANDARIN.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|")));

    private static final Pattern FILLER =
            Pattern.compile("(?:[嗯呃哦唉哎]|(?<![\\p{IsHan}])(?:那个|就是说|怎么说呢)(?=[，,、…\\s嗯呃])|喂)+[，,。、…]*");

    private Dialect() {}

    private static Map<String, String> mandarin(String lines) {
        Map<String, String> words = new HashMap<>();
        lines.lines().map(line -> line.split(" ", 2)).forEach(entry -> words.put(entry[0], entry[1]));
        return Map.copyOf(words);
    }

    /** @param folded a text that went through {@link Folding} */
    static String inMandarin(String folded) {
        return WORD.matcher(FILLER.matcher(folded).replaceAll(""))
                .replaceAll(word -> Matcher.quoteReplacement(MANDARIN.getOrDefault(word.group(), word.group())));
    }
}
