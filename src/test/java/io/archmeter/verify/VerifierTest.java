package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.archmeter.Archmeter;
import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.op.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Predicted and observed, side by side. */
class VerifierTest {
    private static final Graph SMALL = WrittenModel.of("""
            name: small
            input: [2, 5, 4]
            layers:
              conv: {conv: 3, kernel: [3, 2], stride: [2, 1], padding: [1, 0, 1, 0]}
              relu: relu
              flatten: flatten
              fc: {linear: 7}
            """).graph();

    /** By hand: rows start at −1, 1 and 3, columns at 0, 1 and 2; 3·3 taps down of which 7 fall on the input, 3·2 across. */
    @Test
    void bothHalvesSayWhatArithmeticByHandSays() {
        Verification verification = verify(SMALL);

        LayerVerification conv = verification.layers().get(0);
        requireBoth(conv.output(), Shape.of(1, 3, 3, 3));
        requireBoth(conv.storage(), Storage.OWN);
        requireBoth(conv.tensors(), Map.of("weight", Shape.of(3, 2, 3, 2), "bias", Shape.of(3)));
        requireBoth(conv.weights(), 3L * 2 * 3 * 2 + 3);
        requireBoth(conv.multiplyAdds(), 3L * 2 * (3 * 3) * (3 * 2));
        requireBoth(conv.effectiveMultiplyAdds(), 3L * 2 * 7 * (3 * 2));
        assertThat(conv.paddedTaps()).hasValue(3L * 2 * 2 * (3 * 2));
        requireBoth(conv.outputBytes(), 27 * 4L);
        requireBoth(conv.heldBytes(), (40 + 27) * 4L);

        LayerVerification relu = verification.layers().get(1);
        requireBoth(relu.storage(), Storage.IN_PLACE);
        requireBoth(relu.weights(), 0L);
        requireBoth(relu.multiplyAdds(), 0L);
        requireBoth(relu.heldBytes(), 27 * 4L);

        LayerVerification flatten = verification.layers().get(2);
        requireBoth(flatten.storage(), Storage.VIEW);
        requireBoth(flatten.output(), Shape.of(1, 27));

        LayerVerification fc = verification.layers().get(3);
        requireBoth(fc.weights(), 7L * 27 + 7);
        requireBoth(fc.multiplyAdds(), 7L * 27);
        requireBoth(fc.heldBytes(), (27 + 7) * 4L);

        requireBoth(verification.totals().weights(), 39L + 196);
        requireBoth(verification.totals().multiplyAdds(), 324L + 189);
        requireBoth(verification.totals().effectiveMultiplyAdds(), 252L + 189);
        requireBoth(verification.totals().peakBytes(), 67 * 4L);
        requireBoth(verification.totals().arenaBytes(), 67 * 4L);
        assertThat(verification.equal()).isTrue();
        assertThat(verification.differing()).isEmpty();
    }

    /** By hand: 2·2 kernels of 3·3 taps at 4·4 places, of which 10·10 taps fall on the input; batchnorm takes 4 numbers a channel and a count. */
    @Test
    void layersThatRanAsOneAreOneRowWithTheSumsOfTheirRules() {
        Graph graph = WrittenModel.of("""
                input: [2, 4, 4]
                layers:
                  conv: {conv: 2, kernel: 3, padding: 1, bias: false}
                  norm: batchnorm
                  sum: {add: , from: [norm, input]}
                  relu: relu
                """).graph();
        Verification fast = Verifier.verify(
                NetworkFacts.of(graph, DType.FLOAT32), new Verifier.Options(0, 1, false, true), Progress.NONE);

        assertThat(fast.layers()).hasSize(1);
        LayerVerification step = fast.layers().get(0);
        assertThat(step.layer()).isEqualTo("conv + norm + sum + relu");
        assertThat(step.layers()).containsExactly("conv", "norm", "sum", "relu");
        assertThat(step.operator()).isEqualTo("conv+batchnorm+add+relu");
        requireBoth(step.storage(), Storage.OWN);
        requireBoth(step.weights(), 2L * 2 * 9 + 2 * 4 + 1);
        requireBoth(step.multiplyAdds(), 2L * 2 * 9 * 16);
        requireBoth(step.effectiveMultiplyAdds(), 2L * 2 * 10 * 10);
        requireBoth(step.heldBytes(), (32 + 32) * 4L);
        requireBoth(fast.totals().peakBytes(), 64 * 4L);
        assertThat(fast.totals().agreement()).hasValueSatisfying(agreement -> requireBoth(agreement, true));
        assertThat(fast.equal()).isTrue();
        assertThat(verify(graph).layers()).hasSize(4);
        requireBoth(verify(graph).totals().multiplyAdds(), 2L * 2 * 9 * 16);
    }

    private static <T> void requireBoth(Comparison<T> comparison, T value) {
        assertThat(comparison)
                .isEqualTo(new Comparison<>(comparison.quantity(), value, Optional.of(value)))
                .matches(Comparison::equal);
    }

