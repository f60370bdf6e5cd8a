package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.document.Column;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which columns a page has room for, of tables that chance makes. */
class GridFitTest {
    private static final int GAP = 2;
    private static final int SHORTEST_NAME = 12;

    @Test
    void whatIsShownFitsAndNothingIsMissingThatWouldFit() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            List<Column> columns = columns(random);
            int[] widths =
                    columns.stream().mapToInt(column -> 1 + random.nextInt(30)).toArray();
            int width = 1 + random.nextInt(250);
            GridFit fit = GridFit.of(columns, widths, new Page(Glyphs.UNICODE, OptionalInt.of(width)));

            boolean fits = fit.total() <= width;
            assertThat(fits || fit.columns().size() <= 2)
                    .as("seed %d fits", seed)
                    .isTrue();
            for (int column : fit.columns()) {
                int least = columns.get(column).kind() != Column.Kind.NUMBER
                        ? Math.min(SHORTEST_NAME, widths[column])
                        : widths[column];
                assertThat(fit.width(column))
                        .as("seed %d, column %d", seed, column)
                        .isBetween(least, widths[column]);
            }
            for (int order = 1; order <= 4 && fits; order++) {
                assertThat(isMissing(order, columns, fit) && fit.total() + width(order, columns, widths) <= width)
                        .as("seed %d has room for order %d", seed, order)
                        .isFalse();
            }
        }
    }

    /** 10 of the name, 8 of each number and 24 of 60 for the sentence, with gaps of 2: 56 with both numbers. */
    @Test
    void aSentenceLeavesItsEndToAnotherColumn() {
        List<Column> columns = List.of(
                Column.text("name", "name"),
                Column.number("first", "first").leaving(1),
                Column.number("second", "second"),
                Column.phrase("words", "words"));
        int[] widths = {10, 8, 8, 60};

        GridFit narrow = GridFit.of(columns, widths, new Page(Glyphs.UNICODE, OptionalInt.of(55)));
        assertThat(narrow.columns()).containsExactly(0, 2, 3);
        assertThat(narrow.width(3)).isEqualTo(55 - 10 - 8 - 2 * GAP);

        GridFit wide = GridFit.of(columns, widths, new Page(Glyphs.UNICODE, OptionalInt.of(56)));
        assertThat(wide.columns()).containsExactly(0, 1, 2, 3);
        assertThat(wide.width(3)).isEqualTo(24);
        assertThat(wide.total()).isEqualTo(56);
    }

    /** 20 of the name and 8 of each number, with gaps of 2: 40, of which the name could give 8. */
    @Test
    void columnsThatWereAskedForStayAndAreWholeWhereThereIsNoRoomForThem() {
        List<Column> columns = List.of(
                Column.name("name", "name").leaving(Column.STAYING),
                Column.number("first", "first").leaving(Column.STAYING),
                Column.number("second", "second").leaving(Column.STAYING));
        int[] widths = {20, 8, 8};

        GridFit shortened = GridFit.of(columns, widths, new Page(Glyphs.UNICODE, OptionalInt.of(32)));
        assertThat(shortened.columns()).containsExactly(0, 1, 2);
        assertThat(shortened.width(0)).isEqualTo(12);

        GridFit wider = GridFit.of(columns, widths, new Page(Glyphs.UNICODE, OptionalInt.of(31)));
        assertThat(wider.columns()).containsExactly(0, 1, 2);
        assertThat(wider.total()).isEqualTo(40);
        assertThat(wider.left()).isEmpty();
    }

    private static List<Column> columns(Random random) {
        List<Column> columns = new ArrayList<>(List.of(Column.name("name", "name")));
        int more = 1 + random.nextInt(9);
        for (int i = 0; i < more; i++) {
            columns.add(Column.number("c" + i, "c" + i).leaving(random.nextInt(5)));
        }
        if (random.nextBoolean()) {
            columns.add(Column.phrase("words", "words"));
        }
        return columns;
    }

    private static boolean isMissing(int order, List<Column> columns, GridFit fit) {
        return width(order, columns, columns.stream().mapToInt(column -> 1).toArray()) > 0
                && fit.columns().stream()
                        .noneMatch(column -> columns.get(column).leaves() == order);
    }

    /** What the columns of an order take, with the gaps before them. */
    private static int width(int order, List<Column> columns, int[] widths) {
        int width = 0;
        for (int column = 0; column < columns.size(); column++) {
            width += columns.get(column).leaves() == order ? GAP + widths[column] : 0;
        }
        return width;
    }
}
