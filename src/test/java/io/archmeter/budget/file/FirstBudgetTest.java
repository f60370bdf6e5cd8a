package io.archmeter.budget.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.budget.Measuring;
import io.archmeter.budget.UnloadedModel;
import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Checks;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstBudgetTest {
    /** 112 and 1,450 parameters, 3,888 and 1,440 multiply-adds; while the convolution runs 3·8·8 + 4·6·6 = 336 elements are held. */
    private static final String NET = """
            input: [3, 8, 8]
            layers:
              conv: {conv: 4, kernel: 3}
              flatten: flatten
              fc: {linear: 10}
            """;

    private static final String FAMILY = """
            input: [4]
            params: {features: 5}
            variants: {narrow: {}, wide: {features: 500}}
            layers: [{linear: =features}]
            """;

    @TempDir
    Path folder;

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    /** What comes of a check right after it was written. */
    private CheckReport checked(FirstBudget budget) throws IOException {
        write(FirstBudget.FILE, budget.text());
        List<UnloadedModel> subjects = BudgetedModels.of(
                BudgetFile.read(folder.resolve(FirstBudget.FILE).toString()));
        return Checks.judge(Measuring.all(subjects), Optional.of(budget.baseline()));
    }

    private static Problem problem(Runnable searching) {
        return catchThrowableOfType(ProblemException.class, searching::run)
                .problems()
                .get(0);
    }

    /** 1,562 · 1.05 = 1,640.1; 5,328 · 1.05 = 5,594.4; 1,344 · 1.05 = 1,411.2 bytes are 1.378 KiB. */
    @Test
    void itBeginsWithWhatTheModelsCost() throws IOException {
        write("specs/net.yaml", NET);

        FirstBudget budget = FirstBudget.ofAllIn(folder);

        assertThat(budget.text()).isEqualTo("""
                # yaml-language-server: $schema=archmeter-budget.schema.json
                # What the models of this project may cost: 'archmeter check' holds them to it, and fails if one costs more.
                baseline: archmeter-baseline.json
                budgets:
                  # Nothing grows unseen: a model may cost what it did when 'archmeter baseline' was run last. If growth is meant,
                  # run it again and commit what it writes.
                  - models:
                      - specs/net.yaml
                    limits:
                      parameters: no more
                      multiply_adds: no more
                      peak_bytes: no more
                    # What is said, and fails nothing:
                    # warn: {layers: {"*": {parameters: 50%}}}
                  # What no baseline moves: a little more than each costs today. Set it to what your device and your time allow.
                  - {models: specs/net.yaml, limits: {parameters: 1.7k, multiply_adds: 5.6k, peak_bytes: 1.4KiB}}
                """);
        assertThat(budget.baseline().file()).isEqualTo(FirstBudget.BASELINE);
    }

    @Test
    void itsModelsKeepItAtOnce() throws IOException {
        write("specs/net.yaml", NET);
        write("specs/family.yml", FAMILY);
        write("nets/a [b] {c} *, d: \"e\" #f.json", "{\"input\": [3, 8, 8], \"layers\": [\"relu\"]}");
        write("true.yaml", NET);

        CheckReport found = checked(FirstBudget.ofAllIn(folder));
        assertThat(found.fails()).isFalse();
        assertThat(found.notes()).isEmpty();
        assertThat(found.models())
                .extracting(model -> model.model())
                .containsExactly(
                        "nets/a [b] {c} *, d: \"e\" #f.json",
                        "specs/family.yml#narrow",
                        "specs/family.yml#wide",
                        "specs/net.yaml",
                        "true.yaml");

        CheckReport named = checked(FirstBudget.of(folder, List.of("specs/*.yml#w*", "resnet50", "true.yaml")));
        assertThat(named.fails()).isFalse();
        assertThat(named.models())
                .extracting(model -> model.model())
                .containsExactly("specs/family.yml#wide", "resnet50", "true.yaml");
    }

    @Test
    void whatIsNoSpecOrACopyIsPassedOver() throws IOException {
        write("specs/net.yaml", NET);
        write("specs/blocks.yaml", "blocks: {b: {layers: [relu]}}\n");
        write("compose.yaml", "services: {web: {image: nginx}}\n");
        write("data.json", "[1, 2]");
        write("binary.json", "\u0000");
        write("target/classes/specs/net.yaml", NET);
        write(".hidden/net.yaml", NET);

        FirstBudget budget = FirstBudget.ofAllIn(folder);

        assertThat(budget.references()).containsExactly("specs/net.yaml");
        assertThat(budget.leftOut()).isEmpty();
    }

    @Test
    void aSpecThatCannotBeUsedIsLeftOutAndSaid() throws IOException {
        write("good.yaml", NET);
        write("bad.yaml", NET.replace("kernel: 3", "kernal: 3").replace("linear: 10", "linear: 0"));

        FirstBudget budget = FirstBudget.ofAllIn(folder);

        assertThat(budget.references()).containsExactly("good.yaml");
        assertThat(budget.leftOut()).extracting(FirstBudget.LeftOut::file).containsExactly("bad.yaml");
        assertThat(problem(() -> FirstBudget.of(folder, List.of("bad.yaml"))).toString())
                .contains("bad.yaml:3:19: error: [unknown-key]");

        Files.delete(folder.resolve("good.yaml"));
        assertThat(problem(() -> FirstBudget.ofAllIn(folder)).remedy())
                .isEqualTo("mend bad.yaml: 'archmeter analyze' says what is wrong with it");
    }

    @Test
    void whereThereIsNothingThatIsSaid() {
        assertThat(problem(() -> FirstBudget.ofAllIn(folder))).hasToString("""
                archmeter init: error: [no-models] there is no spec of a model in this folder or below it
                    remedy: name what there is elsewhere, or a bundled model: archmeter init resnet50""");
        assertThat(problem(() -> FirstBudget.of(folder, List.of("none.yaml"))).toString())
                .startsWith("archmeter init: error: [no-match] there is no such file");
    }

    /** A twentieth more, up to the next number of two digits; bytes in powers of 1024. */
    @ParameterizedTest
    @CsvSource({
        "PARAMETERS, 0, 0",
        "LAYERS, 1, 2",
        "LAYERS, 20, 21",
        "PARAMETERS, 500, 530",
        "PARAMETERS, 999, 1.1k",
        "PARAMETERS, 2000, 2.1k",
        "PARAMETERS, 25557032, 27M",
        "PARAMETERS, 138357544, 150M",
        "MULTIPLY_ADDS, 4089184256, 4.3G",
        "MULTIPLY_ADDS, 999999999999999, 1100T",
        "PEAK_BYTES, 1000, 1.1KiB",
        "PEAK_BYTES, 90, 95",
        "PEAK_BYTES, 7225344, 7.3MiB",
        "PEAK_BYTES, 1048575, 1.1MiB",
    })
    void aLimitIsALittleAbove(Metric metric, long value, String bound) {
        assertThat(RoundedUp.bound(metric, value)).contains(bound);
    }

    @Test
    void whatCannotBeCountedHasNoLimit() {
        assertThat(RoundedUp.bound(Metric.PARAMETERS, Long.MAX_VALUE)).isEmpty();
    }
}
