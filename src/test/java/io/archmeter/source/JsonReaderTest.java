package io.archmeter.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
    @ParameterizedTest(name = "{index}: {0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "64 | 64",
                "-3 | -3",
                "0.1 | 0.1",
                "-0 | 0",
                "1.50 | 1.5",
                "1e3 | 1000",
                "1E-2 | 0.01",
                "12345678901234567890123 | 12345678901234567890123",
                "true | true",
                "false | false",
                "null | nothing",
                "\"64\" | '64'",
                "\"\" | ''",
                "\"=a * 2\" | '=a * 2'",
                "\"a\\tb\\u0041\" | 'a\tbA'",
                "[] | []",
                "{} | {}",
                "[1, [2, {}]] | [1, [2, {}]]",
                "{\"<<\": {\"a\": 1}} | {<<: {a: 1}}",
                "{\"\": 1, \"1\": 2, \"a.b\": 3} | {: 1, 1: 2, a.b: 3}",
            })
    void readsValues(String text, String value) {
        Reading reading = Reading.json(text);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.values()).isEqualTo(value);
    }

    @Test
    void everyPartHasItsPlace() {
        assertThat(Reading.json("""
                {"name": "vgg",
                 "layers": [
                \t{"conv": "=width", "kernel": 3},
                   "relu", [1, true
                   , null]],
                 "\uD83D\uDE00": "\uD83D\uDE00", "b": {}}
                """).places())
                .isEqualTo("1:1{1:2 name: 1:10/1:11 'vgg', 2:2 layers: 2:12["
                        + "3:2{3:3 conv: 3:11/3:12 '=width', 3:21 kernel: 3:31 3}, "
                        + "4:4/4:5 'relu', 4:12[4:13 1, 4:16 true, 5:6 nothing]], "
                        + "6:2 \uD83D\uDE00: 6:8/6:9 '\uD83D\uDE00', 6:14 b: 6:19{}}");
    }

    @ParameterizedTest
    @CsvSource({"\\n", "\\r\\n", "\\r"})
    void linesEndInAnyOfTheUsualWays(String end) {
        String lineEnd = end.replace("\\n", "\n").replace("\\r", "\r");

        assertThat(Reading.json("[" + lineEnd + "1," + lineEnd + "  2]").places())
                .isEqualTo("1:1[2:1 1, 3:3 2]");
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,} | 1:9 | a ',' stands before this '}' | remove the ','",
                "{a: 1} | 1:2 | 'a' stands where a key must begin | in double quotes",
                "{'a': 1} | 1:2 | ''' stands where a key must begin | in double quotes",
                "{,} | 1:2 | ',' stands where a key must begin | in double quotes",
                "{\"a\" 1} | 1:6 | a ':' is missing before '1' | \"key\": value",
                "{\"a\": 1 \"b\": 2} | 1:9 | a ',' is missing before '\"' | write it",
                "[1 2] | 1:4 | a ',' is missing before '2' | write it",
                "[1,,2] | 1:4 | ',' stands where a value must be | write a text in double quotes",
                "[1,] | 1:4 | a ',' stands before this ']' | remove the ','",
                "['a'] | 1:2 | ''' stands where a value must be | in double quotes",
                "{\"a\": .5} | 1:7 | '.' stands where a value must be | a number",
                "{\"a\": tru} | 1:7 | this word is no value in JSON | in small letters",
                "{\"a\": True} | 1:7 | this word is no value in JSON | in small letters",
                "{\"a\": NaN} | 1:7 | this word is no value in JSON | in small letters",
                "{\"a\": -Infinity} | 1:7 | this word is no value in JSON | in small letters",
                "{\"a\": 01} | 1:7 | this is no number in JSON | 0.5",
                "{\"a\": +1} | 1:7 | this is no number in JSON | 0.5",
                "{\"a\": 1.} | 1:7 | this is no number in JSON | 0.5",
                "{\"a\": 1e} | 1:7 | this is no number in JSON | 0.5",
                "{\"a\": -} | 1:7 | this is no number in JSON | 0.5",
                "// x/n{} | 1:1 | there are no comments in JSON | in YAML",
                "# x/n{} | 1:1 | there are no comments in JSON | in YAML",
                "[\"a/nb\"] | 1:4 | a text in JSON holds no tab and no end of a line | close the quote",
                "[\"\\q\"] | 1:4 | this escape is unknown | backslash",
                "[\"\\u12\"] | 1:7 | this escape is unknown | backslash",
                "{\"\\uD800\": 1} | 1:9 | this escape is half of a character | both halves",
                "[1, {\"a\": 2, | 1:5 | this is not closed at the end of the file | '}'",
                "[1, 2 | 1:1 | this is not closed at the end of the file | ']'",
                "{\"a\":/n/n | 1:1 | this is not closed at the end of the file | '}'",
                "[\"x | 1:4 | the last quote is not closed | closing quote",
                "] | 1:1 | this ']' closes nothing | remove it",
                "[1]] | 1:4 | this ']' closes nothing | remove it",
                "[} | 1:2 | this '}' closes nothing | remove it",
                "{} x | 1:4 | this word is no value in JSON | double quotes",
            })
    void syntaxIsExplainedAtThePlaceToMend(String text, String place, String fact, String remedy) {
        Reading reading = Reading.json(text.replace("/n", "\n"));

        assertThat(reading.located()).isEmpty();
        assertThat(reading.codes()).containsExactly(place + " syntax");
        Problem problem = reading.problems().get(0);
        assertThat(problem.fact()).contains(fact);
        assertThat(problem.remedy()).contains(remedy);
    }

    @Test
    void allProblemsComeAtOnceAndTheRestIsRead() {
        Reading reading = Reading.json("""
                {"a": 1e401,
                 "a": 2,
                 "b": [3, -1e-500], "a": 4}
                """);

        assertThat(reading.codes())
                .containsExactly(
                        "1:7 number-too-large", "2:2 duplicate-key", "3:11 number-too-large", "3:21 duplicate-key");
        assertThat(reading.values()).isEqualTo("{a: not known, b: [3, not known]}");
    }

    @Test
    void aSecondValueIsRefused() {
        assertThat(Reading.json("{}\n[]").codes()).containsExactly("2:1 several-documents");
        assertThat(Reading.json("1 2").codes()).containsExactly("1:3 several-documents");
    }

    @Test
    void namesAndTextsMayBeLong() {
        String name = "n".repeat(60_000);
        String text = "t".repeat(1_000_000);

        assertThat(Reading.json("{\"%s\": \"%s\"}".formatted(name, text)).values())
                .isEqualTo("{" + name + ": '" + text + "'}");
    }

    @Test
    void namesThatCollideInATableAreJustNames() {
        // "Aa" and "BB" have one hash code, and so has every text of 12 such pairs.
        StringBuilder text = new StringBuilder("{\"first\": 0");
        for (int i = 0; i < 4096; i++) {
            text.append(",\"");
            for (int bit = 0; bit < 12; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append("\":1");
        }

        assertThat(Reading.json(text + "}").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"\\u0000", "\\u001B", "\\u0080", "\\uD800", "\\uDC00", "\\uD800x", "\\uFFFF"})
    void anEscapeCannotBringWhatBelongsToNoText(String escape) {
        assertThat(Reading.json("[1, \"a" + escape + "\"]").codes()).containsExactly("1:5 not-text");
        assertThat(Reading.json("[{\"" + escape + "\": 1}]").problems())
                .extracting(Problem::code)
                .containsExactly(escape.contains("uD") ? "syntax" : "wrong-key");
    }

    @Test
    void anEscapeCanBringAnyScript() {
        assertThat(Reading.json("\"\\u00e9 \\ud83d\\ude00 \\n\"").values()).isEqualTo("'é \uD83D\uDE00 \n'");
    }
}
