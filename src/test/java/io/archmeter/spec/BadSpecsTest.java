package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.Problem;
import java.util.ArrayList;
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
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(spec.problems());
        for (BadSpec.Expected each : spec.expected()) {
            expected.add(each.toString());
            problems.stream().filter(each::fits).findFirst().ifPresent(found -> {
                problems.remove(found);
                actual.add(each.toString());
            });
        }
        problems.forEach(problem -> actual.add(BadSpec.Expected.of(problem)));

        assertThat(expected).isNotEmpty();
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(spec.problems()).allSatisfy(BadSpecsTest::assertReadable);
    }

    private static void assertReadable(Problem problem) {
        assertThat(problem.toString()).hasLineCount(2).hasSizeLessThan(600);
        assertThat(problem.fact() + problem.remedy())
                .doesNotContain("null", "Optional", "Value", "archmeter", "Exception", "  ");
        assertThat(problem.fact()).doesNotEndWith(".");
        assertThat(problem.remedy()).doesNotEndWith(".");
    }

    @Test
    void thereAreSome() {
        assertThat(specs()).hasSizeGreaterThan(200);
    }
}
