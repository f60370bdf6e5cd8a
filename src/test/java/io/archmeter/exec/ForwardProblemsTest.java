package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.archmeter.Nodes;
import io.archmeter.WrittenModel;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.memory.Peak;
import io.archmeter.op.Activation;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.verify.Planted;
import io.archmeter.weights.SeededWeights;
import io.archmeter.weights.WeightSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be run, and what goes wrong on the way. */
class ForwardProblemsTest {
    private static final Forward.Options GUARDED = new Forward.Options(false, true);
    private static final Graph CLASSIFIER = WrittenModel.of("input: [4]\nlayers: {fc: {linear: 3}, relu: relu}\n")
            .graph();

    private record Unheard() implements Op {
        @Override
        public String kind() {
            return "unheard";
        }
    }

    private static Forward forward(Graph graph, WeightSource weights, Forward.Options options) {
        return new Forward(
                graph,
                MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false),
                weights,
                new Workers(1),
                options);
    }

    private static MemoryPlan apart(long bytesOfEach, int nodes) {
        List<Optional<MemoryPlan.Placement>> places = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            places.add(Optional.of(new MemoryPlan.Placement(node * bytesOfEach, bytesOfEach)));
        }
        long all = nodes * bytesOfEach;
        return new MemoryPlan(places, List.of(), List.of(), all, new Peak(0, "input", "input", 0, List.of()));
    }

    private static Problem problem(ThrowingCallable run) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(run)
                .actual()
                .problems()
                .get(0);
    }

    private static float[] filled(float value, long... extents) {
        float[] elements = new float[Math.toIntExact(Shape.of(extents).elements())];
        Arrays.fill(elements, value);
        return elements;
    }

    /** A layer of four numbers that nothing here computes. */
    private static Graph unheard() {
        Span place = Span.of("test");
        GraphDraft draft = new GraphDraft(DType.FLOAT32);
        Operand input = Operand.value(draft.addInput("input", Shape.of(1, 4), DType.FLOAT32, place));
        Output output = Output.of(Shape.of(1, 4), DType.FLOAT32);
        draft.add("new", new Unheard(), List.of(input), List.of(), List.of(output), false, place);
        return draft.graph("test", "", List.of(1));
    }

    /** 4 of 16 bytes: its output lies where it was planned, and has the numbers of its seed. */
    @Test
    void inThePlaceOfAnOperatorWithoutAKernelStandNumbers() {
        Graph graph = unheard();
        Forward forward = new Forward(graph, apart(16, 2), new SeededWeights(0), new Workers(1), GUARDED);

        Tensor standIn = forward.run(
                new float[4],
                seen -> assertThat(seen.weights() + seen.executed()).isZero());

        assertThat(Forward.computes(graph.nodes().get(1))).isFalse();
        assertThat(standIn.shape()).isEqualTo(Shape.of(1, 4));
        assertThat(Arrays.copyOfRange(standIn.data(), standIn.offset(), standIn.end()))
                .isEqualTo(new SeededWeights(0).draw("new", "output 0", 4));
    }

    /** Nothing tells a layer that works in place from one whose output is its input: others may read that still. */
    @Test
    void whereAnOutputIsPlannedToBeTheInputThatStays() {
        Optional<MemoryPlan.Placement> both = Optional.of(new MemoryPlan.Placement(0, 16));
        MemoryPlan plan = new MemoryPlan(
                List.of(both, both), List.of(0, 1), List.of(), 16, new Peak(0, "input", "input", 0, List.of()));
        Forward forward = new Forward(unheard(), plan, new SeededWeights(0), new Workers(1), GUARDED);

        Tensor standIn = forward.run(
                new float[] {1, 2, 3, 4}, seen -> assertThat(seen.overwritten()).isEmpty());

        assertThat(Arrays.copyOfRange(standIn.data(), standIn.offset(), standIn.end()))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void anArenaBeyondOneArrayIsNotAskedFor() {
        Problem problem = problem(
                () -> new Forward(CLASSIFIER, apart(1L << 40, 3), new SeededWeights(0), new Workers(1), GUARDED));
        assertThat(problem.code()).isEqualTo("not-enough-memory");
    }

    @Test
    void weightsThatDoNotFitAreAProblemOfTheirLayer() {
        WeightSource full = (layer, tensor, extents) -> {
            throw new OutOfMemoryError();
        };
        Problem problem = problem(() -> forward(CLASSIFIER, full, GUARDED).run(new float[4], seen -> {}));
        assertThat(problem.code()).isEqualTo("not-enough-memory");
        assertThat(problem.layer()).isEqualTo("fc");
    }

    /** 2⁵⁰ elements of 4 bytes for weights are 2³² MiB, and as many for activations. */
    @Test
    void whatCannotFitIsRefusedBeforeItIsAskedFor() {
        Node fc = CLASSIFIER.nodes().get(1);
        Problem problem = problem(() -> MemoryProbe.requireRoom(fc, 1L << 50, 1L << 50));
        assertThat(problem.code()).isEqualTo("not-enough-memory");
        assertThat(problem.layer()).isEqualTo("fc");
        assertThat(problem.fact())
                .startsWith("at least 8589934592 MiB are needed, 4294967296 MiB of them for weights; Java was given ");
    }

    /** Which is how a kernel asks for an array that is longer than an int counts. */
    @Test
    void anArrayTooLongToCountIsAProblemOfItsLayer() {
        WeightSource tooLong = (layer, tensor, extents) -> new float[Math.toIntExact(1L << 31)];
        Problem problem = problem(() -> forward(CLASSIFIER, tooLong, GUARDED).run(new float[4], seen -> {}));
        assertThat(problem.code()).isEqualTo("not-enough-memory");
        assertThat(problem.layer()).isEqualTo("fc");
    }

    /** What goes wrong in a kernel of our own is no fault of who runs it. */
    @Test
    void aMistakeInABuiltInKernelIsNotMadeAProblem() {
        WeightSource mistaken = (layer, tensor, extents) -> {
            throw new IllegalStateException("mistake");
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> forward(CLASSIFIER, mistaken, GUARDED).run(new float[4], seen -> {}))
                .withMessage("mistake");
    }

    @Test
    void whatIsNotANumberEndsAGuardedRunAndNoOther() {
        WeightSource broken = (layer, tensor, extents) -> filled(Float.NaN, extents);
        Problem problem = problem(() -> forward(CLASSIFIER, broken, GUARDED).run(new float[4], seen -> {}));
        assertThat(problem.code()).isEqualTo("nan-produced");
        assertThat(problem.layer()).isEqualTo("fc");
        assertThat(problem.fact()).isEqualTo("element 0 of its output is NaN (not a number)");
        Forward unguarded = forward(CLASSIFIER, broken, new Forward.Options(false, false));
        assertThat(unguarded.run(new float[4], seen -> {}).shape()).isEqualTo(Shape.of(1, 3));
    }

    @Test
    void anOutputOfAnotherSizeThanPlannedIsSeenBeforeItIsWritten() {
        Nodes relu = new Nodes(1, 4);
        relu.add("relu", new Activation(Activation.Function.RELU), 0);
        Graph graph = Planted.output(relu.graph(), "relu", 1, 5);
        assertThatExceptionOfType(UnexpectedShape.class)
                .isThrownBy(() -> forward(graph, new SeededWeights(0), GUARDED).run(new float[4], seen -> {}))
                .withMessage("node 1 puts out 1x4")
                .satisfies(unexpected ->
                        assertThat(unexpected.observation().output()).isEqualTo(Shape.of(1, 4)));
    }

    @Test
    void keptWeightsAreDrawnOnce() {
        List<String> drawn = new ArrayList<>();
        WeightSource counted = (layer, tensor, extents) -> {
            drawn.add(tensor);
            return filled(1, extents);
        };
        Forward keeping = forward(CLASSIFIER, counted, new Forward.Options(true, true));
        keeping.run(new float[4], seen -> {});
        keeping.run(new float[4], seen -> {});
        assertThat(drawn).containsExactly("weight", "bias");
        Forward forgetting = forward(CLASSIFIER, counted, GUARDED);
        forgetting.run(new float[4], seen -> {});
        forgetting.run(new float[4], seen -> {});
        assertThat(drawn).containsExactly("weight", "bias", "weight", "bias", "weight", "bias");
    }
}
