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

/** Cells that are made of cells, in every format. */
class NestedCellsTest {
    private static final Cell NESTED = Cell.Members.of(
            new Cell.Member("batch", new Cell.Count(12_345)),
            new Cell.Member("live", new Cell.Items(List.of(new Cell.Bytes(2048), new Cell.Text("x"), Cell.EMPTY))),
            new Cell.Member("none", new Cell.Items(List.of())));

    private static String written(Format format) {
        Table table = Table.of("rows", List.of(Column.text("nested", "nested")), List.of(Row.of(NESTED)));
        return Written.as(format, new Document("test", 1, "title", List.of(), table, List.of()));
    }

    @Test
    void programsFindObjectsAndArrays() {
        assertThat(written(Format.JSON)).contains("""
                    "nested": {
                      "batch": 12345,
                      "live": [2048, "x", null],
                      "none": []
                    }
                """);
    }

    @Test
    void aSpreadsheetHasThemInOneField() {
        assertThat(written(Format.CSV)).endsWith("\r\n\"batch 12345;live 2048;x;;none \"\r\n");
    }

    @Test
    void peopleReadThemInOneLine() {
        assertThat(written(Format.TEXT)).contains("\nbatch 12.35 k, live 2.0 KiB, x, , none\n");
    }
}
