package io.archmeter.budget.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are not the same in the budget and in the baseline. */
class BaselineMatchTest {
    private static final String OTHER = SmallProject.NET.replace("linear: 10", "linear: 20");

    @TempDir
    Path folder;

    @Test
    void whatIsInBothNeedsNoNote() {
        assertThat(new SmallProject(folder)
                        .had("net.yaml", OTHER)
                        .has("net.yaml", SmallProject.NET)
                        .checks("models: net.yaml, limits: {parameters: +2%}")
                        .notes())
                .isEmpty();
    }

    @Test
    void aRenamedModelIsComparedWithItsOldSelf() {
        CheckReport report = new SmallProject(folder)
                .had("old.yaml", SmallProject.NET)
                .has("new.yaml", SmallProject.NET)
                .checks("models: new.yaml, limits: {parameters: no more}");

        assertThat(report.notes()).extracting(note -> note.rule().id()).containsExactly("renamed-model");
        assertThat(report.notes().get(0).text()).contains("'old.yaml'");
        assertThat(report.models().get(0).results().get(0).judgement().before()).hasValue(1562);
        assertThat(report.fails()).isFalse();
    }

    @Test
    void aNewOneAndOneThatIsGoneAreNamedWhereTheyAre() {
        SmallProject project = new SmallProject(folder).had("old.yaml", OTHER).has("new.yaml", SmallProject.NET);
        CheckReport report = project.checks("models: new.yaml, limits: {parameters: 2k}");

        assertThat(report.notes())
                .extracting(note -> note.rule().id() + " " + note.model() + " " + project.seen(note.place()))
                .containsExactly("new-model new.yaml budget.yaml:3:14", "gone-model old.yaml past.json");
        assertThat(report.fails()).isFalse();
    }

    @Test
    void ofSeveralBudgetsTheSameIsSaidOnce() {
        CheckReport report = new SmallProject(folder)
                .had("old.yaml", OTHER)
                .has("new.yaml", SmallProject.NET)
                .checks("models: new.yaml, limits: {parameters: 2k}");
        CheckReport together = CheckReport.together(List.of(report, report));

        assertThat(together.notes()).isEqualTo(report.notes()).hasSize(2);
        assertThat(together.models()).hasSize(2);
    }

    /** A second input is wider. */
    @Test
    void anyInputThatHasChangedIsNamed() {
        String two = "{inputs: {left: [3], right: [4]}, layers: [{concat: , from: [left, right]}]}";
        CheckReport report = new SmallProject(folder)
                .had("net.yaml", two)
                .has("net.yaml", two.replace("[4]", "[5]"))
                .checks("models: net.yaml, limits: {parameters: 2k}");

        assertThat(report.notes())
                .extracting(note -> note.rule().id() + " " + note.model() + " " + note.text())
                .containsExactly(
                        "changed-input net.yaml inputs left 3, right 4 → left 3, right 5 since the baseline, with which it is compared");
        assertThat(report.fails()).isFalse();
    }

    @Test
    void withoutABaselineThereIsNothingToSay() {
        assertThat(new SmallProject(folder)
                        .has("net.yaml", SmallProject.NET)
                        .checks("models: net.yaml, limits: {parameters: 2k}")
                        .notes())
                .isEmpty();
    }
}
