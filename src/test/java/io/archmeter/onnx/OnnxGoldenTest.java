package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.CsvRows;
import io.archmeter.op.Layer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case that is held to numbers from outside, as far as it can be run: ONNX Runtime puts out what the row says. */
class OnnxGoldenTest {
    /** Some rows have extents near the end of 64 bits. */
    private static final long MOST_ELEMENTS = 1 << 24;

    /** Refused, see {@link CannotConvertTest}. */
    private static final Set<String> REFUSED = Set.of(
            "Caffe keeps a window that begins after an input without padding",
            "Caffe's windows after an input without padding",
            "a dilated window that steps over the input",
            "a projection",
            "projections of two layers");

    private record Row(String kind, String name, String arguments, String inputs, String output) {
        /** Whether something comes out, and all inputs have one shape, which one input of a model can stand for. */
        boolean runs() {
            return !REFUSED.contains(name)
                    && output.matches("[0-9x; ]+")
                    && Stream.of(inputs.split("; *")).distinct().count() == 1
                    && Stream.of(output.split("; *")).allMatch(shape -> elements(shape) <= MOST_ELEMENTS)
                    && (inputs.isEmpty() || elements(inputs.split("[; ]")[0]) <= MOST_ELEMENTS);
        }

        @Override
        public String toString() {
            return kind + ": " + name;
        }
    }

    static Stream<Row> rows() {
        return Layer.computedKinds().stream()
                .flatMap(kind -> rows(kind).stream())
                .filter(Row::runs);
    }

    private static List<Row> rows(String kind) {
        return CsvRows.of(Path.of("src/test/resources/op", kind + ".csv")).stream()
                .map(row -> new Row(kind, row.get("case"), row.get("arguments"), row.get("inputs"), row.get("output")))
                .toList();
    }

    private static double elements(String shape) {
        return Stream.of(shape.split("x")).mapToDouble(Double::parseDouble).reduce(1, (a, b) -> a * b);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theOutputHasTheShapeOfTheSource(Row row) {
        OneLayer layer = OneLayer.of(Layer.of(row.kind(), row.arguments(), row.inputs()));
        assertThat(layer.shapesOnZeros()).isEqualTo(row.output());
    }
}
