package io.archmeter.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tables as files that other tools read. */
class ParquetTest {
    private static final Path KNOWN = Path.of("src/test/resources/parquet/known.parquet");

    private static final List<Column> COLUMNS = List.of(
            Column.required("index", Column.Type.INT64),
            Column.required("wide", Column.Type.BOOLEAN),
            Column.required("share", Column.Type.DOUBLE),
            Column.optional("parameters", Column.Type.INT64),
            Column.optional("problem", Column.Type.STRING));

    /**
     * The file of known bytes is what pyarrow 25.0.1 reads as follows, with {@code pq.read_table("known.parquet").to_pylist()}:
     *
     * <pre>
     * {'index': 0, 'wide': True, 'share': 0.5, 'parameters': 9223372036854775807, 'problem': None}
     * {'index': 1, 'wide': False, 'share': -0.1, 'parameters': None, 'problem': 'größer'}
     * {'index': 2, 'wide': True, 'share': 1e+300, 'parameters': None, 'problem': ''}
     * </pre>
     *
     * <p>and whose schema is {@code index: int64 not null, wide: bool not null, share: double not null, parameters: int64, problem: string} with the
     * metadata {@code space: 8f}.
     */
    @Test
    void otherToolsReadWhatIsWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ParquetWriter writer = new ParquetWriter(bytes, COLUMNS);
        writer.cell(0).cell(true).cell(0.5).cell(Long.MAX_VALUE).nothing();
        writer.cell(1).cell(false).cell(-0.1).nothing().cell("größer");
        writer.cell(2).cell(true).cell(1e300).nothing().cell("");
        writer.finish(Map.of("space", "8f"));
        assertThat(bytes.toByteArray()).isEqualTo(Files.readAllBytes(KNOWN));
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        ParquetTable table = ParquetTable.read(Files.readAllBytes(KNOWN), COLUMNS);
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.said("space")).contains("8f");
        assertThat(table.said("time")).isEmpty();
        assertThat(table.number(0, 2)).hasValue(2);
        assertThat(table.number(3, 0)).hasValue(Long.MAX_VALUE);
        assertThat(table.number(3, 1)).isEmpty();
        assertThat(table.text(4, 0)).isEmpty();
        assertThat(table.text(4, 1)).contains("größer");
        assertThat(table.text(4, 2)).contains("");
    }

    /** More rows than a group has, with cells that are there or not as a seed decides. */
    @Test
    void manyRowsAreGroups() throws IOException {
        List<Column> columns = List.of(
                Column.optional("number", Column.Type.INT64),
                Column.required("flag", Column.Type.BOOLEAN),
                Column.optional("text", Column.Type.STRING));
        for (int rows : new int[] {0, 1, 8_191, 8_192, 8_193, 20_000}) {
            Random random = new Random(rows);
            List<OptionalLong> numbers = new ArrayList<>();
            List<Optional<String>> texts = new ArrayList<>();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ParquetWriter writer = new ParquetWriter(bytes, columns);
            for (int row = 0; row < rows; row++) {
                OptionalLong number =
                        random.nextInt(3) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextLong());
                Optional<String> text =
                        random.nextBoolean() ? Optional.empty() : Optional.of("t".repeat(random.nextInt(4)));
                numbers.add(number);
                texts.add(text);
                if (number.isPresent()) {
                    writer.cell(number.getAsLong());
                } else {
                    writer.nothing();
                }
                writer.cell(random.nextBoolean());
                if (text.isPresent()) {
                    writer.cell(text.get());
                } else {
                    writer.nothing();
                }
            }
            writer.finish(Map.of());
            ParquetTable table = ParquetTable.read(bytes.toByteArray(), columns);
            assertThat(table.rows()).isEqualTo(rows);
            for (int row = 0; row < rows; row++) {
                assertThat(table.number(0, row)).as("row %d of %d", row, rows).isEqualTo(numbers.get(row));
                assertThat(table.text(2, row)).as("row %d of %d", row, rows).isEqualTo(texts.get(row));
            }
        }
    }

    @Test
    void cellsThatDoNotFitAreRefused() throws IOException {
        ParquetWriter writer = new ParquetWriter(new ByteArrayOutputStream(), COLUMNS);
        assertThatThrownBy(() -> writer.cell("0")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(writer::nothing).isInstanceOf(IllegalStateException.class);
        writer.cell(0);
        assertThatThrownBy(() -> writer.finish(Map.of())).isInstanceOf(IllegalStateException.class);
    }

    /** Each byte is another one once, and the file ends anywhere: that is told by an {@link IOException}, or nothing is told apart. */
    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(KNOWN);
        for (int cut = 0; cut < whole.length; cut++) {
            byte[] rest = Arrays.copyOf(whole, cut);
            assertThatThrownBy(() -> ParquetTable.read(rest, COLUMNS)).isInstanceOf(IOException.class);
        }
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] other = whole.clone();
                other[at] ^= (byte) (1 << bit);
                readOrRefuse(other);
            }
        }
        List<Column> fewer = COLUMNS.subList(0, 4);
        assertThatThrownBy(() -> ParquetTable.read(whole, fewer)).isInstanceOf(IOException.class);
    }

    private static void readOrRefuse(byte[] file) {
        try {
            ParquetTable.read(file, COLUMNS);
        } catch (IOException refused) {
            assertThat(refused).hasMessageNotContainingAny("null");
        }
    }
}
