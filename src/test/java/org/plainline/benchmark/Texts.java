package org.plainline.benchmark;

import java.util.List;

/** What residents ask in a benchmark. */
final class Texts {
    static final List<String> QUESTIONS = List.of(
            "我妈瘫了,家里没钱怎么办",
            "低保要什么条件",
            "残疾证怎么办",
            "被公司辞退了能领什么钱",
            "孩子上大学没钱交学费",
            "看病花了好多钱报销不了",
            "房子被大水冲了谁管",
            "打官司请不起律师",
            "how do I get dibao",
            "my neighbour is old and alone, who looks after him");

    static final int WAYS = 1 << 12;

    private Texts() {}

    /** One of them, which nobody else has asked in quite these words. */
    static String newQuestion(int number) {
        return QUESTIONS.get(number / 10 % QUESTIONS.size()) + " " + number;
    }

    /** The same question typed in another of {@value #WAYS} ways, which all come to the same text. */
    static String typed(String question, int way) {
        StringBuilder typed = new StringBuilder(question);
        for (int bit = 1; bit < WAYS; bit *= 2) {
            typed.append((way & bit) == 0 ? '?' : '\uFF1F');
        }
        return typed.toString();
    }
}
