package io.archmeter.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.archmeter.layout.Sheet.Band;
import io.archmeter.layout.Sheet.Box;
import io.archmeter.layout.Sheet.Line;
import io.archmeter.program.Growth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
    private static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static Box box(int width) {
        return new Box(width, Band.FREE);
    }

    private static Sheet sheet(List<Box> boxes, Line... lines) {
        return new Sheet(boxes, List.of(lines), List.of());
    }

    @Test
    void aChainStandsInOneColumn() {
        Layout layout = Layout.of(sheet(List.of(box(100), box(40), box(100)), new Line(0, 0, 1), new Line(1, 1, 2)));
        assertThat(layout.rows()).containsExactly(0, 1, 2);
        assertThat(layout.centres()).containsExactly(50, 50, 50);
        assertThat(layout.width()).isEqualTo(100);
    }

    /** Two branches between one box and another: both stand beside each other, and the two boxes in the middle. */
    @Test
    void branchesStandBesideEachOther() {
        Layout layout = Layout.of(sheet(
                List.of(box(100), box(100), box(100), box(100)),
                new Line(0, 0, 1),
                new Line(0, 0, 2),
                new Line(1, 1, 3),
                new Line(2, 2, 3)));
        assertThat(layout.rows()).containsExactly(0, 1, 1, 2);
        // Boxes are 24 pixels from each other, their middles 124.
        assertThat(layout.centres()).containsExactly(112, 50, 174, 112);
        assertThat(layout.width()).isEqualTo(224);
    }

    /** A shortcut around three boxes goes straight down in one stretch, beside them. */
    @Test
    void aShortcutIsStraight() {
        Layout layout = Layout.of(sheet(
                List.of(box(20), box(100), box(100), box(100), box(20)),
                new Line(0, 0, 1),
                new Line(1, 1, 2),
                new Line(2, 2, 3),
                new Line(3, 3, 4),
                new Line(0, 0, 4)));
        assertThat(layout.ways().get(0)).isEmpty();
        assertThat(layout.ways().get(4)).singleElement().satisfies(stretch -> {
            assertThat(stretch.first()).isEqualTo(1);
            assertThat(stretch.last()).isEqualTo(3);
            assertThat(Math.abs(stretch.x() - layout.centres().get(1))).isGreaterThan(50);
        });
    }

    /** A weight that is added three rows further down stands beside the row above, and not at the top. */
    @Test
    void whatNothingLeadsToStandsWhereItIsTaken() {
        Layout layout = Layout.of(sheet(
                List.of(new Box(20, Band.TOP), box(20), box(20), box(20), box(20)),
                new Line(0, 0, 1),
                new Line(1, 1, 2),
                new Line(2, 2, 4),
                new Line(3, 3, 4)));
        assertThat(layout.rows()).containsExactly(0, 1, 2, 2, 3);
    }

    @Test
    void exitsAreInTheLastRow() {
        Layout layout = Layout.of(sheet(
                List.of(box(20), box(20), new Box(0, Band.BOTTOM), new Box(0, Band.BOTTOM)),
                new Line(0, 0, 1),
                new Line(0, 0, 2),
                new Line(1, 1, 3)));
        assertThat(layout.rows()).containsExactly(0, 1, 2, 2);
        assertThat(layout.ways().get(1)).hasSize(1);
    }

    /** Entries 0, 1, 2 lead to 5, 4, 3: where the first row is free nothing crosses, and where it is not it keeps its order. */
    @Test
    void theFirstRowKeepsTheOrderThatItMustHave() {
        List<Box> boxes =
                List.of(new Box(0, Band.TOP), new Box(0, Band.TOP), new Box(0, Band.TOP), box(40), box(40), box(40));
        List<Line> lines = List.of(new Line(0, 0, 5), new Line(1, 1, 4), new Line(2, 2, 3));
        List<Integer> kept =
                Layout.of(new Sheet(boxes, lines, List.of(2, 0, 1))).centres();
        assertThat(kept.get(2)).isLessThan(kept.get(0));
        assertThat(kept.get(0)).isLessThan(kept.get(1));
        assertThat(kept.get(3)).isLessThan(kept.get(5));
        assertThat(kept.get(5)).isLessThan(kept.get(4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linesGoDown(long seed) {
        Sheet sheet = DrawnSheet.of(seed);
        Layout layout = Layout.of(sheet);
        for (int number = 0; number < sheet.lines().size(); number++) {
            Line line = sheet.lines().get(number);
            List<Integer> passed = new ArrayList<>();
            for (Layout.Stretch stretch : layout.ways().get(number)) {
                IntStream.rangeClosed(stretch.first(), stretch.last()).forEach(passed::add);
            }
            int from = layout.rows().get(line.from());
            int to = layout.rows().get(line.to());
            assertThat(from).isLessThan(to);
            assertThat(passed)
                    .as("rows between")
                    .isEqualTo(IntStream.range(from + 1, to).boxed().toList());
        }
    }

    /** In each row boxes are at least 24 pixels from each other, and a line that passes is at least 17 from each box. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingLiesOnAnythingElse(long seed) {
        Sheet sheet = DrawnSheet.of(seed);
        Layout layout = Layout.of(sheet);
        for (int box = 0; box < sheet.boxes().size(); box++) {
            int left = layout.centres().get(box) - sheet.boxes().get(box).width() / 2;
            int right = layout.centres().get(box) + sheet.boxes().get(box).width() / 2;
            assertThat(left).isNotNegative();
            assertThat(right).isLessThanOrEqualTo(layout.width());
            for (int other = 0; other < box; other++) {
                if (layout.rows().get(box).equals(layout.rows().get(other))) {
                    int half = sheet.boxes().get(other).width() / 2;
                    int centre = layout.centres().get(other);
                    assertThat(centre + half + 24 <= left || right + 24 <= centre - half)
                            .as("boxes %d and %d are apart", other, box)
                            .isTrue();
                }
            }
            for (List<Layout.Stretch> way : layout.ways()) {
                for (Layout.Stretch stretch : way) {
                    if (stretch.first() <= layout.rows().get(box)
                            && layout.rows().get(box) <= stretch.last()) {
                        assertThat(stretch.x() < left - 16 || stretch.x() > right + 16)
                                .as("a line beside box %d", box)
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameSheetIsLaidOutInTheSameWay(long seed) {
        assertThat(Layout.of(DrawnSheet.of(seed))).isEqualTo(Layout.of(DrawnSheet.of(seed)));
    }

    @Test
    void aLineThatGoesUpIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sheet(List.of(box(20), box(20)), new Line(0, 1, 0)))
                .withMessage("no way from 1 to 0");
    }

    /** A box for each, a line to the next, and one over ten boxes. */
    static final class Shortcuts implements IntConsumer {
        @Override
        public void accept(int size) {
            List<Box> boxes = new ArrayList<>();
            List<Line> lines = new ArrayList<>();
            for (int place = 0; place < size; place++) {
                boxes.add(new Box(100, Band.FREE));
                if (place > 0) {
                    lines.add(new Line(2 * (place - 1), place - 1, place));
                }
                if (place >= 10) {
                    lines.add(new Line(2 * (place - 10) + 1, place - 10, place));
                }
            }
            Layout.of(new Sheet(boxes, lines, List.of()));
        }
    }

    @Test
    void aLevelOfTwiceAsManyBoxesTakesAboutTwiceAsLong() {
        Growth.requireProportional(Shortcuts.class, 500);
    }

    /** 1,000 values that are all joined at the end would pass 500,000 rows; most of them go beside everything. */
    @Test
    void whatAllMeetsAtTheEndIsLaidOutToo() {
        List<Box> boxes = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < 1000; place++) {
            boxes.add(box(100));
            if (place > 0) {
                lines.add(new Line(place - 1, place - 1, place));
                lines.add(new Line(place - 1, place - 1, 1000));
            }
        }
        boxes.add(box(100));
        lines.add(new Line(999, 999, 1000));
        Layout layout = Layout.of(new Sheet(boxes, lines, List.of()));
        // Those of the last 200 boxes pass 199 · 200 / 2 = 19,900 rows, with one more 20,100: more than 20,000.
        List<Layout.Stretch> first = layout.ways().get(1);
        assertThat(first).singleElement().satisfies(stretch -> {
            assertThat(stretch.first()).isEqualTo(1);
            assertThat(stretch.last()).isEqualTo(999);
            assertThat(layout.centres()).allMatch(centre -> centre + 50 < stretch.x());
        });
    }
}
