package io.archmeter.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlProblemsTest {
    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "layers:/n/t- relu | 2:1 | a tab stands in the indentation | indent with spaces",
                "a:/n  b: 1/n /tc: 2 | 3:2 | a tab stands in the indentation | indent with spaces",
                "a: [1, 2 | 1:4 | this list is not closed | ']'",
                "a: {b: 1 | 1:4 | this mapping is not closed | '}'",
                "a: [1 {b: 2}] | 1:7 | '{' stands where ',' or ']' must be | the list began in 1:4",
                "a: {b: 1/n  c: 2} | 2:4 | ':' stands where ',' or '}' must be | the mapping began in 1:4",
                "a: {b: [1}/nc: 2 | 1:10 | '}' stands where ',' or ']' must be | the list began in 1:8",
                "a: \"x/nb: 2 | 1:4 | this quote is not closed | write the closing quote",
                "a: 'x/n---/nb' | 1:4 | this quote is not closed before | write the closing quote",
                "a: b: c | 1:5 | there can be no ':' here | in quotes",
                "a: 1/n b: 2 | 2:3 | there can be no ':' here | on a line of its own",
                "a: 1/nfoo/nb: 2 | 2:1 | neither 'key: value' nor '- value' | write the ':'",
                "a:/n  - b/n  -c | 3:3 | neither 'key: value' nor '- value' | a blank after",
                "{repeat: =depths[0], x: 1} | 1:17 | '[' stands where ',' or '}' must be | in quotes",
                "a:/n  - x/n - y | 3:2 | this list does not fit the lines above | began in 1:1",
                "a:/n  b: 1/n c: 2 | 3:2 | this mapping does not fit the lines above | began in 1:1",
                "- a/nb: 1 | 2:1 | a key does not fit the lines above | began in 1:1",
                "b: 1/n- a | 2:1 | '-' does not fit the lines above | began in 1:1",
                ": 1 | 1:1 | ':' does not fit the lines above | began in 1:1",
                "a: {b: 1} c | 1:11 | something follows a value that is complete | in quotes",
                "a: - b | 1:4 | no list can begin here | [a, b]",
                "a: [1,,2] | 1:7 | ',' stands where a value must be | write the value",
                "a: } | 1:4 | '}' stands where a value must be | remove what is too much",
                "a: [b, | 1:4 | this is not closed at the end of the file | write the ']'",
                "... | 1:1 | '...' stands where a value must be | write the value",
                "a: @x | 1:4 | a value cannot begin with '@' | put the value in quotes",
                "a: %x | 1:4 | a value cannot begin with '%' | put the value in quotes",
                "a: * | 1:4 | this is none | put the value in quotes",
                "a: \"\\q\" | 1:6 | this escape is unknown | for a backslash",
                "a: [b, \"\\UFFFFFFFF\"] | 1:5 | after this place | escape",
                "a: !<x | 1:7 | expected '>', but found ' ' (0) | write what is expected",
                "%YAML 2.0/n---/na: 1 | 0:0 | no version of YAML | remove the line",
            })
    void syntaxIsExplainedAtThePlaceToMend(String text, String place, String fact, String remedy) {
        Reading reading = Reading.yaml(text.replace("/n", "\n").replace("/t", "\t"));

        assertThat(reading.located()).isEmpty();
        assertThat(reading.codes()).containsExactly(place + " syntax");
        Problem problem = reading.problems().get(0);
        assertThat(problem.fact()).contains(fact);
        assertThat(problem.remedy()).contains(remedy);
    }

    @Test
    void problemsBeforeASyntaxErrorAreKept() {
        assertThat(Reading.yaml("a: .inf\na: 1\nb: [").codes())
                .containsExactly("1:4 wrong-number", "2:1 duplicate-key", "3:4 syntax");
    }

    @Test
    void allProblemsComeAtOnceAndTheRestIsRead() {
        Reading reading = Reading.yaml("""
                a: 1e401
                b: .nan
                c: !python/object {x: 1}
                d: *nowhere
                e: 5
                a: 2
                ? [1]
                : 3
                """);

        assertThat(reading.codes())
                .containsExactly(
                        "1:4 number-too-large",
                        "2:4 wrong-number",
                        "3:19 unknown-tag",
                        "4:4 unknown-anchor",
                        "6:1 duplicate-key",
                        "7:3 wrong-key");
        assertThat(reading.values()).isEqualTo("{a: not known, b: not known, c: {x: 1}, d: not known, e: 5}");
    }

    @Test
    void aDuplicateKeyNamesTheFirst() {
        Reading reading = Reading.yaml("x: {conv: 1, 'conv': 2}");

        assertThat(reading.values()).isEqualTo("{x: {conv: 1}}");
        assertThat(reading.problems().get(0))
                .hasToString(
                        "a.yaml:1:14: error: [duplicate-key] the key 'conv' stands in this mapping already, in 1:5\n"
                                + "    remedy: remove one of the two");
    }

    @Test
    void duplicatesAreFoundAmongManyKeys() {
        assertThat(Reading.yaml("{a: 0, b: 0, c: 0, d: 0, e: 0, f: 0, g: 0, h: 0, i: 0, j: 0, a: 0, j: 0}")
                        .codes())
                .containsExactly("1:62 duplicate-key", "1:68 duplicate-key");
    }

    @Test
    void aSecondMergeIsADuplicate() {
        Reading reading = Reading.yaml("{<<: {a: 1}, <<: {b: 2}}");

        assertThat(reading.codes()).containsExactly("1:14 duplicate-key");
        assertThat(reading.problems().get(0).remedy()).contains("<<: [*a, *b]");
        assertThat(reading.values()).isEqualTo("{a: 1, b: 2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{<<: 1} | 1:6", "{<<: [{a: 1}, b]} | 1:15", "{<<: } | 1:5", "{<<: [[]]} | 1:7"})
    void onlyMappingsCanBeMerged(String text, String place) {
        assertThat(Reading.yaml(text).codes()).containsExactly(place + " wrong-merge");
    }

    @Test
    void whatIsNotKnownIsMergedInSilence() {
        assertThat(Reading.yaml("{<<: *nowhere, a: 1}").codes()).containsExactly("1:6 unknown-anchor");
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{[1, 2]: 3, a: 4} | 1:2 | {a: 4}",
                "{{x: 1}: 3, a: 4} | 1:2 | {a: 4}",
                "{? : 3, a: 4} | 1:3 | {a: 4}",
                "[&k 1, {*k : 3, a: 4}] | 1:9 | [1, {a: 4}]",
            })
    void aKeyIsAName(String text, String place, String rest) {
        Reading reading = Reading.yaml(text);

        assertThat(reading.codes()).containsExactly(place + " wrong-key");
        assertThat(reading.values()).isEqualTo(rest);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a: !!int 3 | !!int",
                "a: !!float 3 | !!float",
                "a: !mine 3 | !mine",
                "a: !!map 3 | !!map",
                "a: !!str [3] | !!str",
                "a: !!seq {x: 3} | !!seq",
                "a: !<tag:example.com,2000:x> 3 | tag:example.com",
            })
    void tagsHaveNoMeaning(String text, String tag) {
        Reading reading = Reading.yaml(text);

        assertThat(reading.problems()).extracting(Problem::code).containsExactly("unknown-tag");
        assertThat(reading.problems().get(0).fact()).contains("the tag " + tag);
    }

    @Test
    void anUnknownAnchorBringsTheOneThatWasProbablyMeant() {
        assertThat(Reading.yaml("a: &stem 1\nb: *stme").problems().get(0))
                .hasToString("a.yaml:2:4: error: [unknown-anchor] no anchor &stme stands before this alias\n"
                        + "    remedy: did you mean '*stem'?");
        assertThat(Reading.yaml("b: *stem").problems().get(0).remedy()).contains("write '&'");
    }

    @Test
    void anAliasInsideOfWhatItNamesIsRecursive() {
        Reading reading = Reading.yaml("a: &x {b: [*x], c: 1}");

        assertThat(reading.codes()).containsExactly("1:12 recursive-alias");
        assertThat(reading.values()).isEqualTo("{a: {b: [not known], c: 1}}");
        assertThat(Reading.yaml("&x {<<: *x}").codes()).containsExactly("1:9 recursive-alias");
    }

    @Test
    void aFileHoldsOneDocument() {
        Reading reading = Reading.yaml("a: 1\n---\nb: 2");

        assertThat(reading.located()).isEmpty();
        assertThat(reading.codes()).containsExactly("2:1 several-documents");
    }

    @ParameterizedTest
    @CsvSource({"1e401", "1e-401", "1e9999999999", "1e+0401", "0e401", "-.1e500"})
    void anExponentIsBounded(String number) {
        assertThat(Reading.yaml(number).codes()).containsExactly("1:1 number-too-large");
    }

    @Test
    void aNumberMayHaveFourHundredDigits() {
        assertThat(Reading.yaml("1e400").values()).isEqualTo("1" + "0".repeat(400));
        assertThat(Reading.yaml("1e00400").problems()).isEmpty();
        assertThat(Reading.yaml("7".repeat(400)).values()).isEqualTo("7".repeat(400));
        assertThat(Reading.yaml("7".repeat(401)).codes()).containsExactly("1:1 number-too-large");
        assertThat(Reading.yaml("7".repeat(401) + "e1").codes()).containsExactly("1:1 number-too-large");
        assertThat(Reading.yaml("0x" + "f".repeat(401)).codes()).containsExactly("1:1 number-too-large");
        assertThat(Reading.yaml("0o" + "7".repeat(401)).codes()).containsExactly("1:1 number-too-large");
        assertThat(Reading.yaml("7".repeat(401)).problems().get(0).fact())
                .isEqualTo("the number " + "7".repeat(40) + "… is too long");
    }

    @ParameterizedTest
    @CsvSource({".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN"})
    void whatIsNotFiniteIsNoNumber(String number) {
        assertThat(Reading.yaml(number).codes()).containsExactly("1:1 wrong-number");
    }

    @ParameterizedTest
    @CsvSource({"\\0", "\\e", "\\x07", "\\u0080", "\\uD800", "\\uFFFE"})
    void anEscapeCannotBringWhatBelongsToNoText(String escape) {
        assertThat(Reading.yaml("[1, \"a" + escape + "\"]").codes()).containsExactly("1:5 not-text");
        assertThat(Reading.yaml("{\"a" + escape + "\": 1}").codes()).containsExactly("1:2 wrong-key");
    }

    @Test
    void aProblemIsShortHoweverLongTheNamesAre() {
        String name = "n".repeat(100_000);

        for (String text : List.of("!%s!x 1", "!%s 1", "*%s", "? %1$s\n: 1\n? %1$s\n: 2", "&%s %%")) {
            Reading reading = Reading.yaml(text.formatted(name));

            assertThat(reading.problems()).hasSize(1);
            assertThat(reading.problems().get(0).toString()).hasSizeLessThan(400);
        }
    }
}
