package io.archmeter.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Commands in the form of GitHub's documentation, "Workflow commands for GitHub Actions": {@code
 * ::error file={name},line={line},col={col},title={title}::{message}}. What stands for what is in actions/toolkit, {@code
 * packages/core/src/command.ts}: {@code %25}, {@code %0D} and {@code %0A} everywhere, {@code %3A} and {@code %2C} in properties.
 */
class GitHubAnnotationsTest {
    @Test
    void eachFindingIsAnErrorAtItsPlace() {
        assertThat(CheckedModels.written(CheckFormat.GITHUB, CheckedModels.over("net.yaml", "fc")))
                .isEqualTo("::error file=specs/net.yaml,line=5,col=8,title=[total-limit] net.yaml::"
                        + "parameters in total: 1,562 is 62 (4.1%25) over the limit of 1,500"
                        + "%0Alimit: at most 1.5k, the baseline has 1,112, at budget.yaml:3:26"
                        + "%0Aheaviest: fc 1,450 (92.8%25)"
                        + "%0Asince the baseline: fc changed (features 7 → 10, output 1×7 → 1×10), +450"
                        + "%0Aremedy: make it smaller\n"
                        + "::notice title=archmeter check::1 of 1 model is over budget: 1 limit broken, 0 kept\n");
    }

    @Test
    void aWarningIsAWarningBehindTheErrors() {
        assertThat(CheckedModels.written(
                                CheckFormat.GITHUB, CheckedModels.warned("a.yaml"), CheckedModels.over("b.yaml", "fc"))
                        .lines()
                        .map(line -> line.replaceAll("(?<=yaml)::.*", "")))
                .startsWith(
                        "::error file=specs/net.yaml,line=5,col=8,title=[total-limit] b.yaml",
                        "::warning file=specs/net.yaml,line=5,col=8,title=[total-limit] a.yaml");
    }

    @Test
    void namesDoNotEndACommandOrAProperty() {
        assertThat(CheckedModels.written(
                        CheckFormat.GITHUB, CheckedModels.over(CheckedModels.STRANGE, CheckedModels.STRANGE)))
                .startsWith("::error file=specs/net.yaml,line=5,col=8,title=[total-limit] "
                        + "a%25b%3Ac%2Cd<e>&\"f|g\\u0001h i]\uD83D\uDE00(j){k}::parameters")
                .contains("%0Aheaviest: a%25b:c,d<e>&\"f|g\\u0001h i]\uD83D\uDE00(j){k} 1,450 (92.8%25)%0A")
                .hasLineCount(2);
    }

    @Test
    void theNameOfAFileIsVisible() {
        assertThat(CheckedModels.written(
                        CheckFormat.GITHUB, CheckedModels.goneFrom("a\n::error::b\u202E.json", "c.yaml")))
                .endsWith(
                        "\n::notice file=a\\u000a%3A%3Aerror%3A%3Ab\\u202e.json,title=gone-model::c.yaml: not in the budget\n");
    }

    /** Of a limit that could not be checked nobody knows how much it is over; it comes last, as ten annotations are shown. */
    @Test
    void theWorstComesFirst() {
        assertThat(CheckedModels.written(
                                CheckFormat.GITHUB, CheckedModels.other("b.yaml"), CheckedModels.over("a.yaml", "fc"))
                        .lines()
                        .map(line -> line.replaceAll("(?<=yaml)::.*", "")))
                .startsWith(
                        "::error file=specs/net.yaml,line=5,col=8,title=[total-limit] a.yaml",
                        "::error file=budget.yaml,line=6,col=21,title=[total-limit] b.yaml");
    }

    @Test
    void aNoteIsANotice() {
        assertThat(CheckedModels.written(CheckFormat.GITHUB, CheckedModels.gone("old.yaml")))
                .endsWith("\n::notice file=base line.json,title=gone-model::old.yaml: not in the budget\n");
    }
}
