package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.GoldenRow;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What autograd keeps of one layer of which every input has a gradient, in bytes. The golden rows that say so were measured with {@code torch.autograd.graph.saved_tensors_hooks}: each storage once, parameters not. Numbers that PyTorch wraps into tensors
 * do not count, such as the {@code alpha} of a local response norm; from version 2 on they are not shown to hooks.
 */
class KeptTest {
    static Stream<GoldenRow> rows() {
        return Catalogue.kinds().stream()
                .flatMap(kind -> GoldenRow.of(kind).stream())
                .filter(GoldenRow::hasKept);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isWhatPyTorchKeeps(GoldenRow row) {
        Layer layer = Layer.of(row.kind(), row.cell("arguments"), row.cell("inputs"));

        assertThat(bytesKept(layer, DType.FLOAT32)).isEqualTo(Long.parseLong(row.cell("kept_for_backward")));
    }

    @Test
    void everyOperatorHasARow() {
        assertThat(rows()).extracting(GoldenRow::kind).containsAll(Catalogue.kinds());
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

    /** PyTorch 2.13: 384 elements, and two statistics for each of 3 channels, all of 2 bytes. */
    @Test
    void statisticsOfABatchHaveThePrecisionOfTheBatch() {
        assertThat(bytesKept(Layer.of("batchnorm", "", "2x3x8x8"), DType.FLOAT16))
                .isEqualTo(384 * 2 + 2 * 3 * 2);
    }

    @Test
    void whatIsKeptHasAName() {
        assertThat(tape(Layer.of("batchnorm", "", "2x3x8x8"))
                        .entries()
                        .get(0)
                        .kept()
                        .more())
                .extracting(SavedForBackward.Extra::name)
                .containsExactly("mean", "inverse deviation");
        assertThat(tape(Layer.of("maxpool", "kernel=2; padding=[0, 0, 1, 1]", "2x3x8x8"))
                        .entries())
                .extracting(TapeEntry::name)
                .containsExactly("padded input", "");
    }

    private static Tape tape(Layer layer) {
        return Catalogue.tape(layer.op(), layer.inputs(), layer.outputs());
    }

    /** Of all operations of the layer; each tensor once. */
    private static long bytesKept(Layer layer, DType type) {
        List<Shape> shapes = new ArrayList<>(layer.inputs().shapes());
        List<DType> types = new ArrayList<>(layer.inputs().types());
        types.replaceAll(own -> own == DType.FLOAT32 ? type : own);
        Set<Integer> kept = new TreeSet<>();
        Map<Integer, Integer> shown = new HashMap<>();
        long bytes = 0;
        for (TapeEntry entry : tape(layer).entries()) {
            List<Integer> operands = entry.operands().stream()
                    .map(operand -> shown.getOrDefault(operand, operand))
                    .toList();
            if (entry.storage() == Storage.VIEW) {
                shown.put(shapes.size(), operands.get(0));
            }
            if (entry.kept().operands() == SavedForBackward.Taken.SECOND) {
                kept.add(operands.get(1));
            } else if (entry.kept().operands() != SavedForBackward.Taken.NONE) {
                kept.addAll(operands);
            }
            if (entry.kept().output()) {
                kept.add(shapes.size());
            }
            shapes.add(entry.output());
            types.add(type);
            for (SavedForBackward.Extra extra : entry.kept().more()) {
                bytes += extra.element() == Element.WRAPPED_NUMBER
                        ? 0
                        : extra.element().bytes(extra.elements().value(), type);
            }
        }
        return bytes
                + kept.stream()
                        .mapToLong(tensor ->
                                types.get(tensor).bytes(shapes.get(tensor).elements()))
                        .sum();
    }
}
