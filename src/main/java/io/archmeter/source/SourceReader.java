package io.archmeter.source;

import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import java.util.Optional;

/** The door to both formats of trees. */
public final class SourceReader {
    private SourceReader() {}

    /**
     * What the text says. Problems that leave the rest readable are added, and the value concerned is
     * {@link io.archmeter.value.PlainValue.Unknown}; empty where nothing could be read after a problem that was added.
     */
    public static Optional<SourceValue> read(TextFile text, Problems problems) {
        SourceBuilder builder = new SourceBuilder(problems);
        try {
            switch (text.format()) {
                case YAML -> new YamlReader(text, builder).read();
                case JSON -> new JsonReader(text, builder).read();
                case CSV -> throw new IllegalArgumentException("lines of values are no tree: " + text.name());
            }
            return Optional.of(builder.root().orElseThrow(() -> TextFile.empty(text.name())));
        } catch (ProblemException end) {
            end.problems().forEach(problems::add);
            return Optional.empty();
        }
    }
}
