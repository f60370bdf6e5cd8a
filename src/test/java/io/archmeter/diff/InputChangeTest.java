package io.archmeter.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.snapshot.InputSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.training.Optimizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a network is given, before and after. */
class InputChangeTest {
    private static final Settings HALF =
            new Settings(1, Optional.empty(), DType.FLOAT16, false, Optimizer.ADAM, Map.of());
    private static final InputSnapshot IMAGE = input("image", DType.FLOAT32, 3, 8, 8);
    private static final InputSnapshot TOKENS = input("tokens", DType.INT64, 77);
    private static final InputSnapshot UNNAMED =
            new InputSnapshot(Optional.empty(), Shape.of(1, 3, 8, 8), Optional.empty());

    private static InputSnapshot input(String name, DType type, long... sample) {
        return new InputSnapshot(Optional.of(name), Shape.of(sample).batched(1), Optional.of(type));
    }

    private static Snapshot given(InputSnapshot... inputs) {
        return given(Settings.DEFAULT, inputs);
    }

    private static Snapshot given(Settings settings, InputSnapshot... inputs) {
        return new Snapshot("net", settings, List.of(inputs), Map.of(), List.of());
    }

    private static Optional<String> change(Snapshot before, Snapshot after) {
        Optional<InputChange> change = InputChange.between(before, after);
        assertThat(Difference.of(before, after).isNone())
                .isEqualTo(change.isEmpty() && before.settings().equals(after.settings()));
        return change.map(InputChange::toString);
    }

    @Test
    void theSameInputsAreNoChange() {
        assertThat(change(given(IMAGE, TOKENS), given(IMAGE, TOKENS))).isEmpty();
    }

    @Test
    void anyOfThemCanChange() {
        assertThat(change(given(IMAGE, TOKENS), given(IMAGE, input("tokens", DType.INT64, 78))))
                .contains("inputs image 3×8×8, tokens 77 int64 → image 3×8×8, tokens 78 int64");
        assertThat(change(given(IMAGE, TOKENS), given(IMAGE, input("tokens", DType.INT32, 77))))
                .contains("inputs image 3×8×8, tokens 77 int64 → image 3×8×8, tokens 77 int32");
        assertThat(change(given(IMAGE, TOKENS), given(IMAGE, input("text", DType.INT64, 77))))
                .contains("inputs image 3×8×8, tokens 77 int64 → image 3×8×8, text 77 int64");
        assertThat(change(given(IMAGE, TOKENS), given(IMAGE)))
                .contains("inputs image 3×8×8, tokens 77 int64 → image 3×8×8");
    }

    /** The layers begin with the first. */
    @Test
    void anotherOrderIsAChange() {
        assertThat(change(given(IMAGE, TOKENS), given(TOKENS, IMAGE)))
                .contains("inputs image 3×8×8, tokens 77 int64 → tokens 77 int64, image 3×8×8");
    }

    @Test
    void anotherTypeOfTheNetworkIsNone() {
        InputSnapshot half = input("image", DType.FLOAT16, 3, 8, 8);

        assertThat(change(given(IMAGE, TOKENS), given(HALF, half, TOKENS))).isEmpty();
        assertThat(change(given(IMAGE, TOKENS), given(HALF, IMAGE, TOKENS)))
                .contains("inputs image 3×8×8, tokens 77 int64 → image 3×8×8 float32, tokens 77 int64");
    }

    /** A file says the shape alone. */
    @Test
    void whatIsNotKnownOfAnOnlyOneIsNoChange() {
        assertThat(change(given(UNNAMED), given(IMAGE))).isEmpty();
        assertThat(change(given(UNNAMED), given(input("image", DType.INT8, 3, 8, 9))))
                .contains("input 3×8×8 → 3×8×9");
        assertThat(change(given(UNNAMED), given(IMAGE, TOKENS))).contains("inputs 3×8×8 → image 3×8×8, tokens 77");
    }

    @Test
    void whatIsKnownOfAnOnlyOneIsCompared() {
        assertThat(change(given(IMAGE), given(input("image", DType.FLOAT32, 3, 16, 16))))
                .contains("input 3×8×8 → 3×16×16");
        assertThat(change(given(IMAGE), given(input("image", DType.UINT8, 3, 8, 8))))
                .contains("input 3×8×8 → 3×8×8 uint8");
        assertThat(change(given(IMAGE), given(input("photo", DType.FLOAT32, 3, 8, 8))))
                .contains("input image 3×8×8 → photo 3×8×8");
    }
}
