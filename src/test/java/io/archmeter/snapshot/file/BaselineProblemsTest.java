package io.archmeter.snapshot.file;

import static io.archmeter.snapshot.file.Recording.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a baseline is said at its place. */
class BaselineProblemsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "version": 2               | "version": 3            | 4:16 unknown-version: this 'baseline' document is of version 3, and versions up to 2 are read here
            "version": 2               | "version": "1"          | 4:16 wrong-type: version must be a whole number, but is the text '1'
            "document": "baseline"     | "document": "analyze"   | 3:17 unknown-document: this is the document 'analyze', and no baseline
            "document": "baseline"     | "document": true        | 3:17 wrong-type: document must be a text, but is true
            "totals": {                | "sums": {               | 7:5 missing-member: a model has no 'totals'
            "models": [                | "modells": [            | 1:1 missing-member: a baseline has no 'models'
            "input": "1x3x8x8",        | "input": "1x01x8x8",    | 9:16 wrong-type: input must be a shape, but is the text '1x01x8x8'
            "input": "1x3x8x8",        | "input": [1, 3, 8, 8],  | 9:16 wrong-type: input must be a shape, but is a list
            "model": "src/test/resources/readme/small.yaml" | "model": " " | 8:16 missing-value: model is empty
            "depth": 1,                |                         | 10:17 missing-member: 'totals' has no 'depth'
            "depth": 1,                | "depth": -1,            | 23:18 out-of-range: depth must be a whole number from 0 to 2^63 - 1, but is -1
            "depth": 1,                | "depth": 1.5,           | 23:18 fraction: depth must be a whole number from 0 to 2^63 - 1, but is 1.5
            "depth": 1,                | "depth": 9223372036854775808, | 23:18 out-of-range: depth must be a whole number from 0 to 2^63 - 1, but is 9223372036854775808
            "depth": 1,                | "depth": "1",           | 23:18 wrong-type: depth must be a whole number, but is the text '1'
            "depth": 1,                | "depth": 1, "params": 2, | 23:21 unknown-member: 'totals' has no member 'params'
            "depth": 1,                | "depth": 1, "depth": 2, | 23:21 duplicate-key: the key 'depth' stands in this mapping already, in 23:9
            "parameters": 112, "multiply | "multiply             | 11:23 wrong-total: the parameters of all layers do not add up to 112
            "peak_bytes": 1344, "train | "peak_byte": 1344, "train | 27:207 unknown-member: a layer has no member 'peak_byte'; 'peak_bytes' may be meant
            {"channels": 4,            | {"channels": null,      | 27:74 wrong-type: channels must be a number, true or false, a text or a list of numbers and words, but is nothing
            "kernel": [3, 3]           | "kernel": [3, true]     | 27:91 wrong-type: kernel must be a list of numbers and words, but is true
            "output": "1x4x6x6"        | "inputs": "1x3x8x8", "output": "1x4x6x6" | 27:133 wrong-type: inputs must be an array, but is the text '1x3x8x8'
            "operator": "conv"         | "operator": null        | 27:39 wrong-type: operator must be a text, but is nothing
            """)
    void eachIsNamed(String part, String other, String problem) {
        assertThat(problemsOf(SmallBaseline.with(part, other == null ? "" : other))
                        .lines())
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"batch": 0}           | 9:29 out-of-range: batch must be a whole number from 1 to 2^63 - 1, but is 0
            {"batchs": 2}          | 9:20 unknown-member: 'settings' has no member 'batchs'; 'batch' may be meant
            {"dtype": "float8"}    | 9:29 unknown-choice: dtype cannot be 'float8', only one of float32, float16, bfloat16, int8, float64, float8_e4m3fn, float8_e5m2, int16, int4, uint8, uint4
            {"optimizer": "lion"}  | 9:33 unknown-choice: optimizer cannot be 'lion', only one of none, sgd, momentum, adam, adamw
            {"training": "yes"}    | 9:32 wrong-type: training must be true or false, but is the text 'yes'
            {"input": "3x8x8x"}    | 9:29 wrong-type: input must be a shape, but is the text '3x8x8x'
            {"set": {"width": 1}}  | 9:37 wrong-type: width must be a text, but is 1
            [8]                    | 9:19 wrong-type: 'settings' must be an object, but is a list
            """)
    void settingsAreChecked(String settings, String problem) {
        String text = SmallBaseline.with(
                "\"input\": \"1x3x8x8\",\n", "\"settings\": " + settings + ",\n\"input\": \"1x3x8x8\",\n");
        assertThat(problemsOf(text)).isEqualTo(problem);
    }

    /** A batch and 16 axes are read; thousands must not exhaust Java's stack. */
    @ParameterizedTest
    @CsvSource({"17, false", "18, true", "2000, true", "100000, true"})
    void aShapeOfManyAxesIsNone(int axes, boolean refused) {
        String shape = "1" + "x2".repeat(axes - 1);
        String problems = problemsOf(SmallBaseline.with("\"input\": \"1x3x8x8\"", "\"input\": \"" + shape + "\""));
        assertThat(problems.startsWith("9:16 wrong-type: input must be a shape, but is the text '1x2x2"))
                .isEqualTo(refused);
    }

    @Test
    void allAreNamedAtOnce() {
        assertThat(problemsOf(
                        SmallBaseline.with("\"depth\": 1", "\"depth\": -1").replace("1x4x6x6", "6 by 6")))
                .isEqualTo("""
                        23:18 out-of-range: depth must be a whole number from 0 to 2^63 - 1, but is -1
                        27:133 wrong-type: output must be a shape, but is the text '6 by 6'""");
    }

    @Test
    void aModelThatStandsTwiceIsRefused() {
        String model = SmallBaseline.TEXT.substring(
                SmallBaseline.TEXT.indexOf("    {\n"), SmallBaseline.TEXT.indexOf("\n  ]\n}"));
        assertThat(problemsOf(SmallBaseline.with(model, model + ",\n" + model)))
                .isEqualTo(
                        "30:5 duplicate-model: the model 'src/test/resources/readme/small.yaml' stands in this file already, in 7:5");
    }

    @Test
    void aLayerThatStandsTwiceIsRefused() {
        String layer = SmallBaseline.TEXT.lines().skip(26).findFirst().orElseThrow();
        assertThat(problemsOf(SmallBaseline.with(layer, layer + ",\n" + layer)))
                .isEqualTo("28:9 duplicate-layer: the layer 'conv' stands in this model already, in 27:9");
    }

    @Test
    void sumsBeyondALongAreWrongTotals() {
        String layer = SmallBaseline.TEXT.lines().skip(26).findFirst().orElseThrow();
        String huge = layer.replace("\"output_bytes\": 576", "\"output_bytes\": 9223372036854775807");
        String text =
                SmallBaseline.with(layer, huge + ",\n" + huge.replace("\"layer\": \"conv\"", "\"layer\": \"conv2\""));
        assertThat(problemsOf(text))
                .contains("16:25 wrong-total: the output memory of all layers do not add up to 576");
    }

    @Test
    void aConflictThatGitLeftIsNamed() {
        String text = SmallBaseline.with(
                "        \"parameters\": 112,\n",
                "<<<<<<< HEAD\n        \"parameters\": 112,\n=======\n        \"parameters\": 84,\n>>>>>>> narrow\n");
        assertThat(problemsOf(text))
                .isEqualTo(
                        "11:1 merge-conflict: git could not merge this file, and left both sides of the conflict in it");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        assertThat(problemsOf("{\"name\": \"small\", \"layers\": []}"))
                .isEqualTo("0:0 unknown-document: Archmeter did not write this: there is no member 'archmeter'");
        assertThat(problemsOf("[1]"))
                .isEqualTo("0:0 unknown-document: Archmeter did not write this: there is no member 'archmeter'");
        assertThat(problemsOf("{\"archmeter\": 1}"))
                .isEqualTo("1:15 wrong-type: 'archmeter' must be an object, but is 1");
        assertThat(problemsOf("{\"archmeter\": {}}"))
                .isEqualTo("1:15 missing-member: 'archmeter' has no 'document' (and 1 more like it here)");
    }

    @Test
    void aFileThatEndsEarlyIsRefused() {
        String half = SmallBaseline.TEXT.substring(0, SmallBaseline.TEXT.length() / 2);
        assertThat(problemsOf(half)).contains("syntax: ");
    }
}
