package org.plainline.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HotlineTests {
    @Test
    void findsNumbersWithTheirNamesAndHours() {
        assertThat(Hotline.in("请马上打：12356 心理援助热线（每天至少18小时）、120 急救(全天)。您的命要紧。"))
                .containsExactly(new Hotline("12356", "心理援助热线（每天至少18小时）"), new Hotline("120", "急救(全天)"));
        assertThat(Hotline.in("Call: 110 police (day and night), 12338 women's rights line (hours differ, ask)."))
                .containsExactly(
                        new Hotline("110", "police (day and night)"),
                        new Hotline("12338", "women's rights line (hours differ, ask)"));
    }

    @Test
    void findsNumbersThatStandAlone() {
        assertThat(Hotline.in("Please call 120 now. Once more, 120.")).containsExactly(new Hotline("120", ""));
    }

    @Test
    void takesNoOtherFiguresForNumbers() {
        assertThat(Hotline.in("每天至少18小时，有20个人")).isEmpty();
    }
}
