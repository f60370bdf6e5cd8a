package io.archmeter.budget.file;

import io.archmeter.budget.Budget;
import io.archmeter.budget.BudgetEntry;
import io.archmeter.git.GitFile;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.file.Baseline;
import io.archmeter.snapshot.file.SnapshotFile;
import io.archmeter.source.FilePath;
import io.archmeter.source.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file with which a budget compares, as it is now or as it was in a revision. */
public final class BaselineFile {
    private static final String REMEDY = "run 'archmeter baseline' and commit what it writes";

    private BaselineFile() {}

    /** By which name the baseline of a budget is opened from where the command runs. */
    public static Optional<String> of(Budget budget) {
        return budget.baseline().map(reference -> reached(reference.text(), BudgetFolder.of(budget.file())));
    }

    /** A path starts from the folder of the budget, in a revision too. */
    private static String reached(String name, BudgetFolder folder) {
        return GitFile.find(name)
                .map(file -> new GitFile(file.revision(), reachedPath(file.path(), folder)).name())
                .orElseGet(() -> reachedPath(name, folder));
    }

    private static String reachedPath(String path, BudgetFolder folder) {
        return folder.path(path).map(folder::reference).orElse(path);
    }

    /**
     * By which name the baseline of a budget is written.
     *
     * @throws ProblemException where there is none, or it is one of the past
     */
    public static String toWrite(Budget budget) {
        BudgetEntry.Reference reference = budget.baseline()
                .orElseThrow(() -> new ProblemException(Problem.at(
                        Span.of(budget.file()),
                        "no-baseline",
                        "the budget names no baseline",
                        "add above 'budgets:' e.g. baseline: archmeter-baseline.json, or name a file with -o")));
        if (GitFile.isMeantBy(reference.text())) {
            throw new ProblemException(Problem.at(
                    reference.place(),
                    "past-baseline",
                    "this is a file of a revision, which nobody can write any more",
                    "name a file with -o"));
        }
        return of(budget).orElseThrow();
    }

    /**
     * Reads it.
     *
     * @param name of a file, or of one in a revision: {@code git:main:archmeter-baseline.json}
     * @throws ProblemException with all that is wrong with it; where there is none, with how to write it
     */
    public static Baseline read(String name) {
        return Baseline.read(GitFile.find(name)
                .map(file -> file.read(SnapshotFile.BOUND))
                .orElseGet(() -> TextFile.read(path(name), name, SnapshotFile.BOUND)));
    }

    private static Path path(String name) {
        Path path = FilePath.of(name, REMEDY);
        if (Files.isRegularFile(path) && path.toFile().length() == 0) {
            throw problem(name, "empty-file", "there is nothing in this baseline");
        }
        if (Files.notExists(path)) {
            throw problem(name, "missing-file", "there is no such baseline");
        }
        return path;
    }

    private static ProblemException problem(String name, String code, String fact) {
        return new ProblemException(Problem.at(Span.of(name), code, fact, REMEDY));
    }
}
