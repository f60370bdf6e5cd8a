package io.archmeter.spec.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.source.SourceText;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    @ParameterizedTest(name = "{index}: {0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | 12",
                "0.1 + 0.2 | 0.3",
                "1e3 | 1000",
                "1.5e-3 * 1000 | 1.5",
                "2E+2 | 200",
                "007 | 7",
                "7 / 2 | 3.5",
                "112 / 3 * 3 | 112",
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "10 - 3 - 2 | 5",
                "100 / 10 / 5 | 2",
                "100 / 10 * 5 | 50",
                "2 * 7 % 4 | 2",
                "-2^2 | -4",
                "(-2)^2 | 4",
                "2^-2 | 0.25",
                "2^3^2 | 512",
                "2^-2^2 | 0.0625",
                "2^-1*6 | 3",
                "-2 * 3 | -6",
                "2 * -3 | -6",
                "2 - -3 | 5",
                "--3 | 3",
                "0.5^2 | 0.25",
                "(1/3)^2 * 9 | 1",
                "0^0 | 1",
                "0^5 | 0",
                "1^1000000000000 | 1",
                "(-1)^1000000000001 | -1",
                "(-1)^1000000000000 | 1",
                "(-1)^-3 | -1",
                "(-2)^3 | -8",
                "7 % 3 | 1",
                "-7 % 3 | 2",
                "6 % 3 | 0",
                "-6 % 3 | 0",
                "5.5 % 2 | 1.5",
                "-0.5 % 2 | 1.5",
                "width * 4 | 256",
                "in.channels / width | 4",
                "  width  *   2  | 128",
                "depths[0] | 3",
                "depths[i + 1] | 6",
                "depths[depths[0]] | 3",
                "pairs[0][1] | 2",
                "(depths)[1] | 4",
                "-depths[1]^2 | -16",
                "depths[4 / 2] | 6",
                "min(3) | 3",
                "min(3, 1, 2) | 1",
                "max(3, width, 2) | 64",
                "max(min(5, 4), 3) | 4",
                "min (2, 3) | 2",
                "round(2.4) | 2",
                "round(2.5) | 3",
                "round(-2.5) | -2",
                "round(-2.6) | -3",
                "round(1/3) | 0",
                "ceil(2) | 2",
                "ceil(2.1) | 3",
                "ceil(-2.9) | -2",
                "floor(2.9) | 2",
                "floor(-2.1) | -3",
                "round_to(84, 8) | 88",
                "round_to(83.9, 8) | 80",
                "round_to(112 * 0.75, 8) | 88",
                "round_to(-4, 8) | 0",
                "round_to(-4.1, 8) | -8",
                "round_to(0.7, 0.5) | 0.5",
                "round_to(0.75, 0.5) | 1",
                "round_to(7, 2/3) * 3 | 22",
                "significant(3239083, 4) | 3239000",
                "significant(12345, 4) | 12340",
                "significant(12355, 4) | 12360",
                "significant(-99999, 4) | -100000",
                "significant(841, 4) | 841",
                "significant(0, 4) | 0",
                "significant(2/3, 3) * 1000 | 667",
                "sum(depths) | 16",
                "sum(depths, 0) | 0",
                "sum(depths, i + 1) | 7",
                "sum(depths, 4) | 16",
                "sum(empty) | 0",
                "sum(pairs[0]) * 2 | 6",
                "sum(pairs[1], 0) | 0",
                "if(true, 1, 2) | 1",
                "if(false, 1, 2) | 2",
                "if(stride == 2, width, width / 0) | 64",
                "if(stride != 2, missing, 3) | 3",
                "if(true, if(false, 1, 2), 3) | 2",
            })
    void computesExactly(String source, String number) {
        assertThat(Evaluation.value(source)).isEqualTo(new PlainValue.Num(exactly(number)));
    }

    private static Rational exactly(String number) {
        return Rational.of(new BigDecimal(number));
    }

    @ParameterizedTest(name = "{index}: {0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true | true",
                "false | false",
                "not true | false",
                "not not true | true",
                "not(false) | true",
                "1 == 1.0 | true",
                "0.1 + 0.2 == 0.3 | true",
                "1 / 3 == 2 / 6 | true",
                "1 != 2 | true",
                "1 < 2 | true",
                "2 < 2 | false",
                "2 <= 2 | true",
                "3 <= 2 | false",
                "3 > 2 | true",
                "2 > 2 | false",
                "2 >= 2 | true",
                "1 >= 2 | false",
                "-1 < 0 | true",
                "1/3 > 0.333 | true",
                "kind == 'basic' | true",
                "kind == \"basic\" | true",
                "kind != 'Basic' | true",
                "'it is \"x\"' == \"it is 'x'\" | false",
                "'' == \"\" | true",
                "batchnorm == true | true",
                "batchnorm != false | true",
                "depths == depths | true",
                "depths == empty | false",
                "nothing == nothing | true",
                "not 1 == 2 | true",
                "true and false | false",
                "true and true | true",
                "false or true | true",
                "false or false | false",
                "true or false and false | true",
                "(true or false) and false | false",
                "not false and false | false",
                "1 + 1 == 2 and 2 * 2 == 4 | true",
                "stride != 1 or in.channels != width * 4 | true",
                "false and missing | false",
                "true or missing | true",
                "i > 0 and depths[i - 1] == 3 | true",
                "false and 1 / 0 == 1 | false",
                "if(kind == 'basic', batchnorm, 3) | true",
            })
    void decides(String source, boolean flag) {
        assertThat(Evaluation.value(source)).isEqualTo(new PlainValue.Flag(flag));
    }

    @Test
    void blanksOfAllKindsDivide() {
        assertThat(Evaluation.value("\twidth\n*\r\n2 ")).isEqualTo(PlainValue.Num.of(128));
    }

    @Test
    void aTextOrAListIsAValueToo() {
        assertThat(Evaluation.value("kind")).isEqualTo(new PlainValue.Text("basic"));
        assertThat(Evaluation.value("if(stride == 2, 'a b', \"c\")")).isEqualTo(new PlainValue.Text("a b"));
        assertThat(Evaluation.value("pairs[1][0]")).isEqualTo(new PlainValue.Text("x"));
        assertThat(Evaluation.value("empty").described()).isEqualTo("the list []");
        assertThat(Evaluation.value("nothing")).isEqualTo(new PlainValue.Nothing());
    }

    @Test
    void namesAreToldApartByCaseAndMayLookLikeFunctions() {
        Variables variables = new Variables() {
            @Override
            public Optional<PlainValue> get(String name) {
                return Optional.of(new PlainValue.Text(name));
            }

            @Override
            public int count() {
                return 0;
            }

            @Override
            public Collection<String> names() {
                return List.of();
            }
        };

        for (String name : List.of("min", "sum", "if", "Width", "width", "_x1", "a.b.c", "android", "order", "notes")) {
            assertThat(Expression.parse(SourceText.of(name, Evaluation.AT)).evaluate(variables, new EvaluationSteps()))
                    .isEqualTo(new PlainValue.Text(name));
        }
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "mystery",
                "mystery + 1",
                "1 - mystery",
                "mystery * true",
                "-mystery",
                "not mystery",
                "mystery == 1",
                "1 == mystery",
                "mystery < 'x'",
                "mystery and false",
                "true and mystery",
                "mystery or true",
                "false or mystery",
                "if(mystery, 1, 2)",
                "if(true, mystery, 2)",
                "min(1, mystery)",
                "round(mystery)",
                "sum(mystery)",
                "sum(mystery, 9)",
                "sum(depths, mystery)",
                "depths[mystery]",
                "mystery[0]",
                "mystery[0][9]",
                "(mystery)",
                "mystery / 0",
            })
    void whatNeedsTheUnknownIsUnknown(String source) {
        assertThat(Evaluation.value(source)).isEqualTo(new PlainValue.Unknown());
    }

    @Test
    void whatDoesNotNeedTheUnknownIsKnown() {
        assertThat(Evaluation.value("false and mystery")).isEqualTo(new PlainValue.Flag(false));
        assertThat(Evaluation.value("true or mystery")).isEqualTo(new PlainValue.Flag(true));
        assertThat(Evaluation.value("if(false, mystery, 2)")).isEqualTo(PlainValue.Num.of(2));
    }

    @Test
    void anExpressionIsParsedOnceAndEvaluatedOften() {
        Expression expression = Expression.parse(SourceText.of("x * x", Evaluation.AT));

        for (long x = 1; x < 4; x++) {
            PlainValue value = PlainValue.Num.of(x);
            Variables variables = new Variables() {
                @Override
                public int count() {
                    return 1;
                }

                @Override
                public Optional<PlainValue> get(String name) {
                    return Optional.of(value);
                }

                @Override
                public Collection<String> names() {
                    return List.of("x");
                }
            };
            assertThat(expression.evaluate(variables, new EvaluationSteps())).isEqualTo(PlainValue.Num.of(x * x));
        }
    }

    @Test
    void numbersReachTo256Bits() {
        BigInteger most = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

        assertThat(Evaluation.value("2^255 - 1 + 2^255")).isEqualTo(new PlainValue.Num(Rational.of(most)));
        assertThat(Evaluation.value("2^-255"))
                .isEqualTo(new PlainValue.Num(new Rational(BigInteger.ONE, BigInteger.TWO.pow(255))));
        assertThat(Evaluation.value(most.toString())).isEqualTo(new PlainValue.Num(Rational.of(most)));
        assertThat(Evaluation.value("huge")).isEqualTo(new PlainValue.Num(Rational.of(BigInteger.TEN.pow(400))));
        assertThat(Evaluation.value("huge > 1")).isEqualTo(new PlainValue.Flag(true));
    }

    @Test
    void longSumsAndSixtyFourParenthesesAreFine() {
        assertThat(Evaluation.value("1" + "+1".repeat(499))).isEqualTo(PlainValue.Num.of(500));
        assertThat(Evaluation.value("(".repeat(64) + "1" + ")".repeat(64))).isEqualTo(PlainValue.Num.of(1));
        assertThat(Evaluation.value("-".repeat(64) + "1")).isEqualTo(PlainValue.Num.of(1));
    }
}
