package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.problem.Problem;
import io.archmeter.verify.Planted;
import io.archmeter.verify.Progress;
import io.archmeter.verify.Verification;
import io.archmeter.verify.Verifier;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class NotAsPredictedTest {
    private static final Graph RIGHT = WrittenModel.of("name: two\ninput: [2, 3]\nlayers: {a: {linear: 3}, b: relu}\n")
            .graph();

    /** As many elements as it has in truth, and the axes swapped: the run goes on. */
    private static final Graph WRONG = Planted.output(RIGHT, "b", 1, 3, 2);

    @Test
    void whatIsAsPredictedIsNoProblem() {
        assertThat(NotAsPredicted.problems(List.of(verify(RIGHT)))).isEmpty();
    }

    @Test
    void eachLayerThatDiffersIsAProblemAtItsPlace() {
        assertThat(NotAsPredicted.problems(List.of(verify(RIGHT), verify(WRONG))))
                .singleElement()
                .extracting(Problem::toString, InstanceOfAssertFactories.STRING)
                .endsWith("""
                        .yaml:3:29: error: [not-as-predicted] b: output: 1x3x2 predicted, 1x2x3 observed
                            remedy: a rule or a kernel of Archmeter is wrong: please report it, with this model\
                        """);
    }

    private static Verification verify(Graph graph) {
        return Verifier.verify(NetworkFacts.of(graph, DType.FLOAT32), Verifier.Options.DEFAULT, Progress.NONE);
    }
}
