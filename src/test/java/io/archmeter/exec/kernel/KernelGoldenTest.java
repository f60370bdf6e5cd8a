package io.archmeter.exec.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.GoldenRow;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Layer;
import io.archmeter.op.Storage;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every kernel to elements from outside: the golden rows that say what goes in and what comes out. */
class KernelGoldenTest {
    /** These pass their input on, so there is little that could differ. */
    private static final Set<String> PASSING_ON =
            Set.of("alphadropout", "channeldropout", "dropout", "featurealphadropout", "identity", "stochasticdepth");

    static Collection<String> kinds() {
        return Layer.computedKinds();
    }

    static Stream<GoldenRow> rows() {
        return kinds().stream().flatMap(kind -> GoldenRow.of(kind).stream()).filter(GoldenRow::hasElements);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasElementsInEnoughRows(String kind) {
        assertThat(GoldenRow.of(kind).stream().filter(GoldenRow::hasElements))
                .hasSizeGreaterThanOrEqualTo(PASSING_ON.contains(kind) ? 2 : 3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatComesOutIsWhatTheSourceSays(GoldenRow row) {
        requireAgreement(row, new KernelRun(row, Optional.empty(), 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void manyThreadsComputeTheSame(GoldenRow row) {
        requireAgreement(row, new KernelRun(row, Optional.empty(), 5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theFastKernelsAgreeWithTheSourceToo(GoldenRow row) {
        KernelRun run = new KernelRun(row, Optional.empty(), 2);
        Op op = Layer.of(row.kind(), row.cell("arguments"), row.cell("inputs")).op();
        run.run(Kernels.fast(op).orElseThrow());
        requireResult(row, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theOutputMayLieInThePlaceOfAnInputWhereTheCatalogueSaysSo(GoldenRow row) {
        Layer layer = Layer.of(row.kind(), row.cell("arguments"), row.cell("inputs"));
        List<Shape> inputs = layer.inputs().shapes();
        for (int i = 0; i < inputs.size(); i++) {
            boolean fits = inputs.get(i).elements() == layer.output().elements();
            if (fits && layer.facts().storage() != Storage.OWN) {
                requireAgreement(row, new KernelRun(row, Optional.of(i), 2));
            }
        }
    }

    /** The elements of several outputs follow each other. */
    private static void requireAgreement(GoldenRow row, KernelRun run) {
        run.run();
        requireResult(row, run);
    }

    private static void requireResult(GoldenRow row, KernelRun run) {
        List<Tensor> outputs = run.outputs();
        assertThat(outputs.stream().map(output -> output.shape().toString()).collect(Collectors.joining("; ")))
                .isEqualTo(row.cell("output"));
        Tensor first = outputs.get(0);
        float[] found = Arrays.copyOfRange(
                first.data(), first.offset(), outputs.get(outputs.size() - 1).end());
        Elements expected = Elements.of(row.cell("result"));
        assertThat(expected.agreeWith(found))
                .as(row + " puts out " + Arrays.toString(found) + ", not " + expected.words())
                .isTrue();
    }

    @Test
    void elementsAreReadAsTheyAreMeant() {
        assertThat(Elements.of("1..3 0*2 -1.5").floats()).containsExactly(1, 2, 3, 0, 0, -1.5f);
        assertThat(Elements.of("0.25 7").agreeWith(new float[] {0.259f, 7})).isTrue();
        assertThat(Elements.of("0.25 7").agreeWith(new float[] {0.261f, 7})).isFalse();
        assertThat(Elements.of("0.25 7").agreeWith(new float[] {0.25f, 7.01f})).isFalse();
        assertThat(Elements.of("0.25 7").agreeWith(new float[] {0.25f, Float.NaN}))
                .isFalse();
        assertThat(Elements.of("0.25 7").agreeWith(new float[] {0.25f})).isFalse();
    }
}
