package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.graph.Shape;
import io.archmeter.problem.ProblemException;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.NamedDocument;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.workbook.ReadBack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as workbooks. */
class WorkbookWriterTest {
    private static final List<Column> COLUMNS =
            List.of(Column.name("layer", ""), Column.summed("parameters", ""), Column.number("held_bytes", ""));

    private static Row row(String layer, Cell parameters, long held) {
        return Row.of(new Cell.Text(layer), parameters, new Cell.Bytes(held));
    }

    private static Row row(String layer, long parameters, long held) {
        return row(layer, new Cell.Count(parameters), held);
    }

    private static Document document(Table table) {
        return new Document("test", 1, "a title", List.of(), table, List.of());
    }

    private static Document document(List<Row> rows, Row totals) {
        return document(Table.of("layers", COLUMNS, Section.of(Row.NONE, rows).with(totals)));
    }

    private static Document cell(Cell cell) {
        return document(Table.of("rows", List.of(Column.text("value", "")), List.of(Row.of(cell))));
    }

    private static ReadBack read(Document... documents) {
        return read(true, List.of(documents).stream().map(NamedDocument::of).toList());
    }

    private static ReadBack read(boolean explained, List<NamedDocument> documents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new WorkbookWriter(explained).write(documents, out);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return ReadBack.of(out.toByteArray());
    }

