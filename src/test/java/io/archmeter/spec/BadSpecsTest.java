package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.ExpectedProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is said at its place, in the field's words, with a remedy; all of a spec at once, and none that are not. */
class BadSpecsTest {
    static List<BadSpec> specs() {
        return BadSpec.most();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void theProblemsAreThoseThatAreWrittenInTheSpec(BadSpec spec) {
        ExpectedProblem.assertAll(spec.expected(), spec.problems());
    }

    @Test
    void thereAreSome() {
        assertThat(specs()).hasSizeGreaterThan(200);
    }
}
