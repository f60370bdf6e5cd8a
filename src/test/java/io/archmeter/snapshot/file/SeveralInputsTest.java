package io.archmeter.snapshot.file;

import static io.archmeter.snapshot.file.Recording.problemsOf;
import static io.archmeter.snapshot.file.Recording.read;
import static io.archmeter.snapshot.file.Recording.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.snapshot.InputSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import io.archmeter.training.Optimizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that are given several tensors, in files and back. */
class SeveralInputsTest {
    private static final InputSnapshot IMAGE = input("image", Shape.of(1, 2), DType.FLOAT32);
    private static final InputSnapshot TOKENS = input("tokens", Shape.of(1, 3), DType.INT64);
    private static final Settings HALF =
            new Settings(1, Optional.empty(), DType.FLOAT16, false, Optimizer.ADAM, Map.of());

    private static InputSnapshot input(String name, Shape shape, DType type) {
        return new InputSnapshot(Optional.of(name), shape, Optional.of(type));
    }

    private static Snapshot measured(String spec, Settings settings) {
        return Snapshots.of("two.yaml", NetworkFacts.of(WrittenModel.of(spec).graph(), settings.dtype()), settings);
    }

    private static List<InputSnapshot> inputs(String baseline) {
        return read(baseline).snapshots().get(0).inputs();
    }

    @Test
    void aBaselineHasThemAllToTheByte() {
        Snapshot two = measured(SeveralInputsBaseline.SPEC, Settings.DEFAULT);

        assertThat(written(two)).isEqualTo(SeveralInputsBaseline.TEXT);
        assertThat(two.inputs()).containsExactly(IMAGE, TOKENS);
        assertThat(inputs(SeveralInputsBaseline.TEXT)).containsExactly(IMAGE, TOKENS);
    }

    @Test
    void oneOfFloatingPointNumbersHasTheTypeOfTheNetwork() {
        String half = written(measured(SeveralInputsBaseline.SPEC, HALF));

        assertThat(half).contains("\"image\": \"1x2\",\n");
        assertThat(inputs(half)).containsExactly(input("image", Shape.of(1, 2), DType.FLOAT16), TOKENS);
    }

    /** Files say of an only input what they always did. */
    @Test
    void anOnlyOneIsAShape() {
        Snapshot tokens =
                measured("{inputs: {tokens: {shape: [3], dtype: int64}}, layers: [identity]}", Settings.DEFAULT);

        assertThat(tokens.inputs()).containsExactly(TOKENS);
        assertThat(written(tokens)).contains("\"input\": \"1x3\",\n").doesNotContain("inputs", "int64");
        assertThat(inputs(written(tokens)))
                .containsExactly(new InputSnapshot(Optional.empty(), Shape.of(1, 3), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "image": "1x2",         | "image": "1x",                      | 10:18 wrong-type: image must be a shape, but is the text '1x'
            "image": "1x2",         | "image": null,                      | 10:18 wrong-type: image must be a shape, but is nothing
            "image": "1x2",         | "image": "1x2", "image": "1x3",     | 10:25 duplicate-key: the key 'image' stands in this mapping already, in 10:9
            "image": "1x2",         | " ": "1x2",                         | 10:9 missing-value: the name of an input is empty
            "image": "1x2",         | "image": {"dtype": "int8"},         | 10:18 missing-member: an input has no 'shape'
            "dtype": "int64"        | "dtype": "int65"                    | 11:45 unknown-choice: dtype cannot be 'int65', only one of float64, float32, float16, bfloat16, float8_e4m3fn, float8_e5m2, int64, int32, int16, int8, int4, uint8, uint4, bool, uint64, uint32, uint16, int2, uint2, float8_e4m3fnuz, float8_e5m2fnuz, float8_e8m0, float4_e2m1, complex64, complex128, string
            "dtype": "int64"        | "type": "int64"                     | 11:36 unknown-member: an input has no member 'type'; 'dtype' may be meant
            "inputs": {             | "input": "1x2", "inputs": {         | 9:16 unknown-member: a model with 'inputs' has no member 'input'
            """)
    void whatIsWrongIsNamed(String part, String other, String problem) {
        assertThat(problemsOf(SeveralInputsBaseline.with(part, other)).lines()).contains(problem);
    }

    @Test
    void noneIsNotEnough() {
        String none = SeveralInputsBaseline.TEXT.replaceFirst(
                "(?s)\"inputs\": \\{.*?},\n +\"totals\"", "\"inputs\": {},\n\"totals\"");

        assertThat(problemsOf(none).lines()).contains("9:17 missing-value: 'inputs' names no input");
        assertThatThrownBy(() -> new Snapshot("a", Settings.DEFAULT, List.of(), Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reportsHaveThemAllAndOldOnesDoNotSayTheirTypes() {
        Shape image = Shape.of(2, 3, 224, 224);
        Shape tokens = Shape.of(2, 77);

        assertThat(reported(OldReport.WITH_TYPES))
                .containsExactly(input("image", image, DType.FLOAT16), input("tokens", tokens, DType.INT64));
        assertThat(reported(OldReport.OF_TWO_INPUTS))
                .containsExactly(
                        new InputSnapshot(Optional.of("image"), image, Optional.empty()),
                        new InputSnapshot(Optional.of("tokens"), tokens, Optional.empty()));
        assertThat(reported(OldReport.TEXT))
                .containsExactly(new InputSnapshot(Optional.empty(), image, Optional.empty()));
    }

    private static List<InputSnapshot> reported(String text) {
        return SnapshotFile.find(Recording.file(text)).orElseThrow().get(0).inputs();
    }

    @Test
    void severalHaveNamesOfTheirOwn() {
        assertThatThrownBy(() -> new Snapshot("a", Settings.DEFAULT, List.of(IMAGE, IMAGE), Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("each of several inputs needs a name of its own");
    }
}
