package io.archmeter.convention.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is wrong with a convention is said where it is written, all at once. */
class BadConventionsTest {
    @Test
    void aConventionNeedsANameAUnitAndPrices() {
        assertThat(problems("title: mine\n")).isEqualTo("""
                        mine.yaml:1:1: error: [no-name] the convention has no name
                            remedy: write convention: my-chip
                        mine.yaml:1:1: error: [no-unit] the convention does not say what a multiply-add is
                            remedy: write multiply_add: 1 where it is one, 2 where its two operations are counted, 0 where it is not counted
                        mine.yaml:1:1: error: [no-prices] the convention says of no operator what it costs
                            remedy: write operators: {conv: =multiply_adds}""");
    }

    @Test
    void allThatIsMisspeltIsSaidWithWhatWasMeant() {
        assertThat(problems("""
                        convention: mine
                        multiply_add: 1
                        operators:
                          conv2d: =multiply_adds
                          relu: {comparison: =output}
                          linear: =multiply_ads
                          softmax: "=if(layer.axis == 1, 2 * inputt, 0)"
                          gelu: many
                        """)).isEqualTo("""
                        mine.yaml:4:3: error: [unknown-operator] there is no operator 'conv2d'
                            remedy: did you mean 'conv'?
                        mine.yaml:5:10: error: [unknown-key] the prices of relu has no key 'comparison'
                            remedy: did you mean 'comparisons'?
                        mine.yaml:6:12: error: [unknown-name] nothing is named 'multiply_ads' here
                            remedy: did you mean 'multiply_adds'?
                        mine.yaml:7:38: error: [unknown-name] nothing is named 'inputt' here
                            remedy: did you mean 'input'?
                        mine.yaml:8:9: error: [wrong-type] a price must be a number or an expression, but is the text 'many'
                            remedy: write 0, or an expression such as =2 * input""");
    }

    @Test
    void aNameIsThatOfAColumn() {
        assertThat(problems("{convention: my chip, multiply_add: 1, others: 0}"))
                .isEqualTo("""
                        mine.yaml:1:14: error: [wrong-name] 'my chip' cannot be the name of a convention, which is that of a column
                            remedy: use letters, digits, '_', '-' and '.', and begin with a letter: my-chip""");
    }

    @Test
    void anOperatorHasItsPricesOnce() {
        assertThat(problems("""
                        convention: mine
                        multiply_add: 2
                        operators:
                          relu, gelu: =output
                          gelu: 0
                        """)).isEqualTo("""
                        mine.yaml:5:3: error: [duplicate-key] the operator 'gelu' has its prices already
                            remedy: remove one of the two""");
    }

    private static String problems(String text) {
        TextFile file = TextFile.of("mine.yaml", text.getBytes(StandardCharsets.UTF_8));
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> ConventionFile.read(file));
        return refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
