package io.archmeter.spec.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.SourceText;
import io.archmeter.value.PlainValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    @ParameterizedTest(name = "{index}: {0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "conv1 | conv1",
                "`` | ``",
                "layer{stride} | layer2",
                "conv{i + 1}_1 | conv2_1",
                "{kind} | basic",
                "{kind}{i}x{stride} | basic1x2",
                "a{'}'}b | a}b",
                "a{\"{'\"}b | a{'b",
                "{if(i == 1, 'one', \"more\")} | one",
                "n{4 / 2} | n2",
                "größe{i} | größe1",
            })
    void bracesHoldExpressions(String source, String text) {
        assertThat(template(source).text(Evaluation.VARIABLES, new EvaluationSteps()))
                .contains(text);
    }

    @Test
    void whatDependsOnTheUnknownIsEmpty() {
        assertThat(template("layer{mystery}").text(Evaluation.VARIABLES, new EvaluationSteps()))
                .isEmpty();
        assertThat(template("{i}{mystery + 1}x").text(Evaluation.VARIABLES, new EvaluationSteps()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "layer{half} | 7 | expression-type | a name cannot hold 0.5",
                "layer{batchnorm} | 7 | expression-type | a name cannot hold true",
                "layer{depths} | 7 | expression-type | a name cannot hold the list",
                "layer{nothing} | 7 | expression-type | a name cannot hold nothing",
                "layer{i + stag} | 11 | unknown-name | 'stag'",
                "a{i}b{1 / 0} | 11 | division-by-zero | zero",
                "layer{i | 6 | expression-syntax | this '{' is not closed",
                "layer{'i} | 6 | expression-syntax | this '{' is not closed",
                "layer} | 6 | expression-syntax | this '}' closes nothing",
                "a{i}} | 5 | expression-syntax | this '}' closes nothing",
                "layer{} | 7 | expression-syntax | a value is missing",
                "a{1 +} | 6 | expression-syntax | a value is missing",
                "a{{i}} | 3 | expression-syntax | '{' has no meaning",
            })
    void problemsAreAtTheirColumns(String source, int column, String code, String fact) {
        Problem problem = problem(source);

        assertThat(problem.code()).isEqualTo(code);
        assertThat(Evaluation.column(problem)).isEqualTo(column);
        assertThat(problem.fact()).contains(fact);
    }

    @Test
    void lengthIsBoundedBeforeAndAfter() {
        assertThat(problem("x".repeat(1_001)).code()).isEqualTo("expression-too-long");

        String hundred = "{'" + "x".repeat(97) + "'}";
        assertThat(template("{kind}".repeat(166))
                        .text(Evaluation.VARIABLES, new EvaluationSteps())
                        .orElseThrow())
                .hasSize(830);
        assertThat(template(hundred.repeat(9)).text(Evaluation.VARIABLES, new EvaluationSteps()))
                .isPresent();

        Variables longTexts = new Variables() {
            @Override
            public Optional<PlainValue> get(String name) {
                return Optional.of(new PlainValue.Text("x".repeat(600)));
            }

            @Override
            public int count() {
                return 0;
            }

            @Override
            public Collection<String> names() {
                return List.of("t");
            }
        };
        assertThat(template("{t}").text(longTexts, new EvaluationSteps())).isPresent();
        ProblemException thrown = catchThrowableOfType(
                ProblemException.class, () -> template("{t}{t}").text(longTexts, new EvaluationSteps()));
        assertThat(Evaluation.only(thrown).code()).isEqualTo("name-too-long");
        assertThat(Evaluation.only(thrown).place()).isEqualTo(Evaluation.AT);
    }

    private static Template template(String source) {
        return Template.parse(SourceText.of(source, Evaluation.AT));
    }

    private static Problem problem(String source) {
        return Evaluation.only(catchThrowableOfType(
                ProblemException.class, () -> template(source).text(Evaluation.VARIABLES, new EvaluationSteps())));
    }
}
