package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.document.Detail.Chart;
import io.archmeter.report.document.Detail.Mark;
import io.archmeter.report.document.Detail.Stretch;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.Page;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns over steps. Eight rows stand for the largest number, so that of 64 bytes a row is 8. */
class TextChartTest {
    private static String drawn(Chart chart, Glyphs glyphs, int width) {
        return String.join("\n", TextChart.lines(chart, new Page(glyphs, OptionalInt.of(width)))) + "\n";
    }

    private static Stretch stretch(String label, long... values) {
        return new Stretch(label, LongStream.of(values).boxed().toList());
    }

    private static Stretch rising(String label, int steps) {
        return stretch(label, LongStream.rangeClosed(1, steps).toArray());
    }

    private static Chart one(long... values) {
        return new Chart("", List.of(stretch("go", values)), new Mark(0, 1, "top"));
    }

    @Test
    void columnsRiseByEighthsOfARow() {
        assertThat(drawn(one(8, 64, 33, 1, 0, 40, 12, 60, 20, 63), Glyphs.UNICODE, 20))
                .isEqualTo("""
                64 B  █     ▄ ▇
                      █     █ █
                      █     █ █
                      █▁  █ █ █
                      ██  █ █ █
                      ██  █ █▄█
                      ██  █▄███
                 0 B ███▁ █████
                     ──────────
                     go
                      ^ top
                """);
    }

    /** 44 is 5½ rows, 43 less than that; 1 is seen, 0 is not. */
    @Test
    void asciiHasWholeRows() {
        assertThat(drawn(one(8, 64, 33, 1, 0, 44, 43), Glyphs.ASCII, 16)).isEqualTo("""
                64 B  #
                      #
                      #   #
                      #   ##
                      ##  ##
                      ##  ##
                      ##  ##
                 0 B #### ##
                     -------
                     go
                      ^ top
                """);
    }

    /** Four columns for each step are enough. */
    @Test
    void whereThereIsRoomAStepIsWider() {
        assertThat(drawn(one(16, 64), Glyphs.UNICODE, 40)).isEqualTo("""
                64 B     ████
                         ████
                         ████
                         ████
                         ████
                         ████
                     ████████
                 0 B ████████
                     ────────
                     go
                         ^ top
                """);
    }

    /** 20 steps in 10 columns: the larger of each two, 2 to 20, and the step 13 is one of 12 and 13. */
    @Test
    void whereThereIsNoneAColumnIsTheLargestOfSeveralSteps() {
        Chart chart = new Chart("", List.of(rising("g", 20)), new Mark(0, 13, "z"));

        assertThat(drawn(chart, Glyphs.ASCII, 15)).isEqualTo("""
                20 B          #
                             ##
                           ####
                          #####
                         ######
                        #######
                      #########
                 0 B ##########
                     ----------
                     g
                           ^ z
                """);
        assertThat(ChartColumns.of(chart, 10).values()).containsExactly(2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L, 18L, 20L);
    }

    @Test
    void stretchesStandApartAndTheLabelOfAMarkOnTheSideWithRoom() {
        Chart chart = new Chart(
                "",
                List.of(stretch("there", 8, 8, 8, 8, 8), stretch("back", 8, 8, 8, 8), stretch("end", 8)),
                new Mark(1, 3, "back of one"));

        assertThat(drawn(chart, Glyphs.ASCII, 19)).endsWith("""
                0 B ##### #### #
                    ------------
                    there back end
                             ^ back
                """);
        assertThat(drawn(chart, Glyphs.ASCII, 27)).endsWith("""
                    there back end
                             ^ back of one
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {35, 41, 47, 80, 200})
    void chartsFitTheirPage(int width) {
        Chart chart = new Chart(
                "",
                List.of(rising("forward", 500), rising("backward", 499), stretch("update", 7)),
                new Mark(1, 498, "backward of layer4.0.downsample.0"));
        for (Glyphs glyphs : Glyphs.values()) {
            List<String> lines = TextChart.lines(chart, new Page(glyphs, OptionalInt.of(width)));

            assertThat(lines).allMatch(line -> line.length() <= width);
            assertThat(lines.get(9)).contains("forward").contains("backward").endsWith(" update");
            assertThat(lines.get(10)).contains("^");
        }
    }

    /** A page that ends somewhere between the stretches still has a column for each. */
    @Test
    void aPageThatIsTooNarrowHasOneColumnForEachStretch() {
        Chart chart = new Chart("", List.of(rising("forward", 50), rising("backward", 49)), new Mark(0, 49, "a layer"));

        assertThat(ChartColumns.of(chart, 2).values()).containsExactly(50L, 0L, 49L);
        assertThat(drawn(chart, Glyphs.ASCII, 1)).contains("50 B # #\n");
    }

    @Test
    void aFileIsAsWideAsATerminal() {
        assertThat(TextChart.lines(new Chart("", List.of(rising("go", 1000)), new Mark(0, 0, "first")), Page.ENDLESS))
                .allMatch(line -> line.length() <= 100)
                .anyMatch(line -> line.length() > 95);
    }
}
