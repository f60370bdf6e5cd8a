package io.archmeter.spec.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionProblemsTest {
    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true + 1 | 1 | true is no number | + takes numbers",
                "1 + true | 5 | true is no number | + takes numbers",
                "batchnorm * 2 | 1 | batchnorm (true) is no number | * takes numbers",
                "2 - kind | 5 | kind (the text 'basic') is no number | - takes numbers",
                "'x' > 3 | 1 | the text 'x' is no number | > takes numbers",
                "3 <= 'x' | 6 | the text 'x' is no number | <= takes numbers",
                "depths + depths | 1 | depths (the list [3, 4, 6, 3]) is no number | + takes numbers",
                "nothing + 1 | 1 | nothing (nothing) is no number | + takes numbers",
                "1 + (2 == 2) | 5 | (2 == 2) (true) is no number | + takes numbers",
                "width * (kind) | 9 | (kind) (the text 'basic') is no number | * takes numbers",
                "1 + width * 2 + 'x' | 17 | the text 'x' is no number | + takes numbers",
                "2 ^ true | 5 | true is no number | ^ takes numbers",
                "-kind | 2 | kind (the text 'basic') is no number | - takes numbers",
                "not 1 | 5 | 1 is neither true nor false | 'not' takes one of these",
                "width and true | 1 | width (64) is neither true nor false | 'and' takes one of these",
                "true and width | 10 | width (64) is neither true nor false | 'and' takes one of these",
                "false or width + 1 | 10 | width + 1 (65) is neither true nor false | 'or' takes one of these",
                "if(1, 2, 3) | 4 | 1 is neither true nor false | 'if' takes one of these",
                "max(1, kind) | 8 | kind (the text 'basic') is no number | max takes numbers",
                "round('x') | 7 | the text 'x' is no number | round takes numbers",
                "sum(1) | 5 | 1 is no list | sum takes one",
                "sum(kind, 2) | 5 | kind (the text 'basic') is no list | sum takes one",
                "sum(depths, kind) | 13 | kind (the text 'basic') is no number | sum takes numbers",
                "1 + sum(pairs) | 9 | pairs (the list [[…], […]]) has an element that is no number: the list [1, 2] | sum takes numbers",
                "stride[0] | 1 | stride (2) is no list | takes an element",
                "depths[0][0] | 1 | depths[0] (3) is no list | takes an element",
                "depths['a'] | 8 | the text 'a' is no number | [ ] takes numbers",
                "width == 'a' | 10 | width (64) and the text 'a' are of different types | of one type",
                "true != 1 | 9 | true and 1 are of different types | of one type",
                "nothing == 0 | 12 | nothing (nothing) and 0 are of different types | of one type",
                "1 < 2 == 'a' and true | 7 | a second comparison | join them",
            })
    void typesAreStrict(String source, int column, String fact, String remedy) {
        Problem problem = Evaluation.problem(source);

        assertThat(Evaluation.column(problem)).isEqualTo(column);
        assertThat(problem.code()).isEqualTo(remedy.equals("join them") ? "expression-syntax" : "expression-type");
        assertThat(problem.fact()).contains(fact);
        assertThat(problem.remedy()).contains(remedy);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "widht * 2 | 1 | unknown-name | nothing is named 'widht' here | did you mean 'width'?",
                "1 + in.chanels | 5 | unknown-name | 'in.chanels' | did you mean 'in.channels'?",
                "Width | 1 | unknown-name | 'Width' | did you mean 'width'?",
                "zzzzzzzzzzzz | 1 | unknown-name | 'zzzzzzzzzzzz' | use one of: width, stride",
                "True | 1 | unknown-name | 'True' | write 'true'",
                "1 == 2 or FALSE | 11 | unknown-name | 'FALSE' | write 'false'",
                "2 * mean(1, 2) | 5 | unknown-function | there is no function 'mean' | use one of: if, min, max",
                "rond(2) | 1 | unknown-function | 'rond' | did you mean 'round'?",
                "Min(2) | 1 | unknown-function | 'Min' | did you mean 'min'?",
                "in.channels(2) | 1 | unknown-function | 'in.channels' | use one of",
                "1 + min() | 5 | wrong-arguments | min has 0 arguments | at least 1 argument",
                "round(1, 2) | 1 | wrong-arguments | round has 2 arguments | give it 1 argument",
                "round_to(1) | 1 | wrong-arguments | round_to has 1 argument | give it 2 arguments",
                "if(true, 1) | 1 | wrong-arguments | if has 2 arguments | if(condition, value, otherwise)",
                "if() | 1 | wrong-arguments | if has 0 arguments | if(condition, value, otherwise)",
                "1 / 0 | 5 | division-by-zero | this divisor is zero | guard it",
                "1 / (2 - stride) | 5 | division-by-zero | this divisor is zero | guard it",
                "width % (i - 1) | 9 | division-by-zero | this divisor is zero | guard it",
                "0 ^ -1 | 5 | division-by-zero | zero has no power with a negative exponent | 0 or more",
                "sum() | 1 | wrong-arguments | sum has 0 arguments | a list: sum(list), sum(list, count)",
                "sum(1, 2, 3) | 1 | wrong-arguments | sum has 3 arguments | a list",
                "sum(depths, 5) | 13 | index-out-of-range | of 5 elements, and the list has 4 | from 0 to 4",
                "sum(depths, -1) | 13 | index-out-of-range | of -1 elements, and the list has 4 | from 0 to 4",
                "sum(depths, half) | 13 | index-out-of-range | of 0.5 elements, and the list has 4 | from 0 to 4",
                "sum(depths, 2^200) | 13 | index-out-of-range | and the list has 4 | from 0 to 4",
                "5 % -3 | 5 | wrong-number | the divisor of % is -3 | positive",
                "2 ^ 0.5 | 5 | wrong-number | the exponent is 0.5, which is not whole | whole exponent",
                "2 ^ half | 5 | wrong-number | the exponent is 0.5 | whole exponent",
                "round_to(5, 0) | 13 | wrong-number | multiples of 0 | positive",
                "significant(5, 0) | 16 | wrong-number | to 0 digits | from 1 to 18",
                "significant(5, half) | 16 | wrong-number | to 0.5 digits | from 1 to 18",
                "round_to(5, -8) | 13 | wrong-number | multiples of -8 | positive",
                "depths[half] | 8 | wrong-number | the index is 0.5, which is not whole | whole index",
                "depths[4] | 8 | index-out-of-range | the index is 4, and the list has 4 elements | use 0 to 3",
                "depths[i - 2] | 8 | index-out-of-range | the index is -1 | use 0 to 3",
                "depths[2^200] | 8 | index-out-of-range | and the list has 4 elements | use 0 to 3",
                "empty[0] | 7 | index-out-of-range | the list has 0 elements | put something into the list",
                "2 ^ 256 | 3 | number-too-large | more than 256 bits | smaller numbers",
                "2 ^ 999999999999999999999 | 3 | number-too-large | more than 256 bits | smaller numbers",
                "2 ^ -256 | 3 | number-too-large | more than 256 bits | smaller numbers",
                "(1/3) ^ 200 | 7 | number-too-large | more than 256 bits | smaller numbers",
                "(-2) ^ 1000 | 6 | number-too-large | more than 256 bits | smaller numbers",
                "2^255 * 2 | 7 | number-too-large | more than 256 bits | smaller numbers",
                "1 + huge | 3 | number-too-large | more than 256 bits | smaller numbers",
                "max(huge) | 1 | number-too-large | more than 256 bits | smaller numbers",
                "1 + 1e80 | 5 | number-too-large | more than 256 bits | smaller numbers",
                "1e401 | 1 | number-too-large | this number is too long | at most 400 digits",
                "1e99999999999 | 1 | number-too-large | this number is too long | at most 400 digits",
            })
    void whatCannotBeComputedIsNamed(String source, int column, String code, String fact, String remedy) {
        Problem problem = Evaluation.problem(source);

        assertThat(problem.code()).isEqualTo(code);
        assertThat(Evaluation.column(problem)).isEqualTo(column);
        assertThat(problem.fact()).contains(fact);
        assertThat(problem.remedy()).contains(remedy);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`` ~ 1 ~ at the end of the expression ~ write a number",
                "` ` ~ 2 ~ at the end of the expression ~ write a number",
                "1 + ~ 4 ~ at the end of the expression ~ write a number",
                "* 2 ~ 1 ~ a value is missing before '*' ~ write a number",
                "+ 2 ~ 1 ~ a value is missing before '+' ~ write a number",
                "1 + * 2 ~ 5 ~ a value is missing before '*' ~ write a number",
                "() ~ 2 ~ a value is missing before ')' ~ write a number",
                "min(1,) ~ 7 ~ a value is missing before ')' ~ write a number",
                "min(,1) ~ 5 ~ a value is missing before ',' ~ write a number",
                "and true ~ 1 ~ a value is missing before 'and' ~ write a number",
                "true or or true ~ 9 ~ a value is missing before 'or' ~ write a number",
                "[1, 2] ~ 1 ~ a list cannot be written ~ among the params",
                "depths[] ~ 8 ~ a value is missing before ']' ~ write a number",
                "(1 + 2 ~ 1 ~ this '(' is not closed ~ write the ')'",
                "2 * (1 ~ 5 ~ this '(' is not closed ~ write the ')'",
                "min(1, 2 ~ 4 ~ this '(' is not closed ~ write the ')'",
                "depths[0 ~ 7 ~ this '[' is not closed ~ write the ']'",
                "(1 2) ~ 4 ~ an operator is missing before '2' ~ write it",
                "min(1 2) ~ 7 ~ an operator is missing before '2' ~ write it",
                "depths[0) ~ 9 ~ ')' stands where it belongs to nothing ~ remove it",
                "width height ~ 7 ~ an operator is missing before 'height' ~ write it",
                "2 (3) ~ 3 ~ an operator is missing before '(' ~ write it",
                "1 'x' ~ 3 ~ an operator is missing before ''x'' ~ write it",
                "true AND false ~ 6 ~ an operator is missing before 'AND' ~ write 'and' in small letters",
                "1 == 1 Or true ~ 8 ~ an operator is missing before 'Or' ~ write 'or' in small letters",
                "true not false ~ 6 ~ an operator is missing before 'not' ~ write it",
                "1) ~ 2 ~ ')' stands where it belongs to nothing ~ remove it",
                "1 ] ~ 3 ~ ']' stands where it belongs to nothing ~ remove it",
                "1,5 ~ 2 ~ ',' stands where it belongs to nothing ~ write decimals as 0.5",
                "1 < 2 < 3 ~ 7 ~ a second comparison follows the first ~ a < b and b < c",
                "1 == 1 == true ~ 8 ~ a second comparison follows the first ~ a < b and b < c",
                "width = 2 ~ 7 ~ '=' has no meaning ~ use == to compare",
                "width === 2 ~ 7 ~ '===' has no meaning ~ use ==",
                "width => 2 ~ 7 ~ '=>' has no meaning ~ use >=",
                "width =< 2 ~ 7 ~ '=<' has no meaning ~ use <=",
                "width <> 2 ~ 7 ~ '<>' has no meaning ~ use !=",
                "true && false ~ 6 ~ '&&' has no meaning ~ use 'and'",
                "true & false ~ 6 ~ '&' has no meaning ~ use 'and'",
                "true | false ~ 6 ~ '|' has no meaning ~ use 'or'",
                "true || false ~ 6 ~ '||' has no meaning ~ use 'or'",
                "!true ~ 1 ~ '!' has no meaning ~ use 'not'",
                "true ? 1 : 2 ~ 6 ~ '?' has no meaning ~ use if(condition, value, otherwise)",
                "7 // 2 ~ 3 ~ '//' has no meaning ~ use floor(a / b)",
                "7 ** 2 ~ 3 ~ '**' has no meaning ~ use ^",
                "${width} ~ 1 ~ '$' has no meaning ~ write the name alone",
                "{width} ~ 1 ~ '{' has no meaning ~ use parentheses",
                "1; 2 ~ 2 ~ ';' has no meaning ~ separate arguments by ','",
                "2 × 3 ~ 3 ~ '×' has no meaning ~ use *",
                "3 − 2 ~ 3 ~ '−' has no meaning ~ use -",
                "3 ≥ 2 ~ 3 ~ '≥' has no meaning ~ use >=",
                "“a” ~ 1 ~ '“' has no meaning ~ use straight quotes",
                "§ ~ 1 ~ '§' has no meaning ~ remove it",
                "1 \uD83D\uDE00 ~ 3 ~ '\uD83D\uDE00' has no meaning ~ remove it",
                ".5 ~ 1 ~ '.' has no meaning ~ 0.5",
                "in. ~ 3 ~ '.' has no meaning ~ in.channels",
                "in.5 ~ 3 ~ '.' has no meaning ~ in.channels",
                "5. ~ 2 ~ '.' cannot follow the number 5 ~ 0.5",
                "1.2.3 ~ 4 ~ '.' cannot follow the number 1.2 ~ 0.5",
                "2width ~ 2 ~ 'w' cannot follow the number 2 ~ 2 * width",
                "1_000 ~ 2 ~ '_' cannot follow the number 1 ~ 1000",
                "1e ~ 2 ~ 'e' cannot follow the number 1 ~ 1e3",
                "0x1F ~ 2 ~ 'x' cannot follow the number 0 ~ 1000",
                "'abc ~ 1 ~ this quote is not closed ~ closing quote",
                "1 + \"abc' ~ 5 ~ this quote is not closed ~ closing quote",
            })
    void syntaxIsExplainedAtTheTokenThatIsWrong(String source, int column, String fact, String remedy) {
        Problem problem = Evaluation.problem(source);

        assertThat(problem.code()).isEqualTo("expression-syntax");
        assertThat(Evaluation.column(problem)).isEqualTo(column);
        assertThat(problem.fact()).contains(fact);
        assertThat(problem.remedy()).contains(remedy);
    }

    @Test
    void aProblemReadsAsOneLineAndItsRemedy() {
        assertThat(Evaluation.problem("width * kind"))
                .hasToString("a.yaml:7:109: error: [expression-type] kind (the text 'basic') is no number\n"
                        + "    remedy: * takes numbers");
    }

    @Test
    void nestingIsBounded() {
        assertDeep("(".repeat(65) + "1" + ")".repeat(65), 65);
        assertDeep("-".repeat(65) + "1", 65);
        assertDeep("not ".repeat(65) + "true", 64 * 4 + 1);
        assertDeep("2^".repeat(65) + "1", 130);
        assertDeep("min(".repeat(65) + "1" + ")".repeat(65), 65 * 4);
        assertDeep("sum(".repeat(65) + "1" + ")".repeat(65), 65 * 4);
        assertDeep("depths[".repeat(65) + "0" + "]".repeat(65), 65 * 7);
        assertDeep("(".repeat(1_000), 65);
        assertDeep("1+(".repeat(65), 65 * 3);
    }

    private static void assertDeep(String source, int column) {
        Problem problem = Evaluation.problem(source);

        assertThat(problem.code()).isEqualTo("too-deep");
        assertThat(Evaluation.column(problem)).isEqualTo(column);
    }

    @Test
    void lengthIsBounded() {
        assertThat(Evaluation.value("1" + " ".repeat(999)).described()).isEqualTo("1");
        assertThat(Evaluation.problem("1" + " ".repeat(1_000)).code()).isEqualTo("expression-too-long");
        assertThat(Evaluation.column(Evaluation.problem("1" + " ".repeat(1_000))))
                .isEqualTo(1);
        assertThat(Evaluation.problem("((((".repeat(25_000)).code()).isEqualTo("expression-too-long");
    }
}
