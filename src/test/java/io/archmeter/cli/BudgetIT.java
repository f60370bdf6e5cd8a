package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.manual.Manual;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets as a project meets them: the packaged jar, in the folder of a repository. Most commands run in one process. */
class BudgetIT {
    /** 4·3·3·3 + 4 = 112 parameters in the convolution, 10·(4·6·6) + 10 = 1,450 in the linear layer: 1,562. */
    private static final String SMALL = """
            input: [3, 8, 8]
            layers:
              conv: {conv: 4, kernel: 3}
              flatten: flatten
              fc: {linear: 10}
            """;

    private static final String RELATIVE = """
            baseline: archmeter-baseline.json
            budgets:
              - models: small.yaml
                limits: {parameters: +10%}
            """;

    /** A tenth of a millisecond: far shorter than the writing of a large file. */
    private static final long POLL = 100_000;

    @TempDir
    static Path temporary;

    private static Project project;
    private static CommandLines commands;

    @BeforeAll
    static void aProject() throws Exception {
        Project folder = Project.in(temporary);
        commands = new CommandLines(folder.archmeter());
        project = new Project(folder.folder(), folder.archmeter(), commands::run);
    }

    @BeforeEach
    void withASmallModel() throws Exception {
        project.empties();
        project.has("small.yaml", SMALL);
    }

    @AfterAll
    static void noMore() throws Exception {
        commands.close();
    }

    private Project budget(String text) throws Exception {
        return project.has("archmeter-budget.yaml", text);
    }

    @Test
    void nobodyGuessesAmongSeveralBudgets() throws Exception {
        String budget = "budgets: [{models: small.yaml, forbidden: lrn}]";
        project.runs("check").refuses("archmeter-budget.yaml", "[missing-file]");
        project.has("archmeter-budget.yml", budget).runs("check").ends(0);
        project.has("archmeter-budget.json", "{}")
                .runs("baseline")
                .refuses("[several-budgets]", "archmeter-budget.yml");
    }

    @Test
    void aProjectBeginsWithWhatItsModelsCost() throws Exception {
        project.has("nets/wide.yaml", SMALL.replace("linear: 10", "linear: 20"))
                .has("nets/broken.yaml", SMALL.replace("kernel", "kernal"))
                .has("compose.yaml", "services: {}\n");

        project.runs("init")
                .ends(
                        0,
                        "archmeter-budget.yaml: what 2 models may cost\n",
                        "archmeter-baseline.json: what they cost now\n",
                        "archmeter-budget.schema.json: for editors\n",
                        "left out: nets/broken.yaml has 1 problem; 'archmeter analyze' shows it\n");
        project.runs("check").ends(0, "2 models are within budget: 12 limits kept");
        project.runs("baseline").ends(0, "2 models; 2 unchanged");
        // The editor's schema, as 'archmeter schema budget' writes it.
        assertThat(project.text("archmeter-budget.schema.json"))
                .isEqualTo(project.runs("schema", "budget").out());

        project.has("small.yaml", SMALL.replace("conv: 4", "conv: 5"))
                .runs("check")
                .ends(1, "small.yaml", "6 limits broken, 6 kept");
        project.runs("init").refuses("archmeter-budget.yaml: error: [file-exists]", "archmeter-baseline.json: error:");
    }

    @Test
    void ofManyBrokenSpecsTheFirstAreNamed() throws Exception {
        for (int net = 1; net <= 7; net++) {
            project.has("n" + net + ".yaml", SMALL.replace("kernel", "kernal"));
        }
        project.runs("init").ends(0, "left out: n5.yaml has 1 problem", "left out: 2 more that have problems\n");
    }

    @Test
    void theModelsThatAreNamedAreThoseOfTheFirstBudget() throws Exception {
        project.runs("init", "resnet50", "*.yaml").ends(0, "what 2 models may cost");
        assertThat(project.text("archmeter-budget.yaml"))
                .contains("- resnet50\n", "- \"*.yaml\"\n", "{models: small.yaml, limits: {parameters: 1.7k,");
        project.runs("check").ends(0, "2 models are within budget");
    }

