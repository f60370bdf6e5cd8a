package io.archmeter.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problems problems = new Problems();

    private void add(String file, int line, int column, String code) {
        problems.add(new Span(file, line, column), code, "fact", "remedy");
    }

    private List<String> codes() {
        return problems.sorted().stream().map(Problem::code).toList();
    }

    @Test
    void nothingIsWrongAtFirst() {
        assertThat(problems.isEmpty()).isTrue();
        assertThat(problems.sorted()).isEmpty();
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void problemsStandInTheOrderOfTheirPlaces() {
        add("b.yaml", 1, 1, "other-file");
        add("a.yaml", 10, 1, "late-line");
        add("a.yaml", 9, 20, "late-column");
        add("a.yaml", 9, 3, "early-column");
        assertThat(codes()).containsExactly("early-column", "late-column", "late-line", "other-file");
    }

    @Test
    void problemsAtOnePlaceStandAsTheyWereFound() {
        add("a.yaml", 1, 1, "zebra");
        add("a.yaml", 1, 1, "ant");
        assertThat(codes()).containsExactly("zebra", "ant");
    }

    @Test
    void whatIsFoundAgainAtOnePlaceIsCounted() {
        Span place = new Span("a.yaml", 1, 1);
        problems.add(new Problem("code", place, "layer1.0", "64 is odd", "halve it"));
        problems.add(new Problem("code", place, "layer1.1", "66 is odd", "halve it"));
        problems.add(new Problem("code", place, "layer1.2", "68 is odd", "halve it"));
        assertThat(problems.sorted())
                .containsExactly(
                        new Problem("code", place, "layer1.0", "64 is odd (and 2 more like it here)", "halve it"));
    }

    @Test
    void aHundredProblemsAreKept() {
        for (int line = 1; line <= 100; line++) {
            add("a.yaml", line, 1, "code");
        }
        assertThat(problems.sorted()).hasSize(100).extracting(Problem::code).containsOnly("code");
    }

    @Test
    void theOneBehindAHundredThrowsThemAll() {
        for (int line = 1; line <= 100; line++) {
            add("a.yaml", line, 1, "code");
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> add("a.yaml", 101, 1, "code"))
                .satisfies(thrown ->
                        assertThat(thrown.problems()).hasSize(101).last().hasToString("""
                                a.yaml:100:1: error: [too-many-problems] there are more problems, which are not shown
                                    remedy: mend these first, then run again"""));
    }

    @Test
    void aLoopThatFindsTheSameAThousandTimesIsStopped() {
        for (int time = 1; time < 1000; time++) {
            add("a.yaml", 1, 1, "code");
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> add("a.yaml", 1, 1, "code"))
                .satisfies(thrown -> assertThat(thrown.problems())
                        .extracting(Problem::code)
                        .containsExactly("code", "too-many-problems"));
    }

    @Test
    void whoCollectsOnIsStoppedAgain() {
        for (int line = 1; line <= 100; line++) {
            add("a.yaml", line, 1, "code");
        }
        for (int time = 1; time <= 2; time++) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> add("a.yaml", 7, 1, "another"))
                    .satisfies(thrown -> assertThat(thrown.problems()).hasSize(101));
        }
    }

    @Test
    void aProblemThatIsKeptIsCountedBeyondTheLimit() {
        for (int line = 1; line <= 100; line++) {
            add("a.yaml", line, 1, "code");
        }
        add("a.yaml", 7, 1, "code");
        assertThat(problems.sorted()).hasSize(100);
        assertThat(problems.sorted().get(6).fact()).isEqualTo("fact (and 1 more like it here)");
    }

    @Test
    void allAreThrownAtOnce() {
        add("a.yaml", 2, 1, "second");
        add("a.yaml", 1, 1, "first");
        assertThat(problems.isEmpty()).isFalse();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(problems::throwIfAny)
                .returns(problems.sorted(), ProblemException::problems);
    }
}
