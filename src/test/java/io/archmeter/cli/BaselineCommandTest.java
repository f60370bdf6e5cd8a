package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineCommandTest {
    private static final String MODEL = "input: [3, 8, 8]\nlayers: {conv: {conv: 4, kernel: 3}}\n";
    private static final String BUDGET =
            "baseline: baseline.json\nbudgets: [{models: nets/*.yaml, limits: {parameters: no more}}]\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeModels() throws IOException {
        write("nets/a.yaml", MODEL);
        write("nets/b.yaml", MODEL.replace("kernel: 3", "kernel: 1"));
        write("budget.yaml", BUDGET);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path baseline() {
        return folder.resolve("baseline.json");
    }

    private Cli run(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "baseline";
        args[1] = folder.resolve("budget.yaml").toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Cli.run(args);
    }

    @Test
    void theFileThatTheBudgetNamesIsWrittenAndWhatBecameOfItIsSaid() throws IOException {
        run().printsExactly(baseline() + ": 2 models; 2 new\n");
        // 4·3·3·3 + 4 = 112
        assertThat(Files.readString(baseline()))
                .startsWith("{\n  \"archmeter\": {\n    \"document\": \"baseline\"")
                .contains("\"model\": \"nets/a.yaml\"", "\"parameters\": 112")
                .endsWith("}\n");

        byte[] first = Files.readAllBytes(baseline());
        run().printsExactly(baseline() + ": 2 models; 2 unchanged\n");
        assertThat(Files.readAllBytes(baseline())).isEqualTo(first);
    }

    @Test
    void aBaselineOfARevisionIsWrittenElsewhereOrNot() throws IOException {
        write("budget.yaml", BUDGET.replace("baseline.json", "git:main:baseline.json"));

        run().refuses(folder.resolve("budget.yaml") + """
                :1:11: error: [past-baseline] this is a file of a revision, which nobody can write any more
                    remedy: name a file with -o
                """);
        run("-o", baseline().toString()).printsExactly(baseline() + ": 2 models; 2 new\n");
    }

    @Test
    void modelsThatChangeComeAndGoAreCounted() throws IOException {
        write("nets/c.yaml", MODEL.replace("conv: 4", "conv: 6"));
        write("nets/d.yaml", MODEL.replace("conv: 4", "conv: 8"));
        run().prints("4 models; 4 new");
        write("nets/a.yaml", MODEL.replace("conv: 4", "conv: 5"));
        Files.move(folder.resolve("nets/b.yaml"), folder.resolve("nets/e.yaml"));
        Files.delete(folder.resolve("nets/c.yaml"));
        write("nets/f.yaml", MODEL.replace("conv: 4", "conv: 7"));

        run().printsExactly(baseline() + ": 4 models; 1 new, 1 renamed, 1 changed, 1 unchanged, 1 gone\n");
    }

    @Test
    void anotherFileCanBeNamed() throws IOException {
        Path other = folder.resolve("other.json");
        write("budget.yaml", "budgets: [{models: nets/a.yaml, limits: {parameters: 112}}]\n");

        run("-o", other.toString()).printsExactly(other + ": 1 model; 1 new\n");
        assertThat(other).isNotEmptyFile();
        assertThat(baseline()).doesNotExist();
        run().refuses(folder.resolve("budget.yaml") + """
                : error: [no-baseline] the budget names no baseline
                    remedy: add above 'budgets:' e.g. baseline: archmeter-baseline.json, or name a file with -o
                """);
    }

    @Test
    void aBaselineThatCannotBeReadIsReplaced() throws IOException {
        write("baseline.json", "<<<<<<< HEAD\n{}\n");

        run().printsExactly(baseline() + ": 2 models; the old baseline could not be read, and is replaced\n");
        run().prints("2 models; 2 unchanged");
    }

    @Test
    void whatIsWrongLeavesTheOldBaselineAsItWas() throws IOException {
        run().prints("2 models; 2 new");
        byte[] first = Files.readAllBytes(baseline());
        write("nets/a.yaml", "lyers: []\n");

        run().refusesWith("[unknown-key] a spec has no key 'lyers'");
        assertThat(Files.readAllBytes(baseline())).isEqualTo(first);
    }

    @Test
    void aFolderThatIsNotThereIsSaidBeforeAnyWork() throws IOException {
        write("budget.yaml", BUDGET.replace("baseline.json", "none/baseline.json"));

        run().refusesWith("[no-such-folder] its folder does not exist");
        run("-o", folder.toString()).refusesWith("[is-a-folder]");
    }

    @Test
    void aBaselineReplacesNeitherTheBudgetNorAModel() throws IOException {
        run("-o", folder.resolve("budget.yaml").toString()).refusesWith("budget.yaml: error: [own-source]");
        run("-o", folder + "/nets/../nets/b.yaml").refusesWith("b.yaml: error: [own-source]");

        assertThat(folder.resolve("budget.yaml")).hasContent(BUDGET);
        assertThat(folder.resolve("nets/b.yaml")).content().startsWith("input:");
    }

    @Test
    void aBaselineIsNoSpreadsheet() {
        Path sheet = folder.resolve("z.xlsx");
        run("-o", sheet.toString()).refuses(sheet + """
                : error: [unknown-format] a baseline is a JSON file
                    remedy: let the name end in .json
                """);
        run("-o", folder.resolve("z.csv").toString()).refusesWith("[unknown-format]");
        assertThat(sheet).doesNotExist();
    }

    @Test
    void oneModelIsNotCalledSeveral() throws IOException {
        write("budget.yaml", BUDGET.replace("*", "a"));
        write("baseline.json", "<<<<<<< HEAD\n{}\n");

        run().prints(": 1 model; the old baseline could not be read, and is replaced\n");
    }
}
