package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.MadeRows;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvThreadsTest {
    private static final List<Column> COLUMNS = List.of(Column.name("layer", "layer"), Column.number("half", "half"));

    /** Those of odd numbers are not for tables. */
    private static Row row(int number) {
        Row row = Row.of(new Cell.Text("layer, " + number), new Cell.ExactCount(number / 2));
        return number % 2 == 0 ? row : row.except(Audience.TABLES);
    }

    private static Document document(int rows) {
        List<Integer> numbers = IntStream.range(0, rows).boxed().toList();
        Table table = Table.of("layers", COLUMNS, new MadeRows<>(numbers, CsvThreadsTest::row));
        return new Document("analyze", 2, "rows", List.of(), table, List.of());
    }

    /** Less than a part of the writer, some of them, and more than it writes at once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4_096, 4_097, 20_000, 100_001})
    void hasTheSameBytesWithOneThreadAndWithFour(int rows) throws Exception {
        String expected = IntStream.range(0, rows)
                .filter(number -> number % 2 == 0)
                .mapToObj(number -> "\"layer, " + number + "\"," + number / 2 + "\r\n")
                .collect(Collectors.joining("", "layer,half\r\n", ""));

        for (int threads : List.of(1, 4)) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            assertThat(pool.submit(() -> Written.as(Format.CSV, document(rows))).get())
                    .isEqualTo(expected);
            pool.shutdown();
        }
    }

    @Test
    void theRowsOfALongTableAreMadeWhenTheyAreWritten() {
        MadeRows<Integer> rows = new MadeRows<>(Collections.nCopies(10_001, 1), number -> {
            throw new IllegalStateException("too early");
        });

        assertThat(Table.of("layers", COLUMNS, rows).sections().get(0).rows()).isSameAs(rows);
    }
}