    @Test
    void aLayerThatPutsOutAnotherSizeEndsTheRun() {
        Verification verification = verify(Planted.output(SMALL, "relu", 1, 3, 3, 4));

        assertThat(verification.equal()).isFalse();
        assertThat(verification.layers().get(0).equal()).isTrue();
        LayerVerification relu = verification.layers().get(1);
        assertThat(relu.differs()).isTrue();
        assertThat(relu.differences()).hasToString("[output: 1x3x3x4 predicted, 1x3x3x3 observed]");
        assertThat(relu.weights().equal()).isTrue();
        assertThat(relu.multiplyAdds().observed()).isEmpty();
        LayerVerification flatten = verification.layers().get(2);
        assertThat(flatten.equal()).isFalse();
        assertThat(flatten.differs()).isFalse();
        assertThat(flatten.output().observed()).isEmpty();
        assertThat(verification.totals().equal()).isFalse();
        assertThat(verification.totals().multiplyAdds()).hasToString("multiply-adds: 513 predicted, none observed");
    }

    @Test
    void behindAnotherShapeOfTheSameSizeTheRunGoesOn() {
        Verification verification = verify(Planted.output(SMALL, "conv", 1, 9, 3, 1));

        assertThat(verification.differing()).hasSize(1);
        assertThat(verification.differing().get(0).differences().toString())
                .startsWith("[output: 1x9x3x1 predicted, 1x3x3x3 observed");
        assertThat(verification.layers().get(3).equal()).isTrue();
    }

    @Test
    void whatIsComparedDependsOnNoSeedAndNoNumberOfThreads() {
        Verification usual = verify(SMALL);
        for (Verifier.Options other :
                List.of(new Verifier.Options(7, 1, false, false), new Verifier.Options(8, 5, true, false))) {
            Verification verification = Verifier.verify(NetworkFacts.of(SMALL, DType.FLOAT32), other, Progress.NONE);
            assertThat(verification.layers()).isEqualTo(usual.layers());
            assertThat(verification.totals()).isEqualTo(usual.totals());
            assertThat(verification.seed()).isEqualTo(other.seed());
        }
    }

    @Test
    void threadsAreACountThatAMachineCouldHave() {
        for (int threads : new int[] {Integer.MIN_VALUE, -1, 0, 4_097, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Verifier.Options(0, threads, false, false));
        }
        assertThat(new Verifier.Options(0, 4_096, false, false).threads()).isEqualTo(4_096);
    }

    @Test
    void aFastRunIsHeldToTheDefinitionAndSaysHowOftenItMultiplied() {
        Graph graph = WrittenModel.of(
                        "input: [32, 64, 64]\nlayers: {conv: {conv: 32, kernel: 3, padding: 1}, relu: relu}\n")
                .graph();
        Verification verification = Verifier.verify(
                NetworkFacts.of(graph, DType.FLOAT32), new Verifier.Options(0, 2, false, true), Progress.NONE);

        assertThat(verification.equal()).isTrue();
        assertThat(verification.totals().agreement())
                .hasValueSatisfying(seen -> assertThat(seen.equal()).isTrue());
        // By the definition 64·64 windows of 9 taps; here 16·16 tiles of 36 points; 32·32 kernels of each.
        assertThat(verification.totals().multiplyAdds().observed()).contains(64L * 64 * 9 * 1024);
        assertThat(verification.layers().get(0).multiplications()).contains(16L * 16 * 36 * 1024);
        assertThat(verification.totals().multiplications()).contains(16L * 16 * 36 * 1024);
    }

    @Test
    void withoutFastAlgorithmsNothingIsSaved() {
        Verification verification = verify(SMALL);

        assertThat(verification.totals().agreement()).isEmpty();
        assertThat(verification.totals().multiplications())
                .isEqualTo(verification.totals().multiplyAdds().observed());
    }

    @Test
    void headsThatExistInTrainingAloneDoNotRun() {
        LoadOptions small = new LoadOptions(1, Optional.of(Shape.of(3, 64, 64)), Map.of());

        Verification verification = Archmeter.load("googlenet", small).verify();

        assertThat(verification.equal()).isTrue();
        assertThat(verification.layers()).noneMatch(layer -> layer.layer().startsWith("aux"));
    }

    @Test
    void eachLayerIsAnnouncedBeforeItRuns() {
        List<String> told = new ArrayList<>();

        Verifier.verify(
                NetworkFacts.of(SMALL, DType.FLOAT32),
                Verifier.Options.DEFAULT,
                (number, of, layer) -> told.add(number + "/" + of + " " + layer));

        assertThat(told).containsExactly("1/4 conv", "2/4 relu", "3/4 flatten", "4/4 fc");
    }

    private static Verification verify(Graph graph) {
        return Verifier.verify(NetworkFacts.of(graph, DType.FLOAT32), Verifier.Options.DEFAULT, Progress.NONE);
    }
}
