package io.archmeter.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    @ParameterizedTest(name = "{index}: {0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "64 | 64",
                "-3 | -3",
                "+7 | 7",
                "010 | 10",
                "0x1F | 31",
                "0o17 | 15",
                "0.1 | 0.1",
                ".5 | 0.5",
                "-.5e-1 | -0.05",
                "5. | 5",
                "1e3 | 1000",
                "1E+2 | 100",
                "1e-5 | 0.00001",
                "-0.0 | 0",
                "1_000 | '1_000'",
                "1:30 | '1:30'",
                "1.2.3 | '1.2.3'",
                "0x | '0x'",
                "0o8 | '0o8'",
                "- | [nothing]",
                "-x | '-x'",
                "+ | '+'",
                "true | true",
                "True | true",
                "TRUE | true",
                "false | false",
                "False | false",
                "FALSE | false",
                "tRUE | 'tRUE'",
                "yes | 'yes'",
                "no | 'no'",
                "on | 'on'",
                "~ | nothing",
                "null | nothing",
                "Null | nothing",
                "NULL | nothing",
                "nil | 'nil'",
                "relu | 'relu'",
                "=width * 4 | '=width * 4'",
                "'64' | '64'",
                "\"true\" | 'true'",
                "\"\" | ''",
                "\"a\\tb\" | 'a\tb'",
                "!!str 64 | '64'",
                "! 64 | '64'",
                "!!str | ''",
                "!!map {a: 1} | {a: 1}",
                "!!seq [1] | [1]",
            })
    void readsScalarsByTheCoreSchema(String text, String value) {
        Reading reading = Reading.yaml(text);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.values()).isEqualTo(value);
    }

    @Test
    void numbersAreExact() {
        assertThat(Reading.yaml("0.1").located().orElseThrow())
                .isEqualTo(new SourceValue.Scalar(
                        new Span("a.yaml", 1, 1),
                        new Span("a.yaml", 1, 1),
                        new PlainValue.Num(new Rational(BigInteger.ONE, BigInteger.TEN))));
    }

    @Test
    void keysAreTextsHoweverTheyAreWritten() {
        assertThat(Reading.yaml("{1: a, true: b, ~: c, 1e999: d, '=x': e, \"\": f, =block: g}")
                        .values())
                .isEqualTo("{1: 'a', true: 'b', ~: 'c', 1e999: 'd', =x: 'e', : 'f', =block: 'g'}");
    }

    @Test
    void everyPartHasItsPlace() {
        assertThat(Reading.yaml("""
                name: vgg
                layers:
                  - {conv: =width, kernel: 3}
                  - relu
                  - "=a": '=b'
                    when:
                  - [1, [2]]
                """).places())
                .isEqualTo("1:1{1:1 name: 1:7 'vgg', 2:1 layers: 3:3["
                        + "3:5{3:6 conv: 3:12 '=width', 3:20 kernel: 3:28 3}, "
                        + "4:5 'relu', "
                        + "5:5{5:5 =a: 5:11/5:12 '=b', 6:5 when: 6:10 nothing}, "
                        + "7:5[7:6 1, 7:9[7:10 2]]]}");
    }

    @Test
    void aValueThatIsLeftOutStandsBehindItsColon() {
        assertThat(Reading.yaml("{batchnorm: , when: =x}").places())
                .isEqualTo("1:1{1:2 batchnorm: 1:12 nothing, 1:15 when: 1:21 '=x'}");
        assertThat(Reading.yaml("-\n- a").places()).isEqualTo("1:1[1:2 nothing, 2:3 'a']");
    }

    @Test
    void aPairInAListIsAMapping() {
        assertThat(Reading.yaml("[a: 1, b]").places()).isEqualTo("1:1[1:2{1:2 a: 1:5 1}, 1:8 'b']");
    }

    @Test
    void aBlockOfTextBeginsInTheLineBehindItsMark() {
        assertThat(Reading.yaml("""
                a: |
                  one
                  two
                b: >-   # folded

                    three
                    four
                """).places())
                .isEqualTo("1:1{1:1 a: 1:4/2:3 'one\ntwo\n', 4:1 b: 4:4/6:5 '\nthree four'}");
    }

    @Test
    void columnsCountWhatAnEditorCounts() {
        assertThat(Reading.yaml("a: \uD83D\uDE00x\n\uD83D\uDE00: [\uD83D\uDE00, é\uFEFFy, z]\nb: c")
                        .places())
                .isEqualTo("1:1{1:1 a: 1:4 '\uD83D\uDE00x', "
                        + "2:1 \uD83D\uDE00: 2:5[2:6 '\uD83D\uDE00', 2:10 'é\uFEFFy', 2:15 'z'], 3:1 b: 3:4 'c'}");
    }

    @ParameterizedTest
    @CsvSource({"\\n", "\\r\\n", "\\r"})
    void linesEndInAnyOfTheUsualWays(String end) {
        String lineEnd = end.replace("\\n", "\n").replace("\\r", "\r");

        assertThat(Reading.yaml("a: 1" + lineEnd + "\uD83D\uDE00: &x" + lineEnd + "  - 2" + lineEnd)
                        .places())
                .isEqualTo("1:1{1:1 a: 1:4 1, 2:1 \uD83D\uDE00: 3:3[3:5 2]}");
    }

    @Test
    void anAnchorOrATagDoesNotMoveThePlace() {
        assertThat(Reading.yaml("""
                a: &x # the first
                  k: &y !!str  =3
                  l: !!str &z |
                    t
                b: &e
                c: &m {d: &n [1]}
                &k d: &q "=4"
                """).places())
                .isEqualTo("1:1{1:1 a: 2:3{2:3 k: 2:16 '=3', 3:3 l: 3:15/4:5 't\n'}, "
                        + "5:1 b: 5:4 nothing, 6:1 c: 6:7{6:8 d: 6:14[6:15 1]}, 7:4 d: 7:10/7:11 '=4'}");
    }

    @Test
    void anAliasStandsForTheOriginalWithItsPlaces() {
        assertThat(Reading.yaml("""
                a: &x {k: 1}
                b: *x
                c: [*x, &y 2, *y]
                """).places())
                .isEqualTo("1:1{1:1 a: 1:7{1:8 k: 1:11 1}, 2:1 b: 1:7{1:8 k: 1:11 1}, "
                        + "3:1 c: 3:4[1:7{1:8 k: 1:11 1}, 3:12 2, 3:12 2]}");
    }

    @Test
    void anAnchorOnAKeyNamesItsText() {
        assertThat(Reading.yaml("&x a: *x").values()).isEqualTo("{a: 'a'}");
    }

    @Test
    void anAnchorCanBeGivenAgain() {
        assertThat(Reading.yaml("[&x 1, *x, &x 2, *x]").values()).isEqualTo("[1, 1, 2, 2]");
        assertThat(Reading.yaml("[&x [&x 1, *x], *x]").values()).isEqualTo("[[1, 1], 1]");
    }

    @Test
    void mergedEntriesComeLastWithTheirOwnPlaces() {
        assertThat(Reading.yaml("""
                base: &base
                  k: 1
                  l: 2
                c:
                  <<: *base
                  l: 3
                """).places())
                .isEqualTo(
                        "1:1{1:1 base: 2:3{2:3 k: 2:6 1, 3:3 l: 3:6 2}, " + "4:1 c: 5:3{6:3 l: 6:6 3, 2:3 k: 2:6 1}}");
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{k: 9, <<: *a} | {k: 9, l: 2}",
                "{<<: *a, k: 9} | {k: 9, l: 2}",
                "{<<: [*a, *b]} | {k: 1, l: 2, m: 5}",
                "{<<: [*b, *a]} | {k: 4, m: 5, l: 2}",
                "{<<: [*b, {m: 7, n: 8}], n: 0} | {n: 0, k: 4, m: 5}",
                "{<<: []} | {}",
                "{<<: {x: 1}} | {x: 1}",
                "{'<<': 1} | {<<: 1}",
            })
    void anExplicitKeyWinsThenTheEarlierMapping(String mapping, String merged) {
        String text = "- &a {k: 1, l: 2}\n- &b {k: 4, m: 5}\n- " + mapping;

        assertThat(Reading.yaml(text).values()).isEqualTo("[{k: 1, l: 2}, {k: 4, m: 5}, " + merged + "]");
    }

    @Test
    void mergedMappingsCanBeMergedAgain() {
        assertThat(Reading.yaml("[&a {x: 1, y: 2}, &b {<<: *a, y: 3}, {<<: *b, z: 4}]")
                        .values())
                .isEqualTo("[{x: 1, y: 2}, {y: 3, x: 1}, {z: 4, y: 3, x: 1}]");
    }

    @Test
    void aMappingOfManyKeysKeepsTheirOrder() {
        assertThat(Reading.yaml("{j: 0, i: 1, h: 2, g: 3, f: 4, e: 5, d: 6, c: 7, b: 8, a: 9, k: 10}")
                        .values())
                .isEqualTo("{j: 0, i: 1, h: 2, g: 3, f: 4, e: 5, d: 6, c: 7, b: 8, a: 9, k: 10}");
    }

    @Test
    void oneDocumentMayHaveMarksAtItsBeginningAndEnd() {
        assertThat(Reading.yaml("%YAML 1.2\n---\na: 1\n...\n").values()).isEqualTo("{a: 1}");
        assertThat(Reading.yaml("---").places()).isEqualTo("1:4 nothing");
    }

    @Test
    void aTextWithoutAnyPartIsEmpty() {
        for (TextFile.Format format : List.of(TextFile.Format.YAML, TextFile.Format.JSON)) {
            Problems problems = new Problems();

            assertThat(SourceReader.read(new TextFile("--set", " ", format), problems))
                    .isEmpty();
            assertThat(problems.sorted()).extracting(Problem::code).containsExactly("empty-file");
        }
    }
}
