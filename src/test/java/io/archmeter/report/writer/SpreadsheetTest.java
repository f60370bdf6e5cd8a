package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.Shape;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV that a spreadsheet opens; what spreadsheets make of texts is what Excel and LibreOffice do when they open a file. */
class SpreadsheetTest {
    private static Document of(Cell cell) {
        Table table = Table.of(
                "rows",
                List.of(Column.text("value", ""), Column.text("after", "")),
                List.of(Row.of(cell, new Cell.Text("a"))));
        return new Document("test", 1, "", List.of(), table, List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.10",
                "007",
                "1.2",
                "1-2",
                "1/2",
                "1 / 2",
                "1e5",
                "1E5",
                "1d5",
                ".5",
                "(5)",
                "10%",
                "1,000",
                "12:30",
                "5 pm",
                "$5",
                "２",
                "TRUE",
                "false",
                "dec1",
                "DEC-1",
                "Sept 2",
                "mar1",
                "1 jan",
                "3-May-2020",
                "oct.7"
            })
    void whatLooksLikeANumberADateOrATruthValueStaysAText(String text) {
        assertThat(Written.spreadsheet(of(new Cell.Text(text))))
                .isEqualTo("\uFEFFvalue,after\r\n\"=\"\"" + text + "\"\"\",a\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv1",
                "layer1.0.conv1",
                "decoder1",
                "1x64x112x112",
                "7x7",
                "3 more",
                "marker",
                "true_branch",
                "v1.2",
                "max",
                "e5",
                "0{i}"
            })
    void everyOtherTextIsAsItIs(String text) {
        assertThat(Written.spreadsheet(of(new Cell.Text(text)))).isEqualTo("\uFEFFvalue,after\r\n" + text + ",a\r\n");
    }

    @Test
    void theShapeOfAVectorIsATextAndACountIsANumber() {
        assertThat(Written.spreadsheet(of(new Cell.OneShape(Shape.of(64))))).contains("\r\n\"=\"\"64\"\"\",a");
        assertThat(Written.spreadsheet(of(new Cell.ExactCount(64)))).contains("\r\n64,a");
        assertThat(Written.spreadsheet(of(new Cell.Percent(1, 2)))).contains("\r\n50.0%,a");
        assertThat(Written.spreadsheet(of(Cell.EMPTY))).contains("\r\n\"\",a");
    }

    @Test
    void aTextCannotBecomeAnotherFormula() {
        assertThat(Written.spreadsheet(of(new Cell.Text("=1+1")))).contains("\r\n'=1+1,a");
        assertThat(Written.spreadsheet(of(new Cell.Text("1\"+A1+\"")))).contains("\r\n\"1\"\"+A1+\"\"\",a");
    }

    @Test
    void forProgramsThereIsNeitherAMarkNorAFormula() {
        assertThat(Written.as(Format.CSV, of(new Cell.Text("0.10")))).isEqualTo("value,after\r\n0.10,a\r\n");
    }
}
