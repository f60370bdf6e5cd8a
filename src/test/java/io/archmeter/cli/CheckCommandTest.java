package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.git.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command; what it finds is held in the package of the checks. */
class CheckCommandTest {
    @TempDir
    Path folder;

    /** 4·5 + 5 = 25 parameters. */
    @BeforeEach
    void aModel() throws IOException {
        Files.writeString(folder.resolve("net.yaml"), "input: [4]\nlayers: {fc: {linear: 5}}\n");
    }

    private String budget(String name, int parameters) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "budgets: [{models: net.yaml, limits: {parameters: " + parameters + "}}]\n");
        return file.toString();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void whatIsKeptIsFine() throws IOException {
        Cli.run("check", budget("budget.yaml", 25))
                .prints("\nnet.yaml\n", "kept  parameters in total: at most 25      25       25  0 (0.0%)")
                .prints("\n1 model is within budget: 1 limit kept\n");
    }

    @Test
    void whatIsBrokenEndsInExitCodeOneAndIsSaidOnce() throws IOException {
        Cli check = Cli.run("check", budget("budget.yaml", 24));

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err()).isEmpty();
        assertThat(check.out())
                .contains(
                        "net.yaml:2:15: error: [total-limit] net.yaml: parameters in total: 25 is 1 (4.2%) over the limit of 24\n")
                .endsWith("\n1 of 1 model is over budget: 1 limit broken, 0 kept\n");
    }

    /** 3,037,000,499·1,000,000·4 bytes are 12,148,001,996,000,000; less one, and times 100, they are as many percent. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json", "markdown", "junit", "sarif", "github"})
    void whatIsFarBeyondItsLimitIsSaidInEveryFormat(String format) throws IOException {
        Files.writeString(folder.resolve("net.yaml"), "input: [1, 3037000499, 1000000]\nlayers: [relu]\n");
        Files.writeString(folder.resolve("budget.yaml"), "budgets: [{models: net.yaml, limits: {output_bytes: 1}}]\n");

        Cli check = Cli.run("check", file("budget.yaml"), "--format", format);

        assertThat(check.code()).as(check.err()).isEqualTo(1);
        assertThat(check.out()).contains(format.equals("csv") ? "12148001996000000" : "1,214,800,199,599,999,900.0%");
    }

    @Test
    void aWarningIsSaidAndTheCheckPasses() throws IOException {
        Files.writeString(
                folder.resolve("budget.yaml"),
                "budgets: [{models: net.yaml, limits: {parameters: 25}, warn: {limits: {parameters: 24}}}]\n");

        Cli.run("check", file("budget.yaml"))
                .prints(
                        "net.yaml:2:15: warning: [total-limit] net.yaml: parameters in total: 25 is 1 (4.2%) over the limit")
                .prints("\n1 model is within budget: 1 limit kept, 1 warning\n");
        Cli.run("check", file("budget.yaml"), "--format", "github").prints("::warning file=");
        Cli.run("check", file("budget.yaml"), "--format", "sarif").prints("\"level\": \"warning\"");
        Cli.run("check", file("budget.yaml"), "--format", "junit").prints("failures=\"0\"", "<system-out>");
    }

    @Test
    void whoSeesNoTextSeesTheVerdict() throws IOException {
        Cli check = Cli.run("check", budget("budget.yaml", 24), "-o", file("answer.txt"));

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).isEmpty();
        assertThat(check.err()).isEqualTo("archmeter check: 1 of 1 model is over budget: 1 limit broken, 0 kept\n");
        assertThat(folder.resolve("answer.txt")).content().endsWith("0 kept\n");
    }

    @Test
    void severalBudgetsAreOneReport() throws IOException {
        Cli check = Cli.run("check", budget("a.yaml", 24), budget("b.yaml", 25), "--format", "csv");

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out().lines().map(line -> line.split(",")[1])).containsExactly("verdict", "broken", "kept");
    }

    @Test
    void oneRunWritesAllFilesAlthoughItFails() throws IOException {
        Cli check = Cli.run(
                "check",
                budget("budget.yaml", 24),
                "--format",
                "github",
                "--also",
                file("check.sarif"),
                "--also",
                "junit=" + file("check"),
                "--also",
                file("check.md"));

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).startsWith("::error file=");
        assertThat(folder.resolve("check.sarif")).content().contains("\"version\": \"2.1.0\"");
        assertThat(folder.resolve("check")).content().startsWith("<?xml").endsWith("</testsuites>\n");
        assertThat(folder.resolve("check.md")).content().startsWith("## 1 of 1 model is over budget\n");
    }

    @Test
    void whatCannotBeWrittenIsSaidBeforeAnyWork() throws IOException {
        String budget = budget("budget.yaml", 24);
        String twice = file("a.csv");

        Cli.run("check", budget, "--also", "sarff=x", "--also", "noending").refuses("""
                archmeter check: error: [unknown-format] --also cannot be 'sarff'
                    remedy: did you mean 'sarif'?
                archmeter check: error: [unknown-format] the ending of 'noending' does not tell the format
                    remedy: write e.g. --also sarif=noending
                2 problems
                """);
        Cli.run("check", budget, "--also", twice, "-o", twice).refuses("""
                archmeter check: error: [repeated-file] '%s' is to hold two answers
                    remedy: name another file for one
                """.formatted(twice));
        Cli.run("check", budget, "--also", "no/such/folder/a.csv")
                .refusesWith("no/such/folder/a.csv: error: [no-such-folder]");
    }

    @Test
    void theProblemsOfAllBudgetsAreSaidAtOnce() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "budgets: []\n");

        Cli check = Cli.run("check", file("none.yaml"), empty.toString(), budget("budget.yaml", 24));

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.out()).isEmpty();
        assertThat(check.err()).contains("[missing-file]", "[no-budgets]", "2 problems");
    }

    /** Without a name it is the budget in the folder where the command runs: here that of this repository. */
    @Test
    void theModelsThatComeWithArchmeterKeepTheirBudget() {
        Cli.run("check").prints("\n55 models are within budget: ");
    }

    @Test
    void anotherBaselineCanBeNamed() throws IOException {
        Files.writeString(folder.resolve("budget.yaml"), """
                baseline: usual.json
                budgets: [{models: net.yaml, limits: {parameters: no more}}]
                """);

        Cli.run("check", file("budget.yaml"))
                .refusesWith("usual.json: error: [missing-file] there is no such baseline");
        Cli.run("check", file("budget.yaml"), "--baseline", file("other.json")).refuses(file("other.json") + """
                : error: [missing-file] there is no such baseline
                    remedy: run 'archmeter baseline' and commit what it writes
                """);
    }

    /** 4·6 + 6 = 30 parameters, 5 more than in the revision; the baseline beside the budget has them already. */
    @Test
    void aBaselineOfARevisionIsComparedWith() throws Exception {
        Files.writeString(folder.resolve("budget.yaml"), """
                baseline: b.json
                budgets: [{models: net.yaml, limits: {parameters: no more}}]
                """);
        Cli.run("baseline", file("budget.yaml")).prints("1 model; 1 new");
        Repository repository = new Repository(folder).commits("first");
        Files.writeString(folder.resolve("net.yaml"), "input: [4]\nlayers: {fc: {linear: 6}}\n");
        Cli.run("baseline", file("budget.yaml")).prints("1 model; 1 changed");

        Cli.run("check", file("budget.yaml")).prints("\n1 model is within budget: 1 limit kept\n");
        Cli check = Cli.run("check", file("budget.yaml"), "--baseline", repository.reference("HEAD", "b.json"));
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).contains("parameters in total: 30 is 5 (20.0%) over the limit of 25");
        Cli.run("check", file("budget.yaml"), "--baseline", repository.reference("none", "b.json"))
                .refusesWith("[unknown-revision] this repository has no revision 'none'");
    }

    @Test
    void aBudgetThatIsNamedTwiceCountsOnce() throws IOException {
        Cli.run("check", budget("budget.yaml", 25), folder + "/./budget.yaml", folder + "/none/../budget.yaml")
                .prints("\n1 model is within budget: 1 limit kept\n");
    }

    @Test
    void noAnswerReplacesWhatTheCheckReads() throws IOException {
        String spec = Files.readString(folder.resolve("net.yaml"));
        String budget = budget("budget.yaml", 25);

        Cli.run("check", budget, "--also", "junit=" + file("net.yaml")).refuses(file("net.yaml") + """
                : error: [own-source] the command reads this file, and would replace it
                    remedy: name another file
                """);
        Cli.run("check", budget, "-o", folder + "/./budget.yaml", "--format", "text")
                .refusesWith("[own-source]");
        assertThat(folder.resolve("net.yaml")).hasContent(spec.strip());
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("a.csv"));
        Files.writeString(folder.resolve("a.csv"), "");
        Cli.run("check", budget, "--also", file("a.csv"), "--also", file("link.csv"))
                .refusesWith("[repeated-file]");
        Cli.run("check", budget, "--also", "junit=").refuses("""
                archmeter check: error: [bad-file-name] --also must name a file, but is 'junit='
                    remedy: write e.g. --also check.sarif
                """);
    }

    @Test
    void whatIsWrongWithABaselineAndWithTheModelsIsSaidTogether() throws IOException {
        Files.writeString(folder.resolve("net.yaml"), "lyers: []\n");

        Cli.run("check", budget("budget.yaml", 25), "--baseline", file("none.json"))
                .refusesWith("2 problems\n");
        Files.writeString(folder.resolve("empty.json"), "");
        Cli.run("check", budget("budget.yaml", 25), "--baseline", file("empty.json"))
                .refusesWith("""
                empty.json: error: [empty-file] there is nothing in this baseline
                    remedy: run 'archmeter baseline' and commit what it writes
                """);
    }

    /** Each budget names one of the two models of the baseline; old.yaml is in none. */
    @Test
    void whatAnotherBudgetComparesWithTheBaselineIsNotGone() throws IOException {
        for (String model : List.of("a", "b", "old")) {
            Files.writeString(folder.resolve(model + ".yaml"), "input: [4]\nlayers: {fc: {linear: 5}}\n");
        }
        String entry = "baseline: past.json\nbudgets: [{models: MODEL, limits: {parameters: no more}}]\n";
        for (String model : List.of("a", "b")) {
            Files.writeString(folder.resolve(model + "-budget.yml"), entry.replace("MODEL", model + ".yaml"));
        }
        Files.writeString(folder.resolve("all-budget.yml"), entry.replace("MODEL", "[a.yaml, b.yaml, old.yaml]"));
        Cli.run("baseline", file("all-budget.yml")).prints("3 models; 3 new");

        String out =
                Cli.run("check", file("a-budget.yml"), file("b-budget.yml")).out();

        assertThat(out.lines().filter(line -> line.contains("[gone-model]")))
                .hasSize(1)
                .first()
                .asString()
                .contains("old.yaml: in the baseline");
    }
}
