package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.report.picture.Waterfall;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaterfallDrawingTest {
    private static final long SEED = 20261201;

    private static Waterfall.Step step(long amount) {
        return new Waterfall.Step("step " + amount, "", amount, Long.toString(amount), "");
    }

    private static Waterfall waterfall(long first, long... terms) {
        List<Waterfall.Step> steps = new ArrayList<>();
        long sum = first;
        for (long term : terms) {
            steps.add(step(term));
            sum += term;
        }
        return new Waterfall("terms", "from one to the other", "", step(first), steps, step(sum));
    }

    /** 100, then 150, then 30, of which 150 has 380 pixels: 100 has 253, and 30 has 76. */
    @Test
    void eachBarBeginsWhereTheOneBeforeItEnds() {
        Waterfall waterfall = waterfall(100, 50, -120);
        assertThat(Drawn.bars(waterfall, "series-0"))
                .containsExactly(new Drawn.Bar("series-0", 320, 253), new Drawn.Bar("series-0", 320, 76));
        assertThat(Drawn.bars(waterfall, "more")).containsExactly(new Drawn.Bar("more", 320 + 253, 380 - 253));
        assertThat(Drawn.bars(waterfall, "less")).containsExactly(new Drawn.Bar("less", 320 + 76, 380 - 76));
        assertThat(Drawn.texts(waterfall)).doesNotContain("the bars of the totals are cut");
    }

    /** From 1,000,000 to 1,000,020 the terms would have no pixel of a scale from zero. */
    @Test
    void smallTermsAreSeenBesideLargeTotalsWhichSayThatTheyAreCut() {
        Waterfall waterfall = waterfall(1_000_000, 30, -10);
        int more = Drawn.bars(waterfall, "more").get(0).width();
        int less = Drawn.bars(waterfall, "less").get(0).width();
        assertThat(more).isGreaterThan(200);
        assertThat(less).isBetween(more / 3 - 1, more / 3 + 1);
        assertThat(Drawn.texts(waterfall)).contains("the bars of the totals are cut: this scale does not begin at 0");
    }

    @Test
    void whatComesToNothingIsDrawn() {
        assertThat(Drawn.bars(waterfall(0), "series-0"))
                .containsExactly(new Drawn.Bar("series-0", 320, 0), new Drawn.Bar("series-0", 320, 0));
        assertThat(Drawn.bars(waterfall(5, -5), "less")).containsExactly(new Drawn.Bar("less", 320, 380));
    }

    @Test
    void allBarsLieInTheirRoomAndFollowEachOther() {
        for (int round = 0; round < 500; round++) {
            Random random = new Random(SEED + round);
            long sum = random.nextLong(1L << random.nextInt(1, 62));
            long first = sum;
            long[] terms = new long[random.nextInt(8)];
            for (int term = 0; term < terms.length; term++) {
                long stage = random.nextLong(1L << random.nextInt(1, 62));
                terms[term] = stage - sum;
                sum = stage;
            }
            Waterfall waterfall = waterfall(first, terms);
            List<Drawn.Bar> totals = Drawn.bars(waterfall, "series-0");
            List<Long> stages = waterfall.stages();
            for (String kind : List.of("series-0", "more", "less")) {
                assertThat(Drawn.bars(waterfall, kind))
                        .as("seed %d", SEED + round)
                        .allSatisfy(bar -> {
                            assertThat(bar.x()).isBetween(320, 700);
                            assertThat(bar.x() + bar.width()).isBetween(320, 701);
                        });
            }
            int larger = stages.get(0) > stages.get(stages.size() - 1) ? 0 : 1;
            assertThat(totals.get(larger).width())
                    .as("seed %d", SEED + round)
                    .isGreaterThanOrEqualTo(totals.get(1 - larger).width());
        }
    }

    @Test
    void termsThatDoNotLeadToTheEndAreRefused() {
        assertThatThrownBy(() -> new Waterfall("terms", "", "", step(3), List.of(step(4)), step(8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the terms lead from 3 to 7, and not to 8");
    }
}
