package io.archmeter.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.RandomGraph;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What training holds on random graphs, at every step, against a machine that runs it. */
class RandomTrainingTest {
    private static final long SEED = 191_201_703;
    private static final List<DType> FLOATING =
            Arrays.stream(DType.values()).filter(DType::hasGradients).toList();
    private static final int GRAPHS = 1_000;

    @Test
    void everyStepHoldsWhatTheMachineHolds() {
        assertThat(everyStepHoldsWhatTheMachineHolds(RandomGraph::of).subList(0, 5))
                .as(
                        "graphs with layers in place, with gradients that share memory, with copies of such, with sums, with zeros")
                .allMatch(graphs -> graphs > GRAPHS / 20);
    }

    @Test
    void theyDoSoWithSeveralInputsAndOutputsAndSharedWeightsToo() {
        List<Integer> graphs = everyStepHoldsWhatTheMachineHolds(RandomGraph::withSeveral);
        assertThat(graphs.get(5)).as("graphs with weights of several layers").isGreaterThan(GRAPHS / 20);
        assertThat(graphs.subList(0, 3))
                .as("graphs with layers in place, with gradients that share memory, with copies of such")
                .allMatch(number -> number > GRAPHS / 20);
    }

    private static List<Integer> everyStepHoldsWhatTheMachineHolds(Function<Random, Graph> drawn) {
        int inPlace = 0;
        int shared = 0;
        int copied = 0;
        int summed = 0;
        int added = 0;
        int zeros = 0;
        for (int round = 0; round < GRAPHS; round++) {
            Random random = new Random(SEED + round);
            Graph graph = drawn.apply(random);
            DType type = FLOATING.get(random.nextInt(FLOATING.size()));
            Optimizer optimizer = Optimizer.values()[random.nextInt(Optimizer.values().length)];
            try {
                SlowTraining slow = new SlowTraining(graph, type, optimizer);
                check(TrainingMemory.of(NetworkFacts.of(graph, type), optimizer), slow);
                inPlace += slow.inPlace() > 0 ? 1 : 0;
                shared += slow.sharedGradients() > 0 ? 1 : 0;
                copied += slow.copiedGradients() > 0 ? 1 : 0;
                summed += slow.summedGradients() > 0 ? 1 : 0;
                added += slow.addedGradients() > 0 ? 1 : 0;
                zeros += slow.zeros() > 0 ? 1 : 0;
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("seed " + (SEED + round) + ": " + graph, failed);
            }
        }
        return List.of(inPlace, shared, copied, summed, zeros, added);
    }

    private static void check(TrainingMemory training, SlowTraining slow) {
        List<Long> forward = training.liveBytes().get(Step.Phase.FORWARD);
        List<Long> backward = training.liveBytes().get(Step.Phase.BACKWARD);
        List<Long> update = training.liveBytes().get(Step.Phase.UPDATE);
        assertThat(forward).as("forward").isEqualTo(slow.forward());
        assertThat(backward).as("backward").isEqualTo(slow.backward());
        assertThat(update).as("update").containsExactly(slow.update());
        assertThat(training.keptForBackward().atLeast()).as("kept").isEqualTo(slow.kept());
        assertThat(update.get(0))
                .isEqualTo(training.weights().atLeast()
                        + training.gradients().atLeast()
                        + training.optimizerState().atLeast());
        assertThat(forward.get(forward.size() - 1))
                .isGreaterThanOrEqualTo(training.weights().atLeast()
                        + training.optimizerState().atLeast()
                        + training.keptForBackward().atLeast());
        thePeakIsTheLargestAndMadeOfWhatIsHeld(training);
    }

    private static void thePeakIsTheLargestAndMadeOfWhatIsHeld(TrainingMemory training) {
        assertThat(training.liveBytes().values().stream()
                        .filter(steps -> !steps.isEmpty())
                        .mapToLong(Collections::max)
                        .max())
                .hasValue(training.peakBytes());
        assertThat(training.liveBytes().get(training.peak().phase())).contains(training.peakBytes());
        assertThat(training.peakHoldings().stream().mapToLong(Allocation::bytes).sum())
                .isEqualTo(training.peakBytes());
        assertThat(training.peakHoldings())
                .extracting(Allocation::bytes)
                .isSortedAccordingTo(Collections.reverseOrder());
    }
}
