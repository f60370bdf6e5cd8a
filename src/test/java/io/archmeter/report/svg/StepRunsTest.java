package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.picture.BlocksOverSteps;
import io.archmeter.report.picture.BlocksOverSteps.Mark;
import io.archmeter.report.picture.BlocksOverSteps.Step;
import io.archmeter.report.picture.BlocksOverSteps.Stretch;
import io.archmeter.report.picture.Quantity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepRunsTest {
    private static StepRuns runs(List<Stretch> stretches, String... labels) {
        Quantity nothing = new Quantity(0, "");
        List<Step> steps =
                Stream.of(labels).map(label -> new Step(label, nothing, "")).toList();
        return new StepRuns(new BlocksOverSteps(
                "",
                "",
                "",
                steps,
                stretches,
                List.of(),
                List.of(),
                new Quantity(1, ""),
                List.of(),
                new Mark(0, "", List.of())));
    }

    private static StepRuns runs(String... labels) {
        return runs(List.of(new Stretch("", 0)), labels);
    }

    @Test
    void stepsOfAModuleAreARun() {
        assertThat(runs("input", "a.0.x", "a.0.y", "a.1.x", "b").of(1))
                .containsExactly(
                        new StepRuns.Run(List.of("input"), 0, 1),
                        new StepRuns.Run(List.of("a"), 1, 4),
                        new StepRuns.Run(List.of("b"), 4, 5));
        assertThat(runs("input", "a.0.x", "a.0.y", "a.1.x", "b").of(2))
                .extracting(run -> run.labels().get(0))
                .containsExactly("input", "a.0", "a.1", "b");
    }

    @Test
    void aNumberIsTheShortestLabel() {
        assertThat(new StepRuns.Run(List.of("layer1", "0"), 0, 1).labels()).containsExactly("layer1.0", "0");
        assertThat(new StepRuns.Run(List.of("encoder", "layer_11"), 0, 1).labels())
                .containsExactly("layer_11", "11");
        assertThat(new StepRuns.Run(List.of("fc"), 0, 1).labels()).containsExactly("fc");
    }

    @Test
    void aRunEndsWithItsStretch() {
        assertThat(runs(List.of(new Stretch("forward", 0), new Stretch("backward", 2)), "a.x", "a.y", "a.y", "a.x")
                        .of(1))
                .extracting(StepRuns.Run::first)
                .containsExactly(0, 2);
    }

    @Test
    void modulesThatHaveNearlyAllStepsDivideNothing() {
        assertThat(runs("in", "net.h.0.x", "net.h.0.y", "net.h.1.x", "net.h.1.y", "net.h.2.x", "net.h.2.y")
                        .dividing())
                .isEqualTo(3);
        assertThat(runs("in", "a.x", "a.y", "b.x", "b.y").dividing()).isEqualTo(1);
        assertThat(runs("in").dividing()).isEqualTo(1);
    }
}
