package io.archmeter.budget.file;

import io.archmeter.budget.Budget;
import io.archmeter.located.TextFile;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.Baseline;
import io.archmeter.snapshot.SnapshotFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The file with which a budget compares. */
public final class BaselineFile {
    private BaselineFile() {}

    /** By which name the baseline of a budget is opened from where the command runs. */
    public static Optional<String> of(Budget budget) {
        BudgetFolder folder = BudgetFolder.of(budget.file());
        return budget.baseline()
                .map(reference ->
                        folder.path(reference.text()).map(folder::reference).orElse(reference.text()));
    }

    /**
     * Reads it.
     *
     * @throws ProblemException with all that is wrong with it; where there is none, with how to write it
     */
    public static Baseline read(String name) {
        return Baseline.read(TextFile.read(path(name), name, SnapshotFile.BOUND));
    }

    private static Path path(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isRegularFile(path) && path.toFile().length() == 0) {
                throw problem(name, "empty-file", "there is nothing in this baseline");
            }
            if (Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException wrong) {
            // No file can have this name, so that none has.
        }
        throw problem(name, "missing-file", "there is no such baseline");
    }

    private static ProblemException problem(String name, String code, String fact) {
        return new ProblemException(
                Problem.at(Span.of(name), code, fact, "run 'archmeter baseline' and commit what it writes"));
    }
}
