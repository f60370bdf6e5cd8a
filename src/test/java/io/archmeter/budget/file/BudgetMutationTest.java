package io.archmeter.budget.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.MutatedText;
import io.archmeter.budget.Budget;
import io.archmeter.budget.BudgetedModel;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a budget, a user meets its models or problems at their places. */
class BudgetMutationTest {
    private static final long SEED = 20_261_126;
    private static final int CASES = 4_000;

    private static final List<String> BUDGETS = List.of("""
            # yaml-language-server: $schema=archmeter-budget.schema.json
            baseline: archmeter-baseline.json
            budgets:
              - models: nets/*.yaml
                except: [nets/b.yaml#small]
                limits: {parameters: 150M}
              - models: [nets/b.yaml#large, alexnet]
                batch: 32
                input: [3, 16, 16]
                dtype: float16
                training: true
                optimizer: momentum
                set: {width: 0.5, depths: [2, "x"]}
                limits:
                  parameters: [25.6M, +2%]
                  multiply_adds: no more
                  peak_bytes: 100MiB
                  receptive_field: 400
                  kept_for_backward_bytes: +1MiB
                modules:
                  layer4.*: {parameters: 15M}
                layers:
                  "*": {parameters: 30%}
                operators:
                  conv: {multiply_adds: +1%}
                forbidden: [lrn, dropout]
                warn: {limits: {parameters: 20M}, forbidden: concat}
            """, """
            budgets:
              - models: "nets/**/[ab].{yaml,json}#*l"
                limits: {parameters: 1.5k, output_bytes: 1.5KiB, depth: 3}
              - {models: ./nets/a.yaml, forbidden: lrn}
            """, """
            {"baseline": "b.json",
             "budgets": [{"models": "nets/?.yaml", "limits": {"parameters": ["+5", -5, 1e6], "depth": 3}}]}
            """);

    /** What stands for itself, and for trouble. */
    private static final List<String> TROUBLE = List.of(
            "0",
            "-1",
            "+",
            "-",
            "%",
            "+0%",
            "-200%",
            "1e400",
            "99999999999999999999",
            "9223372036854775807",
            "0.1",
            "kB",
            "no less",
            "~",
            "null",
            "true",
            "[]",
            "{}",
            "[",
            "]",
            "{",
            "}",
            "*",
            "**",
            "?",
            "#",
            "#*",
            "\\",
            "''",
            "\"",
            ": ",
            ":",
            ", ",
            "- ",
            "&a ",
            "*a",
            "<<: ",
            "!x ",
            "\n",
            "\t");

    @TempDir
    private Path folder;

    @Test
    void aMutatedBudgetNamesModelsOrHasProblems() throws IOException {
        Files.createDirectory(folder.resolve("nets"));
        Files.writeString(folder.resolve("nets/a.yaml"), "input: [3, 8, 8]\nlayers: [relu]\n");
        Files.writeString(
                folder.resolve("nets/b.yaml"),
                "input: [3, 8, 8]\nparams: {width: 1}\nvariants: {small: {}, large: {width: 2}}\nlayers: [relu]\n");
        MutatedText mutated = new MutatedText(BUDGETS, TROUBLE);
        Random random = new Random(SEED);
        int usable = 0;
        for (int round = 0; round < CASES; round++) {
            int which = random.nextInt(BUDGETS.size());
            String name = which == BUDGETS.size() - 1 ? "budget.json" : "budget.yaml";
            String text = mutated.of(BUDGETS.get(which), random);
            try {
                usable += isUsable(name, text) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
                throw new AssertionError("seed " + SEED + ", round " + round + ": " + name + "\n" + text, e);
            }
        }
        assertThat(usable).as("both outcomes occur").isBetween(CASES / 50, CASES / 2);
    }

    private boolean isUsable(String name, String text) {
        String file = folder.resolve(name).toString();
        try {
            Budget budget = BudgetFile.read(TextFile.of(file, text.getBytes(StandardCharsets.UTF_8)));
            assertThat(BudgetedModels.of(budget))
                    .isNotEmpty()
                    .allSatisfy(named -> assertHolds(named.subject(), budget));
            return true;
        } catch (ProblemException found) {
            assertThat(found.problems()).isNotEmpty().allSatisfy(problem -> assertPlace(problem, file, text));
            return false;
        }
    }

    /** What holds its models to nothing, or needs a baseline and names none, is no budget. */
    private static void assertHolds(BudgetedModel subject, Budget budget) {
        assertThat(subject.limits().size() + subject.forbidden().size()).isPositive();
        if (budget.baseline().isEmpty()) {
            assertThat(subject.limits()).noneMatch(limit -> limit.bound().isRelative());
        }
        assertThat(subject.model()).doesNotContain("\\").isNotBlank();
        assertThat(subject.key()).startsWith(subject.model());
    }

    private static void assertPlace(Problem problem, String file, String text) {
        Span place = problem.place();
        assertThat(problem.toString()).hasLineCount(2).hasSizeLessThan(2_000);
        assertThat(place.file()).isEqualTo(file);
        if (place.line() == 0) {
            assertThat(problem.code()).isEqualTo("empty-file");
            return;
        }
        List<String> lines = (text + "|").lines().toList();
        assertThat(place.line()).as("the line of %s", problem).isBetween(1, lines.size());
        assertThat(place.column())
                .as("the column of %s", problem)
                .isBetween(1, lines.get(place.line() - 1).length() + 1);
    }
}
