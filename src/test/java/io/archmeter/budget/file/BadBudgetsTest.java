package io.archmeter.budget.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.budget.Measuring;
import io.archmeter.budget.check.Checks;
import io.archmeter.problem.ExpectedProblem;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemCodes;
import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in a budget is said at its place, with a remedy; all of a budget at once, and none that are not. */
class BadBudgetsTest {
    private static final Path FOLDER = Path.of("src/test/resources/bad-budgets");

    private static final Set<String> OF_ONE_WORD = Set.of("fraction", "overflow");

    /** What no budget of a few lines can show; {@link BudgetedModelsTest} and {@link BudgetFileTest} do. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "empty-file", "it is the baseline that is empty, and a check that reads it",
            "missing-file", "there is no file",
            "past-baseline", "it is a command that would write it",
            "several-budgets", "it is a folder that has them",
            "too-many-files", "it takes a hundred thousand files",
            "too-many-findings", "it takes hundreds of thousands of layers",
            "too-many-patterns", "it takes thousands of patterns, and of layers or files",
            "unreadable-folder", "a checkout can be read");

    static List<Path> budgets() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !ExpectedProblem.isBeside(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void theProblemsAreThoseThatAreWrittenInTheBudget(Path budget) {
        ExpectedProblem.assertAll(ExpectedProblem.of(budget), problems(budget));
    }

    private static List<Problem> problems(Path budget) {
        try {
            Checks.judge(Measuring.all(BudgetedModels.of(BudgetFile.read(budget.toString()))), Optional.empty());
            return List.of();
        } catch (ProblemException found) {
            return found.problems();
        }
    }

    @Test
    void everyCodeOccursAmongTheWrongBudgets() {
        Set<String> covered = new TreeSet<>(ELSEWHERE.keySet());
        budgets().forEach(budget -> ExpectedProblem.of(budget).forEach(expected -> covered.add(expected.code())));

        Set<String> codes = ProblemCodes.in("budget");
        Checks.rules().forEach(rule -> codes.remove(rule.id()));

        assertThat(covered).containsAll(codes).containsAll(OF_ONE_WORD);
        assertThat(ProblemCodes.wordsIn("budget")).containsAll(OF_ONE_WORD);
    }
}
