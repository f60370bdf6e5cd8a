package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What autograd keeps of one layer of which every input has a gradient. {@code src/test/resources/training/kept.csv} was measured
 * with {@code torch.autograd.graph.saved_tensors_hooks}: each storage once, parameters not. Numbers that PyTorch wraps into tensors
 * do not count, such as the {@code alpha} of a local response norm; from version 2 on they are not shown to hooks.
 */
class KeptTest {
    static List<CSVRecord> rows() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(
                KeptTest.class.getResourceAsStream("/training/kept.csv"), StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isWhatPyTorchKeeps(CSVRecord row) {
        Layer layer = Layer.of(row.get("operator"), row.get("arguments"), row.get("inputs"));

        assertThat(bytesKept(layer, DType.FLOAT32)).isEqualTo(Long.parseLong(row.get("bytes")));
    }

    @Test
    void everyOperatorHasARowAndEveryRowASource() throws IOException {
        assertThat(rows()).extracting(row -> row.get("operator")).containsAll(Catalogue.kinds());
        assertThat(rows()).extracting(row -> row.get("source")).noneMatch(String::isBlank);
    }

    /** As above with {@code bfloat16}, in 2 bytes; indices keep their 8. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conv | channels=4; kernel=3 | 2x3x8x8 | 768",
                "maxpool | kernel=2 | 2x3x8x8 | 1536",
                "dropout | p=0.5 | 2x3x8x8 | 768",
            })
    void halfAsManyBytesAreKeptInHalfPrecision(String kind, String arguments, String inputs, long bytes) {
        assertThat(bytesKept(Layer.of(kind, arguments, inputs), DType.BFLOAT16)).isEqualTo(bytes);
        assertThat(bytesKept(Layer.of(kind, arguments, inputs), DType.FLOAT16)).isEqualTo(bytes);
    }

    /** 384 elements of 2 bytes, and two statistics of 4 bytes for each of 3 channels, as with mixed types in PyTorch. */
    @Test
    void statisticsOfABatchKeepTheirPrecision() {
        assertThat(bytesKept(Layer.of("batchnorm", "", "2x3x8x8"), DType.FLOAT16))
                .isEqualTo(384 * 2 + 2 * 3 * 4);
    }

    @Test
    void whatIsKeptHasAName() {
        assertThat(kept(Layer.of("batchnorm", "", "2x3x8x8")).more())
                .extracting(Kept.Extra::name)
                .containsExactly("mean", "inverse deviation");
        assertThat(kept(Layer.of("maxpool", "kernel=2; padding=[0, 0, 1, 1]", "2x3x8x8"))
                        .more())
                .extracting(Kept.Extra::name)
                .containsExactly("padded input", "indices");
    }

    private static Kept kept(Layer layer) {
        return Catalogue.kept(layer.op(), layer.inputs(), layer.output());
    }

    private static long bytesKept(Layer layer, DType type) {
        Kept kept = kept(layer);
        long elements = kept.output() ? layer.output().elements() : 0;
        if (kept.inputs() != Kept.Taken.NONE) {
            elements +=
                    layer.inputs().shapes().stream().mapToLong(Shape::elements).sum();
        }
        return elements * type.bytes()
                + kept.more().stream()
                        .mapToLong(extra ->
                                extra.elements().value() * extra.element().bytes(type))
                        .sum();
    }
}
