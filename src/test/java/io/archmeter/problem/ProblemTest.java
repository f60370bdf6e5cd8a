package io.archmeter.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final Span PLACE = new Span("specs/resnet18.yaml", 41, 17);

    @Test
    void aProblemSaysWhereWhatAndWhatToDo() {
        Problem problem = new Problem(
                "indivisible-groups",
                PLACE,
                "layer3.0.conv2",
                "256 input channels do not divide into 5 groups",
                "use 1, 2, 4, 8, 16, 32, 64, 128 or 256");
        assertThat(problem).hasToString("""
                        specs/resnet18.yaml:41:17: error: [indivisible-groups] layer3.0.conv2: \
                        256 input channels do not divide into 5 groups
                            remedy: use 1, 2, 4, 8, 16, 32, 64, 128 or 256""");
    }

    @Test
    void aProblemOfNoLayerNamesNone() {
        assertThat(Problem.at(PLACE, "unknown-key", "no such key: kernal", "did you mean 'kernel'?"))
                .hasToString("""
                        specs/resnet18.yaml:41:17: error: [unknown-key] no such key: kernal
                            remedy: did you mean 'kernel'?""");
    }

    @Test
    void aProblemNeedsAllItsParts() {
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.at(PLACE, " ", "fact", "remedy"));
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.at(PLACE, "code", "", "remedy"));
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.at(PLACE, "code", "fact", "\n"));
        assertThatNullPointerException().isThrownBy(() -> Problem.at(null, "code", "fact", "remedy"));
        assertThatNullPointerException().isThrownBy(() -> new Problem("code", PLACE, null, "fact", "remedy"));
    }

    @Test
    void anExceptionSaysAllItsProblems() {
        Problem one = Problem.at(PLACE, "one", "first fact", "first remedy");
        Problem two = Problem.at(PLACE.plus(2), "two", "second fact", "second remedy");
        assertThat(new ProblemException(List.of(one, two)))
                .hasMessage("""
                        specs/resnet18.yaml:41:17: error: [one] first fact
                            remedy: first remedy
                        specs/resnet18.yaml:41:19: error: [two] second fact
                            remedy: second remedy""")
                .returns(List.of(one, two), ProblemException::problems);
        assertThat(new ProblemException(one).problems()).containsExactly(one);
    }
}
