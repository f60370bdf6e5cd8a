package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.report.picture.Headroom;
import io.archmeter.report.picture.Headroom.Outcome;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A limit lies 170 pixels from the begin of the bars, which is 356 from the left, and there is room for twice of it. */
class HeadroomDrawingTest {
    private static final long SEED = 20261201;

    private static Headroom.Limit limit(Outcome outcome, long actual, long allowed) {
        return limit(outcome, OptionalLong.of(actual), OptionalLong.of(allowed));
    }

    private static Headroom.Limit limit(Outcome outcome, OptionalLong actual, OptionalLong allowed) {
        return new Headroom.Limit(outcome, "parameters", actual, allowed, OptionalLong.empty(), false, "some", "room");
    }

    private static Headroom picture(Headroom.Limit... limits) {
        return new Headroom("headroom", "title", "", List.of(new Headroom.Group("net", List.of(limits))));
    }

    @Test
    void whatIsAtItsLimitEndsAtTheLine() {
        assertThat(Drawn.bars(picture(limit(Outcome.KEPT, 1500, 1500)), "bar"))
                .containsExactly(new Drawn.Bar("bar kept", 356, 170));
        assertThat(Drawn.bars(picture(limit(Outcome.KEPT, 750, 1500)), "bar"))
                .containsExactly(new Drawn.Bar("bar kept", 356, 85));
    }

    /** One of a billion is less than a pixel, and still on its side of the line. */
    @Test
    void whatIsOverItsLimitByLittleEndsAfterTheLine() {
        assertThat(Drawn.bars(picture(limit(Outcome.BROKEN, 1_000_000_001, 1_000_000_000)), "bar"))
                .containsExactly(new Drawn.Bar("bar broken", 356, 171));
        assertThat(Drawn.bars(picture(limit(Outcome.KEPT, 999_999_999, 1_000_000_000)), "bar"))
                .containsExactly(new Drawn.Bar("bar kept", 356, 169));
    }

    @Test
    void whatIsManyTimesItsLimitEndsWithTheRoom() {
        assertThat(Drawn.bars(picture(limit(Outcome.WARNING, 9_000, 10)), "bar"))
                .containsExactly(new Drawn.Bar("bar warning", 356, 340));
        assertThat(Drawn.bars(picture(limit(Outcome.BROKEN, 2, 0)), "bar"))
                .containsExactly(new Drawn.Bar("bar broken", 356, 340));
    }

    @Test
    void whatMayBeNothingAndIsHasNoBar() {
        assertThat(Drawn.bars(picture(limit(Outcome.KEPT, 0, 0)), "bar")).isEmpty();
    }

    /** A number without a limit has no place on the scale: unknown is not zero. */
    @Test
    void whatWasNotCheckedHasASignAndNoBar() {
        Headroom unknown = picture(limit(Outcome.NOT_CHECKED, OptionalLong.of(5), OptionalLong.empty()));
        assertThat(Drawn.bars(unknown, "bar")).isEmpty();
        assertThat(Drawn.texts(unknown)).contains("?", "room");
    }

    @Test
    void whatCameOutIsSaidByASignToo() {
        Headroom picture = picture(
                limit(Outcome.BROKEN, 2, 1),
                limit(Outcome.WARNING, 2, 1),
                limit(Outcome.KEPT, 1, 2),
                limit(Outcome.NOTHING, OptionalLong.empty(), OptionalLong.empty()));
        assertThat(Drawn.texts(picture)).containsSubsequence("✕", "!", "✓", "–");
    }

    @Test
    void aBarEndsOnTheSideOfTheLineOnWhichItsNumberIs() {
        LimitScale scale = new LimitScale(170, 340);
        for (int round = 0; round < 2000; round++) {
            Random random = new Random(SEED + round);
            long allowed = random.nextLong(1L << random.nextInt(1, 63));
            long actual = random.nextBoolean() ? random.nextLong(1L << random.nextInt(1, 63)) : allowed;
            int length = scale.length(actual, allowed);
            assertThat(length).as("seed %d", SEED + round).isBetween(0, 340);
            assertThat(Integer.signum(Integer.compare(length, 170)))
                    .as("seed %d", SEED + round)
                    .isEqualTo(Long.compare(actual, allowed));
        }
    }

    @Test
    void aVerdictNeedsTwoNumbers() {
        assertThatThrownBy(() -> limit(Outcome.KEPT, OptionalLong.of(1), OptionalLong.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
