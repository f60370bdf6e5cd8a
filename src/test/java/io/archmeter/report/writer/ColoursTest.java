package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tone;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.Page;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What means something has a colour where there are colours, and stands where it stood. */
class ColoursTest {
    private static final Pattern SGR = Pattern.compile("\u001B\\[[0-9;]*m");

    private static Document document() {
        List<Column> columns = List.of(
                Column.text("verdict", "verdict"),
                Column.number("change", "change"),
                Column.number("observed", "observed"),
                Column.text("bar", ""));
        List<Row> rows = List.of(
                Row.of(
                        new Cell.Toned(Tone.PROBLEM, new Cell.Text("broken")),
                        new Cell.Toned(Tone.WORSE, new Cell.CountChange(12)),
                        new Cell.Compared(new Cell.ExactCount(1), new Cell.ExactCount(2)),
                        new Cell.Bar(1, 1)),
                Row.of(
                        new Cell.Text("kept"),
                        new Cell.Toned(Tone.BETTER, new Cell.CountChange(-3)),
                        new Cell.Compared(new Cell.ExactCount(1), new Cell.ExactCount(1)),
                        new Cell.Bar(0, 1)));
        Detail warning = Detail.Remark.of(Tone.WARNING, "a warning");
        Detail remark = Detail.Remark.of(Tone.PROBLEM, "a remark that does not fit into one line of the page");
        Detail chart = new Detail.Chart(
                "bytes", List.of(new Detail.Stretch("go", List.of(1L, 2L))), new Detail.Mark(0, 1, "here"));
        Table table = Table.of("rows", columns, Section.of(Row.NONE, rows).with(List.of(warning, remark, chart)));
        return new Document("test", 1, "title", List.of(), table, List.of());
    }

    private static Page page(int width) {
        return new Page(Glyphs.UNICODE, OptionalInt.of(width));
    }

    @Test
    void eachMeaningHasAColour() {
        assertThat(Written.as(Format.TEXT, document(), page(40).inColour()))
                .startsWith("""
                title

                verdict  change  observed
                ───────────────────────────────────
                <1;31>broken<0>      <31>+12<0>     <1;31>1 ≠ 2<0>  <36>████████<0>
                kept         <32>−3<0>       1 =

                <1;33>a warning<0>

                <1;31>a remark that does not fit into one line<0>
                <1;31>  of the page<0>

                bytes
                2 B <36>    ████<0>
                """.replaceAll("<([0-9;]+)>", "\u001B[$1m"));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 40, 100})
    void withoutTheirColoursTextsAreTheSame(int width) {
        String plain = Written.as(Format.TEXT, document(), page(width));
        String coloured = Written.as(Format.TEXT, document(), page(width).inColour());

        assertThat(plain).doesNotContain("\u001B");
        assertThat(SGR.matcher(coloured).replaceAll("")).isEqualTo(plain).isNotEqualTo(coloured);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"CSV", "JSON", "MARKDOWN"})
    void otherFormatsHaveNone(Format format) {
        assertThat(Written.as(format, document(), page(40).inColour()))
                .isEqualTo(Written.as(format, document()))
                .doesNotContain("\u001B");
    }
}
