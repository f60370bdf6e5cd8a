package io.archmeter.located;

import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import java.util.Optional;

/** The door to both formats. */
public final class LocatedReader {
    private LocatedReader() {}

    /**
     * What the text says. Problems that leave the rest readable are added, and the value concerned is
     * {@link io.archmeter.op.Value.Unknown}; empty where nothing could be read after a problem that was added.
     */
    public static Optional<Located> read(TextFile text, Problems problems) {
        LocatedBuilder builder = new LocatedBuilder(problems);
        try {
            switch (text.format()) {
                case YAML -> new YamlReader(text, builder).read();
                case JSON -> new JsonReader(text, builder).read();
            }
            return Optional.of(builder.root().orElseThrow(() -> TextFile.empty(text.name())));
        } catch (ProblemException end) {
            end.problems().forEach(problems::add);
            return Optional.empty();
        }
    }
}
