package io.archmeter.budget.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.budget.Budget;
import io.archmeter.budget.Measuring;
import io.archmeter.git.Repository;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.snapshot.file.Baseline;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
    @TempDir
    Path temporary;

    private Repository repository;

    @BeforeEach
    void aRepository() throws IOException {
        repository = new Repository(Files.createDirectory(temporary.resolve("project")));
    }

    private Budget budget(String baseline) throws IOException {
        repository.has(
                "nets/budget.yaml",
                "baseline: " + baseline + "\nbudgets: [{models: net.yaml, limits: {parameters: no more}}]\n");
        return BudgetFile.read(repository.folder().resolve("nets/budget.yaml").toString());
    }

    /** 4 weights and a bias for each feature. */
    private void modelWithBaseline(int features) throws IOException {
        repository.has("nets/net.yaml", "input: [4]\nlayers: {fc: {linear: " + features + "}}\n");
        StringWriter out = new StringWriter();
        new Baseline("b.json", Measuring.snapshots(BudgetedModels.of(budget("b.json")))).write(out);
        repository.has("nets/b.json", out.toString());
    }

    private static long parameters(String name) {
        return BaselineFile.read(name)
                .snapshots()
                .get(0)
                .total(Metric.PARAMETERS)
                .orElseThrow();
    }

    private static Problem problem(Runnable reading) {
        return catchThrowableOfType(ProblemException.class, reading::run)
                .problems()
                .get(0);
    }

    @Test
    void aBaselineIsAsItWasInARevision() throws Exception {
        modelWithBaseline(5);
        repository.commits("five");
        modelWithBaseline(6);

        assertThat(parameters(repository.folder().resolve("nets/b.json").toString()))
                .isEqualTo(30);
        assertThat(parameters(repository.reference("HEAD", "nets/b.json"))).isEqualTo(25);
    }

    /** As the models do. */
    @Test
    void theBaselineOfABudgetStartsFromItsFolderInARevisionToo() throws Exception {
        modelWithBaseline(5);
        repository.commits("five");
        modelWithBaseline(6);

        assertThat(parameters(BaselineFile.of(budget("b.json")).orElseThrow())).isEqualTo(30);
        assertThat(parameters(BaselineFile.of(budget("git:HEAD:b.json")).orElseThrow()))
                .isEqualTo(25);
        assertThat(parameters(BaselineFile.of(budget("git:HEAD:../nets/b.json")).orElseThrow()))
                .isEqualTo(25);
    }

    @Test
    void aRevisionThatIsNotThereIsSaid() throws Exception {
        modelWithBaseline(5);
        repository.commits("five");

        assertThat(problem(() -> parameters(repository.reference("no", "nets/b.json")))
                        .code())
                .isEqualTo("unknown-revision");
        assertThat(problem(() -> parameters(repository.reference("HEAD", "b.json")))
                        .code())
                .isEqualTo("missing-file");
    }

    @Test
    void thePastIsNotWritten() throws IOException {
        Budget now = budget("b.json");
        assertThat(BaselineFile.toWrite(now)).isEqualTo(BaselineFile.of(now).orElseThrow());

        Budget past = budget("git:main:b.json");
        assertThat(problem(() -> BaselineFile.toWrite(past)).toString())
                .contains(
                        "budget.yaml:1:11: error: [past-baseline] this is a file of a revision",
                        "remedy: name a file with -o");
    }

    /** What it is today is no model. */
    @Test
    void aPatternNeverMeansABaselineOfARevision() throws IOException {
        modelWithBaseline(5);
        Budget budget = budget("git:main:b.json");
        repository.has("nets/budget.yaml", "baseline: git:main:b.json\nbudgets: [{models: '*', forbidden: lrn}]\n");

        assertThat(BudgetedModels.of(BudgetFile.read(budget.file())))
                .extracting(named -> named.subject().model())
                .containsExactly("net.yaml");
    }
}
