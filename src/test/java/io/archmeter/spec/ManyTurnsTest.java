package io.archmeter.spec;

import io.archmeter.problem.ExpectedProblem;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong specs that are refused after fifteen million steps, which the second compiler makes bearable. */
@Tag("vectors")
class ManyTurnsTest {
    static List<BadSpec> specs() {
        return BadSpec.ofManyTurns();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void theProblemsAreThoseThatAreWrittenInTheSpec(BadSpec spec) {
        ExpectedProblem.assertAll(spec.expected(), spec.problems());
    }
}
