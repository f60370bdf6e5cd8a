package io.archmeter.diff.side;

import io.archmeter.git.GitFile;
import io.archmeter.snapshot.Snapshot;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One of two things that are compared. */
public sealed interface Side {
    /** What a baseline or a report remembers. */
    record Recorded(List<Snapshot> models) implements Side {
        public Recorded {
            models = List.copyOf(models);
        }
    }

    /** Models that are there to be measured. */
    record Measurable(List<Named> models) implements Side {
        public Measurable {
            models = List.copyOf(models);
        }

        Set<String> names() {
            return models.stream().map(Named::name).collect(Collectors.toSet());
        }

        /** The models of a file by the names of its variants, which another file may have as well. */
        Measurable byVariant() {
            return models.size() == 1
                    ? this
                    : new Measurable(models.stream().map(Named::byVariant).toList());
        }
    }

    /**
     * A model to be measured.
     *
     * @param name what it is called in whichever revision, with {@code /} between the parts of a path, as in a baseline
     * @param reference by which it is loaded
     */
    public record Named(String name, String reference) {
        static Named of(String reference) {
            String path = GitFile.find(reference).map(GitFile::path).orElse(reference);
            return new Named(Path.of(path).normalize().toString().replace(File.separatorChar, '/'), reference);
        }

        Named byVariant() {
            return new Named(name.substring(name.lastIndexOf('#') + 1), reference);
        }
    }
}
