package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DangersTests {
    private static final float[] COAL = {1, 0, 0.1F};
    private static final float[] FIRE = {0, 1, 0};
    private static final float[] FIRE_INSURANCE = {0.6F, 0.8F, 0};
    private static final float[] BEATEN = {0, 0.3F, -1};

    private final Dangers dangers = Dangers.of(
            Map.of("fire", List.of(FIRE), "violence", List.of(BEATEN), Sayings.CALM, List.of(FIRE_INSURANCE)),
            List.of(COAL, new float[] {0.9F, 0.1F, 0.2F}));

    private Alarm alarm(float... text) {
        return dangers.of(text).orElseThrow();
    }

    @Test
    void tellsWhichDangerATextIsNearestTo() {
        assertThat(alarm(0.1F, 1, 0.1F).kind()).isEqualTo("fire");
        assertThat(alarm(0.1F, 1, 0.1F).lead()).isGreaterThan(1);
        assertThat(alarm(0.1F, 0.2F, -1).kind()).isEqualTo("violence");
        assertThat(alarm(0.1F, 0.2F, -1).lead()).isGreaterThan(1);
    }

    @Test
    void isNotAlarmedByWhatOnlySoundsLikeDangerOrByAnythingElse() {
        assertThat(alarm(0.6F, 0.75F, 0).lead()).isNegative();
        assertThat(alarm(1, 0.1F, 0.1F).lead()).isNegative();
    }

    @Test
    void isNoMoreAlarmedForKnowingTheSameTwice() {
        var twice = Dangers.of(
                Map.of("fire", List.of(FIRE, FIRE), "violence", List.of(BEATEN, BEATEN)), List.of(COAL, COAL));
        var once = Dangers.of(Map.of("fire", List.of(FIRE), "violence", List.of(BEATEN)), List.of(COAL));

        assertThat(twice.of(FIRE_INSURANCE).orElseThrow().lead())
                .isCloseTo(once.of(FIRE_INSURANCE).orElseThrow().lead(), within(1e-4));
    }

    @Test
    void knowsVeryManyOthersBySomeOfThem() {
        var some = Dangers.of(Map.of("fire", List.of(FIRE)), Collections.nCopies(50_000, COAL));

        assertThat(some.of(COAL).orElseThrow().lead()).isNegative();
        assertThat(some.of(FIRE).orElseThrow().lead()).isPositive();
    }

    @Test
    void saysNothingWhereThereIsNothingToCompareWith() {
        assertThat(Dangers.of(Map.of(), List.of(COAL)).of(FIRE)).isEmpty();
        assertThat(Dangers.of(Map.of("fire", List.of(FIRE)), List.of()).of(FIRE))
                .isEmpty();
        assertThat(Dangers.of(Map.of(), List.of()).of(FIRE)).isEmpty();
    }
}
