package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.GoldenRow;
import io.archmeter.graph.Shape;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every operator to numbers from outside: {@code src/test/resources/op/KIND.csv}, one row a case, each with its source; the
 * shapes of several outputs stand between semicolons.
 * Where nothing comes out the column {@code output} says {@code error: CODE} or {@code overflow}; a single number that does
 * not fit a {@code long} is {@code overflow} in its own column. What autograd keeps is {@link KeptTest}'s.
 */
class OperatorGoldenTest {
    private static final List<String> COUNTED =
            List.of("output", "parameters", "buffers", "multiply_adds", "effective_multiply_adds", "others", "reach");

    /** These pass their input on, so there is little that could differ. */
    private static final Set<String> PASSING_ON =
            Set.of("alphadropout", "channeldropout", "dropout", "featurealphadropout", "identity", "stochasticdepth");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowComesOutAsItsSourceSays(GoldenRow row) {
        Map<String, String> found = new LinkedHashMap<>(row.cells());
        found.putAll(computed(row));
        assertThat(found).isEqualTo(row.cells());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("countedRows")
    void everyFormulaIsWorthWhatItsTextSays(GoldenRow row) {
        Layer layer = Layer.of(row.kind(), row.cell("arguments"), row.cell("inputs"));
        assertThat(layer.formulas())
                .allSatisfy(formula ->
                        assertThat(FormulaText.evaluate(formula.text())).isEqualTo(formula.value()));
    }

    @Test
    void everyRowNamesItsSource() {
        assertThat(kinds().stream().flatMap(kind -> GoldenRow.of(kind).stream()))
                .noneMatch(row -> row.cell("source").isBlank())
                .allMatch(row -> row.hasOutput() || row.hasKept());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasAFileWithEnoughCasesOfDifferentNames(String kind) {
        List<String> cases =
                GoldenRow.of(kind).stream().map(row -> row.cell("case")).toList();
        assertThat(cases).doesNotHaveDuplicates();
        assertThat(GoldenRow.of(kind).stream().filter(GoldenRow::hasOutput))
                .hasSizeGreaterThanOrEqualTo(PASSING_ON.contains(kind) ? 2 : 3);
    }

    @Test
    void everyFileBelongsToAKind() {
        assertThat(GoldenRow.kinds()).containsExactlyElementsOf(kinds());
    }

    static Collection<String> kinds() {
        return Catalogue.kinds();
    }

    static Stream<GoldenRow> rows() {
        return kinds().stream().flatMap(kind -> GoldenRow.of(kind).stream()).filter(GoldenRow::hasOutput);
    }

    static Stream<GoldenRow> countedRows() {
        return rows().filter(row ->
                !row.cell("output").startsWith("error") && !row.cells().containsValue("overflow"));
    }

    private static Map<String, String> computed(GoldenRow row) {
        Map<String, String> found = COUNTED.stream().collect(Collectors.toMap(column -> column, column -> ""));
        try {
            Layer layer = Layer.of(row.kind(), row.cell("arguments"), row.cell("inputs"));
            found.put("output", layer.outputs().stream().map(Shape::toString).collect(Collectors.joining("; ")));
            found.put("parameters", counted(layer::parameters));
            found.put("buffers", counted(layer::buffers));
            found.put("multiply_adds", counted(layer::multiplyAdds));
            found.put("effective_multiply_adds", counted(layer::effectiveMultiplyAdds));
            found.put("others", counted(layer::others));
            found.put("reach", layer.reach());
        } catch (Refusal refusal) {
            found.put("output", "error: " + refusal.code());
        } catch (ArithmeticException overflow) {
            found.put("output", "overflow");
        }
        return found;
    }

    private static String counted(Supplier<?> count) {
        try {
            return count.get().toString();
        } catch (ArithmeticException overflow) {
            return "overflow";
        }
    }
}
