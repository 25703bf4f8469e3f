package org.plainline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import org.plainline.resident.Language;

/**
 * A knowledge base of any size that keeps every rule: the articles as they are, again and again, each time for a
 * village of its own, which its title and all its questions name.
 */
final class ManyArticles {
    private static final Path ORIGINALS = Path.of("knowledge-base");
    private static final String CHARACTERS =
            "东南西北山水河湖江海林木石田沙云雨风雪日月星光春夏秋冬红黄蓝白青紫金银铜铁玉竹松柏梅兰荷桂柳桃李杏梨麦豆稻谷瓜果牛马羊鸡鱼鸟龙虎象鹿鹤燕桥井塘坝沟坡岭峰洞湾滩岛门窗墙瓦砖灯钟鼓琴棋书画笔墨纸砚茶酒盐糖油布丝棉麻车船帆轮伞";
    private static final List<String> SYLLABLES =
            List.of("bo", "cu", "di", "fa", "ge", "hu", "jo", "ka", "lu", "mi", "no", "pa", "ri", "so", "tu", "vi");

    private ManyArticles() {}

    /** @param topics how many, each in both languages; at most ten thousand */
    static void write(Path folder, int topics) throws IOException {
        List<String> originals = originals();
        try (var files = Files.list(ORIGINALS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        for (int i = 0; i < topics; i++) {
            String original = originals.get(i % originals.size());
            for (Language language : Language.values()) {
                String name = language.code() + ".md";
                Path file = folder.resolve(original + "-" + i).resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(
                        file,
                        ofVillage(Files.readString(ORIGINALS.resolve(original).resolve(name)), village(i, language)));
            }
        }
    }

    /**
     * Every article as it is and once more for a village: some ten thousand passages a language, of which what half of
     * them mean is known from other tests.
     */
    static void writeTwice(Path folder) throws IOException {
        write(folder, originals().size());
        for (String original : originals()) {
            for (Language language : Language.values()) {
                String name = language.code() + ".md";
                Path file = Files.createDirectories(folder.resolve(original)).resolve(name);
                Files.copy(ORIGINALS.resolve(original).resolve(name), file);
            }
        }
    }

    private static List<String> originals() throws IOException {
        try (var files = Files.list(ORIGINALS)) {
            return files.filter(Files::isDirectory)
                    .map(topic -> topic.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String village(int number, Language language) {
        if (language == Language.ZH) {
            int base = CHARACTERS.length();
            return "" + CHARACTERS.charAt(number / base % base) + CHARACTERS.charAt(number % base) + "村";
        }
        StringBuilder name = new StringBuilder();
        IntStream.iterate(number, rest -> rest / SYLLABLES.size())
                .limit(4)
                .forEach(rest -> name.append(SYLLABLES.get(rest % SYLLABLES.size())));
        return name + "ton";
    }

    private static String ofVillage(String article, String village) {
        StringBuilder own = new StringBuilder();
        boolean questions = false;
        for (String line : article.lines().toList()) {
            boolean question = questions && line.startsWith("  - ");
            questions = question || line.equals("questions:");
            own.append(line);
            if (question || line.startsWith("title: ")) {
                boolean quoted = line.endsWith("\"");
                own.setLength(own.length() - (quoted ? 1 : 0));
                own.append(' ').append(village).append(quoted ? "\"" : "");
            }
            own.append('\n');
        }
        return own.toString();
    }
}
