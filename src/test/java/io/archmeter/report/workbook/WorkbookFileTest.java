package io.archmeter.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of a workbook, as a library reads it that has not written it. */
class WorkbookFileTest {
    private static final List<SheetColumn> COLUMNS =
            List.of(new SheetColumn("layer", false, 20, false), new SheetColumn("costs", true, 12, true));

    private static SheetCell count(long count) {
        return new SheetCell(new SheetValue.Number(BigDecimal.valueOf(count), NumberFormat.COUNT), Look.PLAIN);
    }

    private static SheetCell sum(long sum) {
        return new SheetCell(new SheetValue.Sum(BigDecimal.valueOf(sum), NumberFormat.COUNT), Look.PLAIN);
    }

    private static Sheet sheet(String name, List<List<SheetCell>> rows, List<SheetCell> totals) {
        return new Sheet(name, COLUMNS, 1, false, rows.size(), rows, totals);
    }

    private static Sheet costs() {
        return sheet(
                "it's \"<costs>\"",
                List.of(List.of(SheetCell.text("a"), count(3)), List.of(SheetCell.text("b"), count(4))),
                List.of(SheetCell.text("total"), sum(7)));
    }

    private static byte[] written(String title, Sheet... sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkbookFile(title, List.of(sheets)).writeTo(out);
        return out.toByteArray();
    }

    private static String part(String name, byte[] workbook) throws IOException {
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(archive.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalArgumentException("no part " + name);
    }

    @Test
    void cellsAreReadBackAsTheyAre() throws IOException {
        ReadBack read = ReadBack.of(written("costs", costs()));
        assertThat(read.names()).containsExactly("it's \"<costs>\"");
        assertThat(read.rows("it's \"<costs>\""))
                .containsExactly(
                        List.of("layer", "costs"),
                        List.of("a", BigDecimal.valueOf(3)),
                        List.of("b", BigDecimal.valueOf(4)),
                        List.of("total", new ReadBack.Computed("SUBTOTAL(109,B2:B3)", BigDecimal.valueOf(7))));
    }

    @Test
    void valuesOfEachKindAreReadBack() throws IOException {
        SheetCell flag = new SheetCell(new SheetValue.Flag(true), Look.GOOD);
        SheetCell ratio = new SheetCell(new SheetValue.Number(new BigDecimal("2.5"), NumberFormat.RATIO), Look.BAD);
        Sheet sheet = sheet("all", List.of(List.of(flag, ratio), List.of(SheetCell.EMPTY, count(-2))), List.of());
        assertThat(ReadBack.of(written("", sheet)).rows("all"))
                .contains(List.of(true, new BigDecimal("2.5")), List.of("", BigDecimal.valueOf(-2)));
    }

    /** What somebody types into a text cell stays a text; longer ones Excel has shown as signs in such cells. */
    @ParameterizedTest
    @CsvSource({"255, @", "256, General"})
    void textsStandInCellsForTexts(int length, String format) throws IOException {
        Sheet sheet = sheet("texts", List.of(List.of(SheetCell.text("1".repeat(length)), count(1))), List.of());
        String styles = part("xl/styles.xml", written("", sheet));
        assertThat(styles.contains("<xf numFmtId=\"49\"")).isTrue();
        String row = part("xl/worksheets/sheet1.xml", written("", sheet))
                .lines()
                .filter(line -> line.startsWith("<row r=\"2\""))
                .findFirst()
                .orElseThrow();
        // The first style is that of nothing special; the header's is the second.
        assertThat(row.startsWith("<row r=\"2\"><c r=\"A2\" s=\"0\"")).isEqualTo(format.equals("General"));
    }

    @Test
    void theHeaderStaysInSightAndTheRowsAreFiltered() throws IOException {
        byte[] workbook = written("costs", costs());
        assertThat(part("xl/worksheets/sheet1.xml", workbook))
                .contains(
                        "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/>",
                        // Without the totals: these stand below whatever is filtered or sorted.
                        "<autoFilter ref=\"A1:B3\"/>",
                        "<conditionalFormatting sqref=\"B2:B3\"><cfRule type=\"dataBar\"");
        assertThat(part("xl/workbook.xml", workbook))
                .contains(
                        "localSheetId=\"0\" hidden=\"1\">'it''s &quot;&lt;costs&gt;&quot;'!$A$1:$B$3</definedName>",
                        ">'it''s &quot;&lt;costs&gt;&quot;'!$1:$1</definedName>");
    }

    @Test
    void allPartsAreXmlWithoutATime() throws Exception {
        byte[] workbook = written("<&> \"", costs(), sheet("second", List.of(), List.of()));
        List<String> names = new ArrayList<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
                byte[] part = archive.readAllBytes();
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(part));
            }
        }
        assertThat(names)
                .containsExactly(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "docProps/core.xml",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/worksheets/sheet1.xml",
                        "xl/worksheets/sheet2.xml",
                        "xl/styles.xml");
        assertThat(part("docProps/core.xml", workbook))
                .contains("<dc:title>&lt;&amp;&gt; &quot;</dc:title>")
                .doesNotContain("created", "modified");
        assertThat(written("<&> \"", costs(), sheet("second", List.of(), List.of())))
                .isEqualTo(workbook);
    }

    @ParameterizedTest
    @CsvSource({"0, A", "25, Z", "26, AA", "51, AZ", "52, BA", "701, ZZ", "702, AAA", "16383, XFD"})
    void columnsHaveLetters(int column, String letters) {
        assertThat(CellAddress.column(column)).isEqualTo(letters);
    }

    @Test
    void whatNoSpreadsheetWouldOpenIsRefused() {
        List<List<SheetCell>> one = List.of(List.of(SheetCell.text("a"), count(1)));
        assertThatThrownBy(() -> new WorkbookFile("", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SheetColumn("a", false, 256, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sheet("a", List.of(), 0, false, 0, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sheet("a", COLUMNS, 0, false, 1_048_575, one, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sheet("a", one, List.of(SheetCell.EMPTY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Rows are asked for one after the other, so that they need not be there all at one time. */
    @Test
    void rowsAreMadeAsTheyAreWritten() throws IOException {
        int rows = 20_000;
        Sheet sheet = new Sheet(
                "many",
                COLUMNS,
                1,
                false,
                rows,
                () -> IntStream.range(0, rows)
                        .mapToObj(row -> List.of(SheetCell.text("layer" + row), count(row)))
                        .iterator(),
                List.of(SheetCell.text("total"), sum(199_990_000)));
        ReadBack read = ReadBack.of(written("many", sheet));
        assertThat(read.rows("many")).hasSize(20_002);
        assertThat(read.rows("many").get(20_000)).isEqualTo(List.of("layer19999", BigDecimal.valueOf(19_999)));
    }
}
