package io.archmeter.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.graph.DType;
import io.archmeter.metric.MeasuredNetwork;
import io.archmeter.metric.Metric;
import io.archmeter.op.FormulaText;
import io.archmeter.training.Optimizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manual's page on memory: its definitions are those of the program, and AlexNet by hand is what the program says. */
class MemoryByHandTest {
    private static final MemoryReport ALEXNET = Archmeter.load("alexnet").memory(DType.FLOAT32, Optimizer.ADAM);

    /** One line of the worked example: {@code | `peak` | 4·(150,528 + 193,600) | 1,376,512 |}. */
    record Line(String metric, String arithmetic, long bytes) {}

    static Stream<Line> lines() {
        return rows("| figure | arithmetic | bytes |").stream()
                .map(cells -> new Line(cells.get(0), cells.get(1), FormulaText.evaluate(cells.get(2))));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theArithmeticIsWorthWhatTheProgramSays(Line line) {
        assertThat(FormulaText.evaluate(line.arithmetic())).isEqualTo(line.bytes());
        assertThat(metric(line.metric()).of(MeasuredNetwork.of(ALEXNET))).hasValue(line.bytes());
    }

    @Test
    void everyFigureIsDefinedAndWorkedOut() {
        List<String> usual = Metric.ofMemory(false).stream()
                .map(metric -> metric.memoryName().orElseThrow())
                .toList();

        assertThat(lines().map(Line::metric)).isEqualTo(usual);
        assertThat(rows("| figure | definition |").stream().map(cells -> cells.get(0)))
                .startsWith(usual.toArray(String[]::new));
    }

    private static Metric metric(String name) {
        return Metric.ofMemory(false).stream()
                .filter(metric -> metric.memoryName().orElseThrow().equals(name))
                .findAny()
                .orElseThrow();
    }

    /** The cells of a table's rows, code without its marks. */
    private static List<List<String>> rows(String header) {
        return Manual.page("memory")
                .lines()
                .dropWhile(line -> !line.equals(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .toList();
    }
}
