package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.ExpectedProblem;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is said at its place, in the field's words, with a remedy; all of a spec at once, and none that are not. */
class BadSpecsTest {
    static List<BadSpec> specs() {
        return BadSpec.all();
    }

    /** The time is that of a machine with much else to do; alone, a spec takes milliseconds, or a second if it is a bomb. */
    @ParameterizedTest
    @MethodSource("specs")
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theProblemsAreThoseThatAreWrittenInTheSpec(BadSpec spec) {
        ExpectedProblem.assertAll(spec.expected(), spec.problems());
    }

    @Test
    void thereAreSome() {
        assertThat(specs()).hasSizeGreaterThan(200);
    }
}
