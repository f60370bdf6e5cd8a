package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shape that comes in, given from outside, has as many axes as one in a spec may have. */
class InputOfOptionsTest {
    @TempDir
    private Path folder;

    private Model load(int axes) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "input: [3]\nlayers: [relu]\n");
        Shape input = new Shape(Collections.nCopies(axes, 1L));
        return Archmeter.load(file.toString(), new LoadOptions(1, Optional.of(input), Map.of()));
    }

    @Test
    void sixteenAxesAreEnough() throws Exception {
        assertThat(load(16).graph().input().rank()).isEqualTo(17);
        assertThatThrownBy(() -> load(60_000))
                .isInstanceOf(ProblemException.class)
                .hasMessage("""
                        --input: error: [wrong-rank] input has 60000 axes, where 1 to 16 are possible
                            remedy: write the extents of one sample, e.g. --input 3x224x224""");
    }
}