    /** Below the folder of the budget, everything but the text for who sits there is called as the repository calls it. */
    @Test
    void aBudgetIsFoundFromBelow() throws Exception {
        project.has("nets/wide.yaml", SMALL)
                .has(
                        "archmeter-budget.yaml",
                        "baseline: past.json\nbudgets: [{models: nets/*.yaml, limits: {parameters: no more}}]\n");
        PackagedJar below = PackagedJar.in(project.folder().resolve("nets"));
        below.run("baseline").ends(0, "../past.json: 1 model; 1 new");
        project.commits("first").has("nets/wide.yaml", SMALL.replace("linear: 10", "linear: 20"));

        PackagedJar.Ran check = below.run("check", "--also", "check.sarif").ends(1, "\nwide.yaml:5:8: error: ");
        assertThat(check.err()).isEqualTo("archmeter: the budget is ../archmeter-budget.yaml\n");
        assertThat(project.text("nets/check.sarif"))
                .contains("\"uri\": \"nets/wide.yaml\",", "\"uriBaseId\": \"%SRCROOT%\"");
        below.run("check", "--format", "github").ends(1, "::error file=nets/wide.yaml,line=5,col=8,");
        below.run("check", "--format", "junit").ends(1, ">nets/wide.yaml:5:8: error: ", " at archmeter-budget.yaml:2:");
        PackagedJar outside = PackagedJar.in(temporary);
        String budget = project.folder().resolve("archmeter-budget.yaml").toString();
        outside.run("check", budget, "--format", "github").ends(1, "::error file=nets/wide.yaml,line=5,col=8,");

        // A baseline of a revision starts from the current folder, like all files that a command names.
        below.run("baseline").ends(0, "1 changed");
        below.run("check").ends(0);
        below.run("check", "--baseline", "git:HEAD:../past.json").ends(1, "over the limit of 1,562");
        project.runs("check", "--baseline", "git:HEAD:past.json").ends(1, "over the limit of 1,562");
    }

    @ParameterizedTest
    @CsvSource({"1563, 0", "1562, 0", "1561, 1", "1.562k, 0", "1.561k, 1"})
    void aLimitIsKeptUpToTheUnit(String limit, int code) throws Exception {
        budget("budgets: [{models: small.yaml, limits: {parameters: " + limit + "}}]")
                .runs("check")
                .ends(code, "parameters");
    }

    @Test
    void whatIsOverSaysHowMuchAndWhere() throws Exception {
        budget("budgets: [{models: small.yaml, limits: {parameters: 1.5k}}]")
                .runs("check")
                .ends(1, "1,562", "1,500", "62", "small.yaml:5:8", "archmeter-budget.yaml:1:", "fc");
    }

    @Test
    void whatGrewIsHeldAgainstTheBaseline() throws Exception {
        budget(RELATIVE).runs("baseline").ends(0);
        // 110% of 1,562 are 1,718.2: two features more add 2·144 + 2 = 290, and one adds 145.
        project.has("small.yaml", SMALL.replace("linear: 10", "linear: 11"))
                .runs("check")
                .ends(0);
        project.has("small.yaml", SMALL.replace("linear: 10", "linear: 12"))
                .runs("check")
                .ends(1, "1,852", "1,718", "134", "fc", "features", "archmeter baseline");
    }

    @Test
    void percentOfZeroIsZero() throws Exception {
        project.has("small.yaml", "input: [3, 8, 8]\nlayers: {relu: relu}\n");
        budget(RELATIVE).runs("baseline").ends(0);
        project.runs("check").ends(0);
        project.has("small.yaml", SMALL).runs("check").ends(1, "1,562", "zero");
    }

    @Test
    void aBaselineOfAnotherVersionIsNotGuessedAt() throws Exception {
        budget(RELATIVE).runs("baseline").ends(0);
        String baseline = project.text("archmeter-baseline.json");
        project.has("archmeter-baseline.json", baseline.replaceFirst("\"version\": 2", "\"version\": 3"))
                .runs("check")
                .refuses("archmeter-baseline.json:", "[unknown-version]", "archmeter baseline");
    }

    @Test
    void aBaselineThatIsNotThereIsNotGuessedAtEither() throws Exception {
        budget(RELATIVE).runs("check").refuses("archmeter-baseline.json", "[missing-file]", "archmeter baseline");
    }

    @Test
    void budgetsThatContradictEachOtherAreRefused() throws Exception {
        budget("""
                budgets:
                  - {models: "*.yaml", except: archmeter-budget.yaml, limits: {parameters: 2k}}
                  - {models: small.yaml, limits: {parameters: 3k}}
                """).runs("check").refuses("[conflicting-limits]", "archmeter-budget.yaml:3:", "2:");
    }

    @Test
    void aPatternThatFitsNoFileIsNotAPass() throws Exception {
        budget("budgets: [{models: nets/*.yaml, limits: {parameters: 2k}}]")
                .runs("check")
                .refuses("archmeter-budget.yaml:1:", "[no-match]");
    }

    @Test
    void aModelThatIsNewOrGoneOrRenamedIsNamed() throws Exception {
        budget(RELATIVE.replace("small.yaml", "nets/*.yaml"));
        project.has("nets/a.yaml", SMALL)
                .has("nets/b.yaml", SMALL.replace("linear: 10", "linear: 20"))
                .runs("baseline")
                .ends(0);
        Files.delete(project.folder().resolve("nets/b.yaml"));
        Files.move(project.folder().resolve("nets/a.yaml"), project.folder().resolve("nets/first.yaml"));
        project.runs("check").ends(0, "nets/a.yaml", "nets/first.yaml", "nets/b.yaml");
        // What a limit cannot be held against does not pass.
        project.has("nets/c.yaml", SMALL.replace("conv: 4", "conv: 8"))
                .runs("check")
                .ends(1, "nets/c.yaml", "archmeter baseline");
    }

