package io.archmeter.budget.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Growth in a block stands at the call that made it, if it was one call, and in the block if it was the block. */
class OriginTest {
    /**
     * Convolutions of 1×1: 1·4 + 4 = 8 parameters in the first, 4·4 + 4 = 20 in each of the others.
     */
    private static final String THREE_CALLS = """
            input: [1, 8, 8]
            layers:
              a: {cell: 4}
              b: {cell: 4}
              c: {cell: 4}
            blocks:
              cell:
                params: {channels: required}
                layers:
                  conv: {conv: =channels, kernel: 1}
            """;

    /** The same convolutions, and a fourth. */
    private static final String PAIRS = """
            input: [1, 8, 8]
            layers:
              a: {pair: 4}
              b: {pair: 4}
            blocks:
              pair:
                params: {channels: required}
                layers:
                  one: {cell: =channels}
                  two: {cell: =channels}
              cell:
                params: {channels: required}
                layers:
                  conv: {conv: =channels, kernel: 1}
            """;

    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void anEmptyProject() {
        project = new SmallProject(folder);
    }

    private Origin origin(String before, String now) {
        return project.had("net.yaml", before)
                .has("net.yaml", now)
                .finding("limits: {parameters: no more}")
                .origin();
    }

    private String place(Origin origin) {
        return project.seen(origin.place());
    }

    private List<String> seen(List<?> places) {
        return places.stream().map(project::seen).toList();
    }

    /** 4·8 + 8 = 40 in b, and 8·4 + 4 = 36 in c after it. */
    @Test
    void whatOneCallMadeHeavierStandsAtTheCall() {
        Origin origin = origin(THREE_CALLS, THREE_CALLS.replace("b: {cell: 4}", "b: {cell: 8}"));

        assertThat(place(origin)).isEqualTo("net.yaml:4:7");
        assertThat(seen(origin.inBlock())).containsExactly("net.yaml:10:14");
        assertThat(origin.calls()).isEmpty();
    }

    @Test
    void whatTheBlockMadeHeavierStandsInTheBlock() {
        Origin origin = origin(THREE_CALLS, THREE_CALLS.replace("=channels", "=2 * channels"));

        assertThat(place(origin)).isEqualTo("net.yaml:10:14");
        assertThat(origin.inBlock()).isEmpty();
        assertThat(seen(origin.calls())).containsExactly("net.yaml:3:7", "net.yaml:4:7", "net.yaml:5:7");
    }

    @Test
    void aLayerThatIsNewInTheBlockStandsInTheBlock() {
        Origin origin = origin(THREE_CALLS, THREE_CALLS + "      more: {conv: =channels, kernel: 3, padding: 1}\n");

        assertThat(place(origin)).isEqualTo("net.yaml:11:14");
        assertThat(origin.calls()).hasSize(3);
    }

    @Test
    void aCallThatIsNewIsTheCall() {
        Origin origin = origin(THREE_CALLS, THREE_CALLS.replace("blocks:", "  d: {cell: 4}\nblocks:"));

        assertThat(place(origin)).isEqualTo("net.yaml:6:7");
        assertThat(seen(origin.inBlock())).containsExactly("net.yaml:11:14");
    }

    /** Of b more comes in: 8·4 + 4 = 36, 16 more than before; of a, that made it so, 1·8 + 8 = 16, 8 more. */
    @Test
    void whatMoreComesIntoIsToldByItsCallToo() {
        Origin origin = origin(THREE_CALLS, THREE_CALLS.replace("a: {cell: 4}", "a: {cell: 8}"));

        assertThat(place(origin)).isEqualTo("net.yaml:4:7");
    }

    /** Both cells of the pair b grew, and none of a: neither the line of the cell nor one in the pair, but the call of the pair. */
    @Test
    void ofBlocksInBlocksItIsTheCallThatTellsThemApart() {
        Origin origin = origin(PAIRS, PAIRS.replace("b: {pair: 4}", "b: {pair: 8}"));

        assertThat(place(origin)).isEqualTo("net.yaml:4:7");
        assertThat(seen(origin.inBlock())).containsExactly("net.yaml:10:13", "net.yaml:14:14");
    }

    /** The second cell of each pair grew. */
    @Test
    void aCallInABlockIsInTheBlock() {
        Origin origin = origin(PAIRS, PAIRS.replace("two: {cell: =channels}", "two: {cell: =2 * channels}"));

        assertThat(place(origin)).isEqualTo("net.yaml:10:13");
        assertThat(seen(origin.inBlock())).containsExactly("net.yaml:14:14");
        assertThat(seen(origin.calls())).containsExactly("net.yaml:3:7", "net.yaml:4:7");
    }

    @Test
    void ofALoopInWhichSomeTurnsGrewItIsTheCallInTheLoop() {
        String loop = THREE_CALLS.replaceFirst(
                "(?s)  a: .*blocks:", "  stage: {cell: =width, for: {width: [4, 4, 4]}}\nblocks:");
        Origin origin = origin(loop, loop.replace("[4, 4, 4]", "[4, 4, 8]"));

        assertThat(place(origin)).isEqualTo("net.yaml:3:11");
        assertThat(seen(origin.inBlock())).containsExactly("net.yaml:8:14");
    }

    @Test
    void withoutABaselineTheHeaviestLayerKnowsItsCall() {
        Origin origin = project.has("net.yaml", PAIRS.replace("b: {pair: 4}", "b: {pair: 8}"))
                .finding("limits: {parameters: 9}")
                .origin();

        assertThat(place(origin)).isEqualTo("net.yaml:14:14");
        assertThat(seen(origin.calls())).containsExactly("net.yaml:10:13", "net.yaml:4:7");
    }

    @Test
    void aLimitOnEachLayerStandsAtTheCallAsWell() {
        project.had("net.yaml", THREE_CALLS).has("net.yaml", THREE_CALLS.replace("b: {cell: 4}", "b: {cell: 8}"));

        assertThat(project.result("layers: {b.*: {parameters: 30}}").findings())
                .extracting(finding -> place(finding.origin()))
                .containsExactly("net.yaml:4:7");
    }

    /** What is held at the peak comes from the plan of memory. */
    @Test
    void whatIsHeldAtAPeakKnowsItsCall() {
        Origin origin = project.has("net.yaml", THREE_CALLS)
                .finding("limits: {peak_bytes: 9}")
                .origin();

        assertThat(place(origin)).isEqualTo("net.yaml:10:14");
        assertThat(origin.calls()).hasSize(1);
    }

    /** The user has no file of it, and so none of its blocks. */
    @Test
    void aModelOfTheToolHasNoLinesToLookAt() {
        Finding finding = project.checks("models: resnet18, limits: {parameters: 1M}")
                .findings()
                .get(0);

        assertThat(finding.origin()).isEqualTo(Origin.at(finding.limit().place()));
        assertThat(finding.heaviest())
                .hasSize(3)
                .extracting(Contribution::place)
                .containsOnly(finding.place());
    }
}
