package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.graph.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --input}: a shape alone, or those of inputs by their names. */
class InputShapesTest {
    private static InputShapes shapes(String text) {
        return new InputShapes.Converter().convert(text);
    }

    @Test
    void oneAloneHasNoName() {
        assertThat(shapes("3x8x8").only()).contains(Shape.of(3, 8, 8));
        assertThat(shapes("[3, 8, 8]").only()).contains(Shape.of(3, 8, 8));
    }

    @Test
    void severalHave() {
        assertThat(shapes("image=3x192x192,tokens=77").named())
                .containsOnly(Map.entry("image", Shape.of(3, 192, 192)), Map.entry("tokens", Shape.of(77)));
        assertThat(shapes("image=3,8,8,depth_map=[1, 8, 8]").named())
                .containsOnly(Map.entry("image", Shape.of(3, 8, 8)), Map.entry("depth_map", Shape.of(1, 8, 8)));
    }

    @Test
    void eachHasAShapeOfItsOwn() {
        assertThatThrownBy(() -> shapes("a=3,a=4")).hasMessage("the input 'a' has two shapes");
        assertThatThrownBy(() -> shapes("=3x8x8")).hasMessage("an input has no name");
        assertThatThrownBy(() -> shapes("a=")).hasMessage("'' is not the shape of one sample");
        assertThatThrownBy(() -> shapes("a=3,b")).hasMessage("'3,b' is not the shape of one sample");
    }

    /** What is recorded has a place for one shape. */
    @Test
    void aDiffTakesOneAlone(@TempDir Path folder) throws Exception {
        Path model = Files.writeString(folder.resolve("a.yaml"), "{inputs: {a: [3]}, layers: [relu]}");

        assertThat(Cli.run("diff", model.toString(), model.toString(), "--input", "a=3")
                        .err())
                .startsWith("--input: error: [ambiguous-input] models are compared with the shape of their only input");
    }
}
