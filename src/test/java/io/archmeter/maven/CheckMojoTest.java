package io.archmeter.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMojoTest {
    /** Its model has 1,070,794 parameters, of which the baseline allows 599,607. */
    private static final File OVER = new File("src/test/resources/readme/project");

    private static final String KEPT = "budgets:\n  - models: lenet5\n    limits: {parameters: %s}\n";

    @TempDir
    Path folder;

    private final CollectedLog log = new CollectedLog();

    @Test
    void aKeptBudgetIsToldInTheLog() throws Exception {
        budget("archmeter-budget.yaml", "60850");

        run(folder.toFile(), Map.of());

        // LeNet-5: the 60,000 of the paper (LeCun et al. 1998, II.B), and 84·10 + 10 of an output layer that is linear.
        assertThat(log.infos())
                .contains("1 model is within budget: 1 limit kept")
                .anyMatch(line ->
                        line.matches("kept +parameters in total: at most 60850 +60,850 +60,850 +0 \\(0\\.0%\\)"));
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void aModelOverItsBudgetFailsTheBuildWithTheWholeAnswer() {
        assertThatThrownBy(() -> run(OVER, Map.of()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("a model is over its budget\n\nmodels beside their budgets\n")
                .hasMessageContaining("parameters in total: 1,070,794 is 471,187 (78.6%) over the limit of 599,607")
                .hasMessageEndingWith("1 of 1 model is over budget: 1 limit broken, 7 kept");
        assertThat(log.infos()).isEmpty();
    }

    @Test
    void itCanWarnInstead() throws Exception {
        run(OVER, Map.of("failOnViolation", false));

        assertThat(log.warnings()).last().isEqualTo("1 of 1 model is over budget: 1 limit broken, 7 kept");
    }

    @Test
    void answersAreWrittenBeforeTheBuildFails() throws Exception {
        budget("small.yaml", "60849");

        assertThatThrownBy(() -> run(
                        folder.toFile(),
                        Map.of(
                                "budgets", List.of("small.yaml"),
                                "also", List.of("target/check.sarif", "junit=target/tests/check.xml"))))
                .isInstanceOf(MojoFailureException.class);

        assertThat(folder.resolve("target/check.sarif")).content().contains("\"version\": \"2.1.0\"");
        assertThat(folder.resolve("target/tests/check.xml")).content().contains("<testsuites");
    }

    @Test
    void whatCannotBeUsedIsNoVerdict() throws Exception {
        Files.writeString(folder.resolve("wrong.yaml"), "budgets:\n  - models: lenet5\n    limits: {parametres: 1}\n");

        assertThatThrownBy(
                        () -> run(folder.toFile(), Map.of("budgets", List.of("wrong.yaml"), "failOnViolation", false)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("models cannot be held to their budgets\n\n")
                .hasMessageContaining("wrong.yaml:3:14: error: [unknown-key] limits has no key")
                .hasMessageContaining("    remedy: did you mean 'parameters'?");
    }

    @Test
    void wordsOfParametersAreJudgedAsThoseOfOptions() {
        assertThatThrownBy(() -> run(OVER, Map.of("also", List.of("junitt=check.xml"))))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("[unknown-format] --also cannot be 'junitt'")
                .hasMessageContaining("remedy: did you mean 'junit'?");
    }

    @Test
    void aBudgetThatIsNotThereIsMissed() {
        assertThatThrownBy(() -> run(folder.toFile(), Map.of("budgets", List.of("archmeter-budget.yaml"))))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("archmeter-budget.yaml: error: [missing-file] there is no such file");
    }

    /** A folder above the temporary one could have a budget, and a repository without one is the end of the search. */
    @Test
    void withoutAnyBudgetThereIsNothingToKeep() throws Exception {
        Files.createDirectories(folder.resolve(".git"));

        assertThatThrownBy(() -> run(folder.toFile(), Map.of()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("[missing-file] there is no budget in this folder")
                .hasMessageContaining("let 'archmeter init' write it");
    }

    @Test
    void anotherBaselineCanBeGiven() throws Exception {
        assertThatThrownBy(() -> run(OVER, Map.of("baseline", "no such baseline.json")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no such baseline.json");
    }

    @Test
    void itCanBeSkipped() throws Exception {
        run(OVER, Map.of("skip", true));

        assertThat(log.infos()).containsExactly("models are not held to their budgets: archmeter.skip");
    }

    private void budget(String name, String limit) throws Exception {
        Files.writeString(folder.resolve(name), KEPT.replace("%s", limit));
    }

    private void run(File in, Map<String, Object> given) throws Exception {
        GoalDescriptor.read().goal(in, given, log).execute();
    }
}
