package org.plainline.answering;

/** The traditional characters that occur in the crisis word list, so that it works without any library or index. */
final class TraditionalCharacters {
    private static final String TRADITIONAL = "殺輕農藥結樓東說裡對後過體媽爸兒媳鎖傷強暈煤氣噴滅災發療葉給沒餓覺趕睡邊橋團樣個這還應寫遺書盡斷話門車禍傢電費錢喘無";
    private static final String SIMPLIFIED = "杀轻农药结楼东说里对后过体妈爸儿媳锁伤强晕煤气喷灭灾发疗叶给没饿觉赶睡边桥团样个这还应写遗书尽断话门车祸家电费钱喘无";

    private TraditionalCharacters() {}

    static String simplify(String text) {
        StringBuilder simplified = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = TRADITIONAL.indexOf(text.charAt(i));
            simplified.append(at < 0 ? text.charAt(i) : SIMPLIFIED.charAt(at));
        }
        return simplified.toString();
    }
}
