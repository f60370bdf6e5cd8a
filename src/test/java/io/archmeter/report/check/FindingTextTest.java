package io.archmeter.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.budget.check.Origin;
import io.archmeter.problem.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A layer that a block writes has two places: where the block is called, and its line in the block. */
class FindingTextTest {
    private static final Span CALL = new Span("specs/net.yaml", 20, 7);
    private static final Span OTHER = new Span("specs/net.yaml", 21, 7);

    private static final Origin AT_CALL = new Origin(CALL, List.of(CheckedModels.LINE), List.of());
    private static final Origin IN_BLOCK = new Origin(CheckedModels.LINE, List.of(), List.of(CALL, OTHER));

    @Test
    void aFindingAtACallNamesTheLineInTheBlock() {
        assertThat(CheckedModels.written(CheckFormat.TEXT, CheckedModels.overInBlock(AT_CALL)))
                .contains("\nspecs/net.yaml:20:7: error: [total-limit] a.yaml: parameters in total")
                .contains("\n    in the block at specs/net.yaml:5:8\n");
    }

    @Test
    void aFindingInABlockNamesItsCalls() {
        assertThat(CheckedModels.written(CheckFormat.TEXT, CheckedModels.overInBlock(IN_BLOCK)))
                .contains("\nspecs/net.yaml:5:8: error: [total-limit] a.yaml: parameters in total")
                .contains("\n    the block is called at specs/net.yaml:20:7, specs/net.yaml:21:7\n");
    }

    @Test
    void anAnnotationStandsAtTheCall() {
        assertThat(CheckedModels.written(CheckFormat.GITHUB, CheckedModels.overInBlock(AT_CALL)))
                .startsWith("::error file=specs/net.yaml,line=20,col=7,")
                .contains("%0Ain the block at specs/net.yaml:5:8%0A");
    }

    @Test
    void aLogRelatesTheOtherPlace() {
        assertThat(CheckedModels.written(CheckFormat.SARIF, CheckedModels.overInBlock(AT_CALL)))
                .containsSubsequence(
                        "\"locations\"",
                        "\"startLine\": 20",
                        "\"relatedLocations\"",
                        "\"id\": 2",
                        "\"startLine\": 5",
                        "\"text\": \"the line in the block\"");
        assertThat(CheckedModels.written(CheckFormat.SARIF, CheckedModels.overInBlock(IN_BLOCK)))
                .containsSubsequence(
                        "\"locations\"",
                        "\"startLine\": 5",
                        "\"relatedLocations\"",
                        "\"startLine\": 20",
                        "\"text\": \"a call of the block\"",
                        "\"startLine\": 21",
                        "\"text\": \"a call of the block\"");
    }

    @Test
    void programsHaveBoth() {
        assertThat(CheckedModels.written(CheckFormat.JSON, CheckedModels.overInBlock(AT_CALL)))
                .containsSubsequence("\"at\": {", "\"line\": 20", "\"in_block\": [{", "\"line\": 5", "\"calls\": []");
    }
}
