package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes, in every format. */
class ChangeCellsTest {
    private static String written(Format format, Cell cell) {
        Table table = Table.of("rows", List.of(Column.number("change", "change")), List.of(Row.of(cell)));
        return Written.as(format, new Document("test", 1, "title", List.of(), table, List.of()));
    }

    @Test
    void peopleSeeASign() {
        assertThat(written(Format.TEXT, new Cell.CountChange(9408))).endsWith("\n+9,408\n");
        assertThat(written(Format.TEXT, new Cell.CountChange(-23_296))).endsWith("\n−23.30 k\n");
        assertThat(written(Format.TEXT, new Cell.BytesChange(-1_258_291))).endsWith("\n−1.2 MiB\n");
        assertThat(written(Format.TEXT, new Cell.CountChange(0))).endsWith("\n     0\n");
        assertThat(written(Format.TEXT, Cell.PercentChange.of(23, 1000))).endsWith("\n +2.3%\n");
        assertThat(written(Format.MARKDOWN, Cell.PercentChange.of(-500, 1000))).endsWith("\n| −50.0% |\n");
    }

    @Test
    void nothingGrowsByAPercentageOfNothing() {
        assertThat(Cell.PercentChange.of(5, 0)).isEqualTo(Cell.EMPTY);
    }

    @Test
    void aPercentageThatNobodyCanReadIsNotWritten() {
        assertThat(Cell.PercentChange.of(Long.MAX_VALUE - 1, 1)).isEqualTo(Cell.EMPTY);
        assertThat(written(Format.TEXT, Cell.PercentChange.of(1_000_000, 1))).endsWith("\n+100,000,000.0%\n");
    }

    @Test
    void programsFindNumbers() {
        assertThat(written(Format.CSV, new Cell.CountChange(-23_296))).endsWith("\r\n-23296\r\n");
        assertThat(written(Format.CSV, new Cell.BytesChange(1024))).endsWith("\r\n1024\r\n");
        assertThat(written(Format.CSV, Cell.PercentChange.of(-1, 8))).endsWith("\r\n-12.5%\r\n");
        assertThat(written(Format.JSON, new Cell.CountChange(-23_296))).contains("\"change\": -23296\n");
        assertThat(written(Format.JSON, new Cell.BytesChange(1024))).contains("\"change\": 1024\n");
        assertThat(written(Format.JSON, Cell.PercentChange.of(1, 8))).contains("\"change\": 0.125\n");
    }
}
