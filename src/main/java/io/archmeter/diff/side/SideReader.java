package io.archmeter.diff.side;

import io.archmeter.git.GitFile;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.file.SnapshotFile;
import io.archmeter.source.TextFile;
import io.archmeter.spec.load.ModelSources;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the name of a side to what it stands for. */
final class SideReader {
    /** Where a file ends and the key of a model in it begins, which may have any character in it. */
    private static final Pattern ENDING = Pattern.compile("\\.json#", Pattern.CASE_INSENSITIVE);

    private SideReader() {}

    /**
     * Finds what a name stands for.
     *
     * @param name of a model, or of a spec for all its variants; of a baseline, or of one of its models ({@code a.json#KEY}); of a
     *     report. Each file may be one of a revision
     * @throws ProblemException where there is none, or it cannot be read
     */
    static Side read(String name, ModelSources sources) {
        Matcher ending = ENDING.matcher(name);
        Optional<Side> recorded = !isFile(name) && ending.find()
                ? recorded(name.substring(0, ending.end() - 1), name.substring(ending.end()))
                : recorded(name, "");
        return recorded.orElseGet(() -> measurable(name, sources));
    }

    private static Side measurable(String name, ModelSources sources) {
        return new Side.Measurable(
                sources.models(name).stream().map(Side.Named::of).toList());
    }

    /** Specs may end in {@code .json} as well: what Archmeter wrote says so. */
    private static Optional<Side> recorded(String file, String key) {
        if (!file.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return Optional.empty();
        }
        Optional<GitFile> revision = GitFile.find(file);
        if (revision.isEmpty() && !isPath(file)) {
            return Optional.empty();
        }
        TextFile text = revision.isPresent()
                ? revision.get().read(SnapshotFile.BOUND)
                : TextFile.read(Path.of(file), file, SnapshotFile.BOUND);
        return SnapshotFile.find(text)
                .map(models -> new Side.Recorded(key.isEmpty() ? models : one(key, models, file)));
    }

    /** By its key, or by its name where it is recorded with one kind of settings. */
    private static List<Snapshot> one(String key, List<Snapshot> models, String file) {
        List<Snapshot> found =
                models.stream().filter(model -> model.key().equals(key)).toList();
        if (found.isEmpty()) {
            found = models.stream().filter(model -> model.model().equals(key)).toList();
        }
        if (found.size() == 1) {
            return found;
        }
        List<String> keys = models.stream().map(Snapshot::key).toList();
        throw found.isEmpty()
                ? problem(
                        file,
                        "unknown-model",
                        "there is no model '" + key + "' in this file",
                        Nearest.remedy(key, keys))
                : problem(
                        file,
                        "several-models",
                        "the model '" + key + "' is in this file with several settings",
                        "name one with its settings: "
                                + String.join(
                                        ", ", found.stream().map(Snapshot::key).toList()));
    }

    private static boolean isFile(String name) {
        return isPath(name) && Files.isRegularFile(Path.of(name));
    }

    private static boolean isPath(String name) {
        try {
            Path.of(name);
            return true;
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static ProblemException problem(String name, String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of(name), code, fact, remedy));
    }
}