    @Test
    void fiveHundredModelsAreCheckedInOneRun() throws Exception {
        for (int net = 0; net < 500; net++) {
            project.has("nets/n" + net + ".yaml", SMALL);
        }
        budget("budgets: [{models: nets/*.yaml, limits: {parameters: 1600, multiply_adds: 1M}}]")
                .runs("check")
                .ends(0, "500 models");
        project.has("nets/n123.yaml", SMALL.replace("linear: 10", "linear: 11"))
                .runs("check")
                .ends(1, "nets/n123.yaml", "1 of 500 models");
    }

    /** The file is written beside the old one and then moved; whenever the process dies, one of both is there. */
    @Test
    void aRunThatIsKilledLeavesTheOldBaselineWhole() throws Exception {
        for (int net = 0; net < 500; net++) {
            project.has("nets/n" + net + ".yaml", SMALL);
        }
        budget(RELATIVE.replace("small.yaml", "nets/*.yaml")).runs("baseline").ends(0);
        String before = project.text("archmeter-baseline.json");
        for (int net = 0; net < 500; net++) {
            project.has("nets/n" + net + ".yaml", SMALL.replace("linear: 10", "linear: 11"));
        }

        killWhileItWrites(project.archmeter().start("baseline"));

        String left = project.text("archmeter-baseline.json");
        project.runs("baseline").ends(0);
        String after = project.text("archmeter-baseline.json");
        assertThat(after).isNotEqualTo(before);
        assertThat(left).isIn(before, after);
    }

    /** In whatever way it writes: beside the file, or into it. */
    private void killWhileItWrites(Process process) throws Exception {
        Path baseline = project.folder().resolve("archmeter-baseline.json");
        long size = Files.size(baseline);
        while (process.isAlive() && !hasTemporaryFile() && Files.size(baseline) == size) {
            LockSupport.parkNanos(POLL);
        }
        process.destroyForcibly().waitFor();
    }

    private boolean hasTemporaryFile() throws Exception {
        try (Stream<Path> files = Files.list(project.folder())) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(".tmp"));
        }
    }

    @Test
    void everyFormatIsWrittenAlthoughTheCheckFails() throws Exception {
        budget("budgets: [{models: small.yaml, limits: {parameters: 1.5k}}]")
                .runs(
                        "check",
                        "--format",
                        "github",
                        "--also",
                        "out.sarif",
                        "--also",
                        "out.xml",
                        "--also",
                        "markdown=summary",
                        "--also",
                        "out.json",
                        "--also",
                        "out.csv")
                .ends(1, "::error file=small.yaml,line=5,col=8,");
        assertThat(project.text("out.sarif")).contains("\"2.1.0\"", "small.yaml");
        assertThat(project.text("out.xml")).contains("<failure", "small.yaml");
        assertThat(project.text("summary")).startsWith("## ").contains("small.yaml");
        assertThat(project.text("out.json")).contains("\"document\": \"check\"");
        assertThat(project.text("out.csv")).contains("parameters,1562,1500");
    }

    /** As a shell would take it apart. */
    @Test
    void theWorkflowOfTheManualRuns() throws Exception {
        String workflow = Manual.block("yaml", "name: models");
        String command = workflow.substring(
                workflow.indexOf("archmeter check"), workflow.indexOf("- uses: actions/upload-artifact"));
        String[] words = command.strip()
                .replace("\"markdown=$GITHUB_STEP_SUMMARY\"", "markdown=summary")
                .split("\\s+");

        budget("budgets: [{models: small.yaml, limits: {parameters: 2k}}]")
                .runs(Arrays.copyOfRange(words, 1, words.length))
                .ends(0, "::notice ", "1 model is within budget");

        assertThat(project.folder().resolve("summary")).content().contains("## 1 model is within budget");
        assertThat(project.folder().resolve("archmeter.sarif")).content().contains("\"version\": \"2.1.0\"");
        assertThat(project.folder().resolve("archmeter.xml")).content().contains("<testsuites ");
    }

    @Test
    void aChangeIsSeenAgainstARevision() throws Exception {
        project.commits("small")
                .has("small.yaml", SMALL.replace("  flatten", "  relu: relu\n  pool: {maxpool: 2}\n  flatten"))
                .runs("diff", "git:HEAD:small.yaml", "small.yaml")
                // 10·(4·3·3) + 10 = 370 in the linear layer now: 112 + 370 = 482.
                .ends(0, "1,562", "482", "relu", "pool", "1×144", "1×36");
        project.runs("diff", "git:HEAD~7:small.yaml", "small.yaml").refuses("git:HEAD~7:small.yaml");
    }
}
