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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of a workbook, as it is read by code that has not written it. */
class WorkbookFileTest {
    private static final List<SheetColumn> COLUMNS =
            List.of(new SheetColumn("layer", false, 20), new SheetColumn("costs", true, 12));

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
                "the \"<costs>\"",
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
        assertThat(read.names()).containsExactly("the \"<costs>\"");
        assertThat(read.rows("the \"<costs>\""))
                .containsExactly(
                        List.of("layer", "costs"),
                        List.of("a", BigDecimal.valueOf(3)),
                        List.of("b", BigDecimal.valueOf(4)),
                        List.of("total", new ReadBack.Formula("SUBTOTAL(109,B2:B3)")));
    }

    @Test
    void valuesOfEachKindAreReadBack() throws IOException {
        SheetCell flag = new SheetCell(new SheetValue.Flag(true), Look.GOOD);
        SheetCell ratio = new SheetCell(new SheetValue.Number(new BigDecimal("2.5"), NumberFormat.RATIO), Look.BAD);
        Sheet sheet = sheet("all", List.of(List.of(flag, ratio), List.of(SheetCell.EMPTY, count(-2))), List.of());
        assertThat(ReadBack.of(written("", sheet)).rows("all"))
                .contains(List.of(true, new BigDecimal("2.5")), List.of("", BigDecimal.valueOf(-2)));
    }

    private static String styleOf(String cell, byte[] workbook) throws IOException {
        Matcher style = Pattern.compile("<c r=\"" + cell + "\" s=\"(\\d+)\"")
                .matcher(part("xl/worksheets/sheet1.xml", workbook));
        int number = style.find() ? Integer.parseInt(style.group(1)) : 0;
        String all = part("xl/styles.xml", workbook);
        return all.substring(all.indexOf("<cellXfs")).split("<xf ")[number + 1];
    }

    /** Formats of spreadsheets have numbers of their own; 0 is that of nothing special (ECMA-376-1, 18.8.30). */
    private static String formatOf(String cell, byte[] workbook) throws IOException {
        Matcher number = Pattern.compile("numFmtId=\"(\\d+)\"").matcher(styleOf(cell, workbook));
        assertThat(number.find()).isTrue();
        if (number.group(1).equals("0")) {
            return "General";
        }
        Matcher format = Pattern.compile("<numFmt numFmtId=\"" + number.group(1) + "\" formatCode=\"([^\"]*)\"")
                .matcher(part("xl/styles.xml", workbook));
        assertThat(format.find()).isTrue();
        return format.group(1);
    }

    /** What somebody types into a text cell stays a text; longer ones Excel has shown as signs in such cells. */
    @ParameterizedTest
    @CsvSource({"255, @", "256, General"})
    void textsStandInCellsForTexts(int length, String format) throws IOException {
        Sheet sheet = sheet("texts", List.of(List.of(SheetCell.text("1".repeat(length)), count(1))), List.of());
        byte[] workbook = written("", sheet);
        assertThat(formatOf("A2", workbook)).isEqualTo(format);
        assertThat(formatOf("B2", workbook)).isEqualTo("#,##0");
    }

    @Test
    void whatIsNotKnownStandsOnTheRightAsNumbersDoAndIsSeen() throws IOException {
        SheetCell unknown = new SheetCell(new SheetValue.Text("≥ 3"), Look.UNKNOWN);
        byte[] workbook = written("", sheet("a", List.of(List.of(SheetCell.text("a"), unknown)), List.of()));
        assertThat(styleOf("B2", workbook)).contains("<alignment horizontal=\"right\"/>");
        assertThat(styleOf("A2", workbook)).doesNotContain("alignment");
        assertThat(part("xl/styles.xml", workbook))
                .contains("<fgColor rgb=\"FFFFF4D6\"/>", "<color rgb=\"FF8A5A00\"/>");
    }

    @Test
    void theHeaderStaysInSightAndTheRowsAreFiltered() throws IOException {
        byte[] workbook = written("costs", costs());
        assertThat(part("xl/worksheets/sheet1.xml", workbook))
                .contains(
                        "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/>",
                        // Without the totals: these stand below whatever is filtered or sorted.
                        "<autoFilter ref=\"A1:B3\">");
        assertThat(part("xl/workbook.xml", workbook))
                .contains(
                        ">'the &quot;&lt;costs&gt;&quot;'!$A$1:$B$3</definedName>",
                        ">'the &quot;&lt;costs&gt;&quot;'!$1:$1</definedName>");
    }

    @Test
    void paragraphsAreNotFilteredAndHaveLines() throws IOException {
        List<List<SheetCell>> rows = List.of(List.of(SheetCell.text("a"), SheetCell.text("b c")));
        byte[] workbook = written("", new Sheet("about", COLUMNS, 1, true, 1, rows, List.of()));
        assertThat(part("xl/worksheets/sheet1.xml", workbook)).doesNotContain("autoFilter");
        assertThat(styleOf("B2", workbook)).contains("wrapText=\"true\"");
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
        assertThat(names).startsWith("[Content_Types].xml").contains("docProps/core.xml", "xl/worksheets/sheet2.xml");
        assertThat(part("docProps/core.xml", workbook))
                .contains("<dc:title>&lt;&amp;&gt; &quot;</dc:title>")
                .doesNotContain("created", "modified");
        assertThat(written("<&> \"", costs(), sheet("second", List.of(), List.of())))
                .isEqualTo(workbook);
    }

    /** U+FFFE and U+0001 cannot be written in XML 1.0 (section 2.2), and nobody sees them. */
    @Test
    void whatXmlHasNoRoomForIsLeftOut() throws IOException {
        Sheet sheet = sheet("a", List.of(List.of(SheetCell.text("<a>&\uFFFE\u0001\r\nb"), count(1))), List.of());
        assertThat(ReadBack.of(written("", sheet)).rows("a").get(1).get(0)).isEqualTo("<a>&\r\nb");
    }

    @Test
    void whatNoSpreadsheetWouldOpenIsRefused() {
        List<List<SheetCell>> one = List.of(List.of(SheetCell.text("a"), count(1)));
        assertThatThrownBy(() -> new WorkbookFile("", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SheetColumn("a", false, 256)).isInstanceOf(IllegalArgumentException.class);
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
