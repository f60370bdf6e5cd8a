package io.archmeter.budget.file;

import io.archmeter.git.WorkingTree;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The budget that is meant where none is named: that of the nearest folder that has one, from where the command runs up to the root of
 * the repository.
 *
 * @param file as it is reached from there
 * @param above whether it is in a folder above
 */
public record UsualBudget(String file, boolean above) {
    /** How a budget can be called, the first as one is written anew. */
    static final List<String> NAMES = List.of(
            "archmeter-budget.yaml",
            "archmeter-budget.yml",
            "archmeter-budget.json",
            ".archmeter-budget.yaml",
            ".archmeter-budget.yml",
            ".archmeter-budget.json");

    /**
     * Finds it.
     *
     * @param folder where the command runs
     * @throws ProblemException where there is none, or several of one folder could be meant
     */
    public static UsualBudget find(Path folder) {
        Optional<Path> root = WorkingTree.of(folder).map(WorkingTree::root);
        Path shown = folder;
        Path here = folder.toAbsolutePath().normalize();
        while (true) {
            Optional<String> name = in(shown);
            if (name.isPresent()) {
                return new UsualBudget(shown.resolve(name.get()).normalize().toString(), !shown.equals(folder));
            }
            if (here.getParent() == null || root.filter(here::equals).isPresent()) {
                throw missing(root);
            }
            here = here.getParent();
            shown = shown.resolve("..");
        }
    }

    /** All that are in one folder, by their names. */
    public static List<String> allIn(Path folder) {
        return NAMES.stream().filter(name -> Files.exists(folder.resolve(name))).toList();
    }

    /** The name of that in one folder; empty where there is none. */
    private static Optional<String> in(Path folder) {
        List<String> there = allIn(folder);
        if (there.size() > 1) {
            throw new ProblemException(Problem.at(
                    Span.of(folder.resolve(there.get(1)).normalize().toString()),
                    "several-budgets",
                    "there are several budgets in this folder: " + String.join(", ", there),
                    "name the one that is meant, or leave only one"));
        }
        return there.stream().findFirst();
    }

    private static ProblemException missing(Optional<Path> root) {
        String end = root.isPresent() ? ", up to the root of the repository" : "";
        return new ProblemException(Problem.at(
                Span.of(NAMES.get(0)),
                "missing-file",
                "there is no budget in this folder, nor in one above it" + end,
                "name one, or let 'archmeter init' write it"));
    }
}
