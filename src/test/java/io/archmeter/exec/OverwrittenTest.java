package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlan.Placement;
import io.archmeter.memory.Peak;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Outputs at places that no planner should give them. All tensors have 4 elements; node 0 is the input. */
class OverwrittenTest {
    private static final Graph CHAIN = graph("[{conv: 1, kernel: 1}, relu, dropout, {conv: 1, kernel: 1}]");
    private static final Graph FORK = graph("{one: relu, two: dropout, sum: {add: , from: [input, one, two]}}");

    private static Graph graph(String layers) {
        return WrittenModel.of("input: [1, 2, 2]\nlayers: " + layers + "\n").graph();
    }

    @Test
    void whatNobodyNeedsMayBeOverwritten() {
        assertThat(overwritten(CHAIN, 0, 4, 4, 4, 0)).containsExactly("[]", "[]", "[]", "[]");
        assertThat(overwritten(FORK, 0, 4, 4, 0)).containsExactly("[]", "[]", "[]");
    }

    @Test
    void aKernelThatNeedsMemoryOfItsOwnDestroysItsInput() {
        assertThat(overwritten(CHAIN, 0, 0, 4, 4, 8)).containsExactly("[0]", "[]", "[]", "[]");
        assertThat(overwritten(CHAIN, 0, 4, 8, 8, 10)).containsExactly("[]", "[]", "[]", "[3]");
    }

    @Test
    void whatOthersStillReadMustNotBeOverwritten() {
        assertThat(overwritten(FORK, 0, 0, 4, 8)).containsExactly("[0]", "[]", "[]");
    }

    @Test
    void inPlaceMeansAtTheSameElements() {
        assertThat(overwritten(CHAIN, 0, 4, 6, 6, 0)).containsExactly("[]", "[1]", "[]", "[]");
    }

    @Test
    void aViewThatIsMovedMustNotBeMovedOntoOthers() {
        assertThat(overwritten(FORK, 0, 4, 8, 12)).containsExactly("[]", "[]", "[]");
        assertThat(overwritten(FORK, 0, 4, 0, 12)).containsExactly("[]", "[0]", "[]");
    }

    /** What each layer overwrites when the tensors begin at these elements of the arena. */
    private static List<String> overwritten(Graph graph, long... begins) {
        List<Optional<Placement>> places = LongStream.of(begins)
                .mapToObj(begin -> Optional.of(new Placement(begin * Float.BYTES, 4 * Float.BYTES)))
                .toList();
        long end = LongStream.of(begins).max().orElseThrow() + 4;
        MemoryPlan plan = new MemoryPlan(
                places, List.of(), List.of(), end * Float.BYTES, new Peak(0, "input", "input", 0, List.of()));
        Forward forward =
                new Forward(graph, plan, new SeededWeights(0), new Workers(1), new Forward.Options(false, false));
        List<String> overwritten = new ArrayList<>();
        forward.run(new float[4], seen -> overwritten.add(seen.overwritten().toString()));
        return overwritten;
    }
}
