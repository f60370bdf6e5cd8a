package io.archmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.diff.Comparison;
import io.archmeter.diff.Difference;
import io.archmeter.diff.ModelChange;
import io.archmeter.metric.Metric;
import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's door: what commands do can be done from Java. */
class ArchmeterTest {
    /** Parameters as torchvision's documentation lists them. */
    private static final long RESNET18 = 11_689_512;

    private static final long RESNET34 = 21_797_672;

    @TempDir
    private Path folder;

    private String budget(long parameters) throws IOException {
        Path file = folder.resolve("archmeter-budget.yaml");
        Files.writeString(file, "budgets:\n  - models: resnet18\n    limits: {parameters: " + parameters + "}\n");
        return file.toString();
    }

    @Test
    void aBudgetIsKeptToTheUnit() throws IOException {
        assertThat(Archmeter.check(budget(RESNET18)).fails()).isFalse();
        assertThat(Archmeter.check(budget(RESNET18 - 1)).fails()).isTrue();
    }

    @Test
    void theModelsOfABudgetAreMeasured() throws IOException {
        assertThat(Archmeter.measure(budget(1)))
                .singleElement()
                .satisfies(model -> assertThat(model.totals()).containsEntry(Metric.PARAMETERS, RESNET18));
    }

    @Test
    void whatAChangeCostsIsSaidOfNames() {
        Comparison comparison = Archmeter.diff("resnet18", "resnet34");
        assertThat(comparison.attributes()).isTrue();
        assertThat(comparison.changes()).singleElement().isInstanceOfSatisfying(ModelChange.Kept.class, kept -> {
            assertThat(kept.before().totals()).containsEntry(Metric.PARAMETERS, RESNET18);
            assertThat(kept.after().totals()).containsEntry(Metric.PARAMETERS, RESNET34);
        });
    }

    @Test
    void whatAChangeCostsIsSaidOfLoadedModels() {
        Difference change = Archmeter.load("resnet18").diff(Archmeter.load("resnet34"));
        assertThat(change.isNone()).isFalse();
        assertThat(Archmeter.load("resnet18").diff(Archmeter.load("resnet18")).isNone())
                .isTrue();
    }

    @Test
    void bothSidesOfAChangeAreLookedAtBeforeEitherIsRefused() {
        assertThatThrownBy(() -> Archmeter.diff("resnet17", "resnet33"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        unknown -> assertThat(unknown.problems()).hasSize(2));
    }
}
