package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.nesting.DrawnModules;
import io.archmeter.report.GraphPicture;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.NetworkDrawing.Kind;
import io.archmeter.report.picture.NetworkDrawing.Level;
import io.archmeter.report.picture.NetworkDrawing.Line;
import io.archmeter.report.picture.NetworkDrawing.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacementTest {
    private static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static Level level(NetworkFacts network) {
        return ((NetworkDrawing) GraphPicture.of(network, true, Optional.of(1))).level();
    }

    /** The same with some modules open, as somebody may leave them. */
    private static Level opened(Level level, Random random) {
        List<Box> boxes = new ArrayList<>();
        for (Box box : level.boxes()) {
            Optional<Level> inside = box.inside().map(inner -> opened(inner, random));
            boxes.add(with(box, inside, inside.isPresent() && random.nextBoolean()));
        }
        return new Level(boxes, level.lines(), level.gaps(), level.width());
    }

    private static Box with(Box box, Optional<Level> inside, boolean open) {
        return new Box(
                box.kind(),
                box.path(),
                box.name(),
                box.about(),
                box.remark(),
                box.amounts(),
                box.row(),
                box.centre(),
                box.width(),
                box.height(),
                inside,
                open);
    }

    private static Box box(int row, int centre, Optional<Level> inside) {
        return new Box(Kind.MODULE, "m", "m", "", "", List.of(), row, centre, 100, 50, inside, inside.isPresent());
    }

    private static Box port(Kind kind, int row) {
        return new Box(kind, "", "", "", "", List.of(), row, 150, 0, 0, Optional.empty(), false);
    }

    /** A module of 100 by 50 with a box of 300 by 50 inside, a box on its right, and one below. */
    @Test
    void anOpenModulePushesItsNeighboursAside() {
        Box large =
                new Box(Kind.LAYER, "m.large", "large", "", "", List.of(), 1, 150, 300, 50, Optional.empty(), false);
        List<Line> through = List.of(
                new Line(0, 1, 0, 0, 0, 0, List.of(), "4", false), new Line(1, 2, 0, 0, 0, 0, List.of(), "4", false));
        Level inside =
                new Level(List.of(port(Kind.ENTRY, 0), large, port(Kind.EXIT, 2)), through, List.of(10, 16, 0), 300);
        Level level = new Level(
                List.of(box(0, 50, Optional.of(inside)), box(0, 174, Optional.empty()), box(1, 50, Optional.empty())),
                List.of(new Line(0, 2, 0, 0, 0, 0, List.of(), "4", false)),
                List.of(16, 0),
                224);

        Placement placement = new Placement(level);

        // 12 pixels beside the box of 300, 26 above and 12 below; inside 10 + 50 + 16.
        assertThat(placement.width(0)).isEqualTo(324);
        assertThat(placement.height(0)).isEqualTo(26 + 76 + 12);
        assertThat(placement.left(0)).isZero();
        // 24 pixels stay between both; the box below stays in the middle, which is now 162.
        assertThat(placement.left(1)).isEqualTo(324 + 24);
        assertThat(placement.left(2)).isEqualTo(162 - 50);
        assertThat(placement.top(2)).isEqualTo(114 + 16);
        assertThat(placement.width()).isEqualTo(324 + 24 + 100);
        assertThat(placement.path(level.lines().get(0))).isEqualTo("M162 114V130");
        // From the border above the name down to the box, and from the box to the border below.
        Placement within = placement.inside(0).orElseThrow();
        assertThat(within.path(through.get(0))).isEqualTo("M150 -26V10");
        assertThat(within.path(through.get(1))).isEqualTo("M150 60V76V88");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsOpenNothingLiesOnAnythingElse(long seed) {
        Level level = opened(level(DrawnModules.of(seed)), new Random(seed));
        requireApart(level, new Placement(level));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.archmeter.BundledModels#names")
    void ofABundledModelNothingLiesOnAnythingElse(String name) {
        Level closed = level(BundledModels.model(name).facts(DType.FLOAT32));
        for (long seed = 0; seed < 5; seed++) {
            Level level = opened(closed, new Random(seed));
            requireApart(level, new Placement(level));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameNetworkIsDrawnInTheSameWay(long seed) {
        assertThat(Svg.alone(GraphPicture.of(DrawnModules.of(seed), true, Optional.empty())))
                .isEqualTo(Svg.alone(GraphPicture.of(DrawnModules.of(seed), true, Optional.empty())));
    }

    private static void requireApart(Level level, Placement placed) {
        for (int box = 0; box < level.boxes().size(); box++) {
            String name = level.boxes().get(box).path();
            int right = placed.left(box) + placed.width(box);
            assertThat(placed.left(box)).as("left of %s", name).isNotNegative();
            assertThat(right).as("right of %s", name).isLessThanOrEqualTo(placed.width());
            assertThat(placed.top(box) + placed.height(box)).isLessThanOrEqualTo(placed.height());
            for (int other = 0; other < box; other++) {
                boolean beside =
                        right < placed.left(other) || placed.left(other) + placed.width(other) < placed.left(box);
                boolean above = placed.top(box) + placed.height(box) < placed.top(other)
                        || placed.top(other) + placed.height(other) < placed.top(box);
                assertThat(beside || above)
                        .as("%s and %s are apart", level.boxes().get(other).path(), name)
                        .isTrue();
            }
            if (placed.inside(box).isPresent()) {
                Placement inside = placed.inside(box).get();
                assertThat(inside.width() + 2 * Placement.PADDING).isLessThanOrEqualTo(placed.width(box));
                assertThat(Placement.HEAD + inside.height() + Placement.PADDING).isEqualTo(placed.height(box));
                requireApart(level.boxes().get(box).inside().get(), inside);
            }
        }
        level.lines().forEach(line -> requireDown(level, placed, line));
    }

    /** A line begins at the lower border of a box, ends at the upper border of one below, and passes beside all between them. */
    private static void requireDown(Level level, Placement placed, Line line) {
        assertThat(placed.top(line.from()) + placed.height(line.from())).isLessThan(placed.top(line.to()));
        assertThat(placed.begin(line))
                .isBetween(placed.left(line.from()), placed.left(line.from()) + placed.width(line.from()));
        assertThat(placed.end(line))
                .isBetween(placed.left(line.to()), placed.left(line.to()) + placed.width(line.to()));
        for (Stretch stretch : line.way()) {
            for (int box = 0; box < level.boxes().size(); box++) {
                int row = level.boxes().get(box).row();
                if (stretch.first() <= row && row <= stretch.last()) {
                    int x = placed.at(stretch);
                    assertThat(x < placed.left(box) || x > placed.left(box) + placed.width(box))
                            .as("a line beside %s", level.boxes().get(box).path())
                            .isTrue();
                }
            }
        }
    }
}
