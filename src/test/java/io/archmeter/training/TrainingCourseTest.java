package io.archmeter.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.RandomGraph;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.report.Network;
import io.archmeter.training.Allocation.Use;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingCourseTest {
    private static final long SEED = 20_261_201;
    private static final int GRAPHS = 300;

    /** Weights are there in all steps; their gradients from their layer's backward step to the update; the optimizer has no state. */
    @Test
    void parametersAreThereAllTheTimeAndTheirGradientsFromBackwardOn() {
        NetworkFacts network = Network.on("chain", "", 1, 1, 4, 4)
                .layer("conv", "conv", "channels", 2, "kernel", 1)
                .layer("flatten", "flatten")
                .layer("linear", "linear", "features", 3)
                .model()
                .facts(DType.FLOAT32);

        TrainingCourse course = TrainingCourse.of(network, Optimizer.SGD);

        assertThat(course.steps())
                .extracting(Step::toString)
                .containsExactly(
                        "forward of input",
                        "forward of conv",
                        "forward of flatten",
                        "forward of linear",
                        "backward of linear",
                        "backward of flatten",
                        "backward of conv",
                        "update");
        assertThat(stays(course, Use.WEIGHTS))
                .containsExactly("conv.weight 8 0-7", "conv.bias 8 0-7", "linear.weight 384 0-7", "linear.bias 12 0-7");
        assertThat(stays(course, Use.PARAMETER_GRADIENT))
                .containsExactly("linear.weight 384 4-7", "linear.bias 12 4-7", "conv.weight 8 6-7", "conv.bias 8 6-7");
        assertThat(stays(course, Use.OPTIMIZER_STATE)).isEmpty();
    }

    private static List<String> stays(TrainingCourse course, Use use) {
        return course.stays().stream()
                .filter(stay -> stay.held().use() == use)
                .map(stay -> stay.held().name() + " " + stay.held().bytes() + " " + stay.first() + "-" + stay.last())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alexnet", "googlenet", "densenet121", "gpt2"})
    void ofEachStepItHasAllLiveBytes(String model) {
        requireAll(BundledModels.model(model).facts(DType.FLOAT32), Optimizer.ADAM);
    }

    @Test
    void itDoesSoOnAnyGraph() {
        for (int round = 0; round < GRAPHS; round++) {
            Random random = new Random(SEED + round);
            Graph graph = RandomGraph.withSeveral(random);
            try {
                requireAll(
                        NetworkFacts.of(graph, DType.FLOAT32),
                        Optimizer.values()[random.nextInt(Optimizer.values().length)]);
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("seed " + (SEED + round) + ": " + graph, failed);
            }
        }
    }

    private static void requireAll(NetworkFacts network, Optimizer optimizer) {
        TrainingCourse course = TrainingCourse.of(network, optimizer);
        long[] bytes = new long[course.steps().size()];
        for (TrainingCourse.Stay stay : course.stays()) {
            for (int step = stay.first(); step <= stay.last(); step++) {
                bytes[step] += stay.held().bytes();
            }
        }
        TrainingMemory training = TrainingMemory.of(network, optimizer);
        assertThat(bytes)
                .containsExactly(List.of(Step.Phase.values()).stream()
                        .flatMap(phase -> training.liveBytes().get(phase).stream())
                        .mapToLong(Long::longValue)
                        .toArray());
    }
}