    private static Object only(Cell cell) {
        List<List<Object>> rows = read(cell(cell)).rows("rows");
        return rows.size() < 2 || rows.get(1).isEmpty() ? "" : rows.get(1).get(0);
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    @Test
    void aTotalIsAFormulaWhereItIsTheSumOfItsRows() {
        ReadBack read = read(document(List.of(row("a", 3, 30), row("b", 4, 20)), row("total", 7, 30)));
        assertThat(read.names()).containsExactly("layers", "about");
        assertThat(read.rows("layers"))
                .containsExactly(
                        List.of("layer", "parameters", "held_bytes"),
                        List.of("a", number("3"), number("30")),
                        List.of("b", number("4"), number("20")),
                        List.of("total", new ReadBack.Formula("SUBTOTAL(109,B2:B3)"), number("30")));
    }

    /** A peak of 30 with 30 and 0 is no sum, although it is as large; nor are weights that two layers share. */
    @Test
    void aTotalThatIsNoSumIsANumber() {
        ReadBack read = read(document(List.of(row("a", 3, 30), row("b", 3, 0)), row("total", 3, 30)));
        assertThat(read.rows("layers").get(3)).containsExactly("total", number("3"), number("30"));
    }

    /** A formula about no rows would be about itself. */
    @Test
    void theTotalOfNoRowsIsANumber() {
        ReadBack read = read(document(List.of(), row("total", 0, 0)));
        assertThat(read.rows("layers").get(1)).containsExactly("total", number("0"), number("0"));
    }

    @Test
    void whatIsNotKnownIsATextAndItsTotalToo() {
        Cell unknown = new Cell.AtLeast(new Cell.Count(0), true);
        Cell atLeast = new Cell.AtLeast(new Cell.Count(1_234_567), false);
        ReadBack read = read(document(List.of(row("a", 1_234_567, 1), row("b", unknown, 1)), row("total", atLeast, 1)));
        assertThat(read.column("layers", "parameters")).containsExactly(number("1234567"), "?", "≥ 1,234,567");
    }

    @Test
    void aNumberIsNoTextAndHasNoUnit() {
        assertThat(only(new Cell.Count(61_100_840))).isEqualTo(number("61100840"));
        assertThat(only(new Cell.Bytes(1536))).isEqualTo(number("1536"));
        assertThat(only(new Cell.BytesChange(-1536))).isEqualTo(number("-1536"));
        assertThat(only(new Cell.Flag(false, "inference"))).isEqualTo(false);
        assertThat(only(Cell.EMPTY)).isEqualTo("");
    }

    /** 1/8 of the whole, a third less, and a third; 15 digits are what a spreadsheet keeps. */
    @Test
    void aQuotientIsANumberThatCanBeComputedWith() {
        assertThat(only(new Cell.Percent(1, 8))).isEqualTo(number("0.125"));
        assertThat(only(new Cell.PercentChange(-1, 3))).isEqualTo(number("-0.333333333333333"));
        assertThat(only(new Cell.Ratio(1, 3))).isEqualTo(number("0.333333333333333"));
    }

    /** 2^53 + 1 = 9,007,199,254,740,993 is the first whole number that is none among those of a spreadsheet; it shows 15 digits. */
    @Test
    void aNumberOfMoreDigitsThanASpreadsheetKeepsIsAText() {
        assertThat(only(new Cell.Count(999_999_999_999_999L))).isEqualTo(number("999999999999999"));
        assertThat(only(new Cell.Count(1_000_000_000_000_000L))).isEqualTo("1000000000000000");
        assertThat(only(new Cell.Count(9_007_199_254_740_993L))).isEqualTo("9007199254740993");

        ReadBack read = read(document(
                List.of(row("a", 999_999_999_999_999L, 1), row("b", 1, 1)), row("total", 1_000_000_000_000_000L, 1)));
        assertThat(read.column("layers", "parameters"))
                .containsExactly(number("999999999999999"), number("1"), "1000000000000000");
        assertThat(read.column("about", "value"))
                .anyMatch(note -> note.toString().contains("more than 15 digits"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.10", "1e3", "=1+1", "+1", "-1", "@x", "1-2", "dec1", "TRUE", "'quoted", " spaces ", "<b>&amp;"
            })
    void aTextStaysTheTextThatItIs(String text) {
        assertThat(only(new Cell.Text(text))).isEqualTo(text);
    }

    @Test
    void aShapeIsATextAndWhatHasSeveralValuesToo() {
        assertThat(only(new Cell.OneShape(Shape.of(64)))).isEqualTo("64");
        assertThat(only(new Cell.Shapes(List.of(Shape.of(1, 2), Shape.of(3))))).isEqualTo("1x2;3");
        assertThat(only(new Cell.Items(List.of(new Cell.Text("=a"), new Cell.Text("b")))))
                .isEqualTo("=a;b");
        assertThat(only(new Cell.Text("a\u0000\u202Eb"))).isEqualTo("a\\u0000\\u202eb");
    }

    private static Table sections(boolean totals) {
        List<Column> heading =
                List.of(Column.name("model", ""), Column.text("title", "").only(Audience.PROGRAMS));
        List<Section> sections = List.of("net", "about", "net").stream()
                .map(model -> {
                    Section section =
                            Section.of(Row.of(new Cell.Text(model), new Cell.Text("x")), List.of(row("a", 3, 30)));
                    return totals ? section.with(row("total", 3, 30)) : section;
                })
                .toList();
        return new Table("models", "layers", Table.Layout.GRID, heading, COLUMNS, sections);
    }

    @Test
    void sectionsStandBelowEachOtherWithWhatTheyHaveInCommonInFront() {
        ReadBack read = read(document(sections(false)));
        assertThat(read.names()).containsExactly("layers", "about");
        assertThat(read.rows("layers").get(0)).containsExactly("model", "layer", "parameters", "held_bytes");
        assertThat(read.column("layers", "model")).containsExactly("net", "about", "net");
    }

    @Test
    void sectionsWithTotalsHaveSheetsOfTheirOwn() {
        ReadBack read = read(document(sections(true)));
        assertThat(read.names()).containsExactly("net", "about (2)", "net (2)", "about");
        assertThat(read.column("net (2)", "layer")).containsExactly("a", "total");
    }

    @Test
    void whatHoldsForAllStandsOnTheLastSheet() {
        List<HeaderField> facts = List.of(
                HeaderField.above("batch", "batch", new Cell.Count(8)),
                HeaderField.of("figures", Cell.Members.of(new Cell.Member("a", new Cell.Bytes(5)))),
                HeaderField.of("warnings", new Cell.Items(List.of(new Cell.Text("for programs")))),
                HeaderField.of("nothing", Cell.EMPTY));
        Table table = Table.of("layers", COLUMNS, List.of(row("a", 1, 1)));
        Document document = new Document(
                        "test",
                        1,
                        "=a title",
                        facts,
                        table,
                        List.of(Note.of("of parameters", "parameters"), Note.of("of what is not there", "share")))
                .noting("found");
        List<List<Object>> expected = List.of(
                List.of("what", "value"),
                List.of("about", "=a title"),
                List.of("batch", number("8")),
                List.of("figures a", number("5")),
                List.of("result", "found"));
        assertThat(read(false, List.of(NamedDocument.of(document))).rows("about"))
                .isEqualTo(expected);
        assertThat(read(document).rows("about")).hasSize(6).endsWith(List.of("note", "of parameters"));
    }

    /** 1,048,576 rows are what Excel has room for ("Excel specifications and limits"); two of them are header and totals. */
    @Test
    void moreRowsThanASheetHasRoomForAreRefusedBeforeAnythingIsWritten() {
        Row row = row("a", 1, 1);
        Document tooMany = document(Collections.nCopies(1_048_575, row), row);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> new WorkbookWriter(true).write(List.of(NamedDocument.of(tooMany)), out))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .hasToString(
                                        "archmeter test: error: [too-many-rows] a sheet has room for 1,048,574 rows, and here are 1,048,575\n"
                                                + "    remedy: write CSV, which has room for all: --format csv"));
        assertThat(out.size()).isZero();
    }
}
