package io.archmeter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By hand, a tap at a time: where the window of the first output begins, how far it reaches, how far the next one is. */
class ReceptiveFieldTest {
    /** 3×3 on 3×3 sees 5, on stride 2 it sees 3 + 2·2 = 7. */
    @Test
    void windowsBehindEachOtherSeeMore() {
        assertThat(height("[1, 32, 32]", "{conv: 1, kernel: 3}", "{conv: 1, kernel: 3}"))
                .isEqualTo("5 stride 1, 0 to 32");
        assertThat(height("[1, 33, 33]", "{conv: 1, kernel: 3, stride: 2}", "{conv: 1, kernel: 3}"))
                .isEqualTo("7 stride 2, 0 to 33");
    }

    /** AlexNet's first layers: 11/4 pad 2, then 3/2: 11 + 2·4 = 19 every 8, from −2; 27 positions: −2 + 26·8 + 19 = 225. */
    @Test
    void paddingMovesTheWindowOutOfTheImage() {
        assertThat(height("[3, 224, 224]", "{conv: 64, kernel: 11, stride: 4, padding: 2}", "{maxpool: 3, stride: 2}"))
                .isEqualTo("19 stride 8, -2 to 225");
    }

    /** Three taps, two apart, see five: positions 0, 2 and 4. */
    @Test
    void dilationSpreadsTheTaps() {
        assertThat(height("[1, 9, 9]", "{conv: 1, kernel: 3, dilation: 2}")).isEqualTo("5 stride 1, 0 to 9");
    }

    @Test
    void elementwiseLayersSeeTheSame() {
        assertThat(height("[1, 9, 9]", "{conv: 1, kernel: 3}", "batchnorm", "relu", "dropout"))
                .isEqualTo("3 stride 1, 0 to 9");
    }

    @Test
    void aGlobalPoolAndAFlattenedVectorSeeEverything() {
        assertThat(height("[1, 9, 9]", "{conv: 1, kernel: 3, padding: 1}", "globalavgpool"))
                .isEqualTo("11, -1 to 10");
        assertThat(height("[1, 9, 9]", "{conv: 1, kernel: 3}", "flatten", "{linear: 5}"))
                .isEqualTo("9, 0 to 9");
    }

    /** 6 positions pooled to 3: windows of 2, two apart. */
    @Test
    void anEvenAdaptivePoolIsAWindow() {
        assertThat(height("[1, 6, 6]", "{adaptiveavgpool: 3}")).isEqualTo("2 stride 2, 0 to 6");
    }

    /** 5 positions pooled to 2: windows 0–2 and 2–4 of three; their distance fits no stride when there are more. */
    @Test
    void anUnevenAdaptivePoolHasNoStride() {
        assertThat(height("[1, 5, 5]", "{adaptiveavgpool: 2}")).isEqualTo("3, 0 to 5");
        assertThat(height("[1, 5, 5]", "{adaptiveavgpool: 2}", "{conv: 1, kernel: 1}"))
                .isEqualTo("3, 0 to 5");
        assertThat(height("[1, 5, 5]", "{adaptiveavgpool: 2}", "flatten")).isEqualTo("5, 0 to 5");
        assertThat(height("[1, 7, 7]", "{adaptiveavgpool: 3}", "{maxpool: 2, stride: 1}"))
                .isEqualTo("unknown");
    }

    /** The 5×5 branch begins at −2 and sees 5; the 1×1 branch lies within it. */
    @Test
    void throughBranchesTheLargestCounts() {
        String branches = "{branches: [{conv: 1, kernel: 1}, {conv: 1, kernel: 5, padding: 2}], join: concat}";

        assertThat(height("[1, 9, 9]", branches)).isEqualTo("5 stride 1, -2 to 11");
    }

    /** One branch is padded before, the other after: 0 − 2 … 0 and 0 … 2, together five. */
    @Test
    void branchesThatLookAsideSeeBothSides() {
        String branches = "{branches: [{conv: 1, kernel: 3, padding: [2, 2, 0, 0]},"
                + " {conv: 1, kernel: 3, padding: [0, 0, 2, 2]}], join: add}";

        assertThat(height("[1, 9, 9]", branches)).isEqualTo("5 stride 1, -2 to 11");
    }

    /** A gate that has seen everything makes its map see everything. */
    @Test
    void whatMeetsTheWholeImageHasSeenIt() {
        String gate = "{branches: [{conv: 1, kernel: 3, padding: 1}, {layers: [globalavgpool, {conv: 1, kernel: 1}]}],"
                + " join: multiply}";

        assertThat(height("[1, 9, 9]", gate)).isEqualTo("11, -1 to 10");
    }

    @Test
    void branchesAtDifferentStridesHaveNoWindow() {
        String branches = "{branches: [{conv: 1, kernel: 1, stride: 3}, {conv: 1, kernel: 3, stride: 2}], join: add}";

        assertThat(height("[1, 6, 6]", "{conv: 1, kernel: 1}", branches)).isEqualTo("unknown");
    }

    /** The next window would begin one further on, and there is none. */
    @Test
    void onePositionHasNoStride() {
        assertThat(height("[1, 3, 3]", "{conv: 1, kernel: 3}")).isEqualTo("3, 0 to 3");
        assertThat(height("[1, 9, 9]", "{conv: 1, kernel: 3}", "{adaptiveavgpool: 1}"))
                .isEqualTo("9, 0 to 9");
        // padding lets it grow as it would a larger map: 3 + 2·1
        assertThat(height("[1, 3, 3]", "{conv: 1, kernel: 3}", "{conv: 1, kernel: 3, padding: 1}"))
                .isEqualTo("5, -1 to 4");
    }

    /** A gate of one position belongs to every position: each sees what the gate sees. */
    @Test
    void aGateOfOnePositionIsSeenByAll() {
        String gate = "{branches: [[], [{conv: 1, kernel: 5}, sigmoid]], join: multiply}";

        assertThat(height("[1, 9, 9]", "{conv: 1, kernel: 1, stride: 2}", gate)).isEqualTo("9, 0 to 9");
        assertThat(height("[1, 9, 9]", "{conv: 1, kernel: 1, stride: 2}", gate, "{conv: 1, kernel: 3}"))
                .isEqualTo("9, 0 to 9");
        for (String pool : List.of("globalavgpool", "{adaptiveavgpool: 1}")) {
            String squeezed =
                    "{branches: [{conv: 1, kernel: 3, padding: 1}, {layers: [" + pool + ", sigmoid]}], join: multiply}";
            assertThat(height("[1, 9, 9]", squeezed, "{conv: 1, kernel: 3}")).isEqualTo("11, -1 to 10");
        }
    }

    /**
     * Of 7 positions the one pool sees 0–4 and 3–7, the other, over windows of two that lie beside each other, 0–4 and 2–6. The
     * second position sees 2–7.
     */
    @Test
    void unevenWindowsAreJoinedOneByOne() {
        String branches = "{branches: [{adaptiveavgpool: 2}, {layers: [{conv: 1, kernel: 2, stride: 2},"
                + " {adaptiveavgpool: 2}]}], join: add}";

        assertThat(height("[1, 7, 7]", branches)).isEqualTo("5, 0 to 7");
        assertThat(height("[1, 7, 7]", "{branches: [{adaptiveavgpool: 2}, {adaptiveavgpool: 2}], join: add}"))
                .isEqualTo("4, 0 to 7");
    }

    @Test
    void anAxisThatIsDividedEvenlyKeepsItsStrideBesideOneThatIsNot() {
        assertThat(height("[1, 6, 5]", "{adaptiveavgpool: [3, 2]}")).isEqualTo("2 stride 2, 0 to 6");
    }

    /** Mean and variance of the batch are those of 6 positions. */
    @Test
    void statisticsOfTheBatchSeeTheMap() {
        assertThat(height("[1, 8, 8]", "{conv: 1, kernel: 3}", "{batchnorm: , running_stats: false}"))
                .isEqualTo("8, 0 to 8");
    }

    /** 32767⁵ exceeds 2⁶³; all else is counted: five weights and five biases. */
    @Test
    void aFieldThatIsTooLargeToBeCountedIsUnknown() {
        CostReport report = WrittenModel.of("input: [1, 8]\nlayers: [{repeat: 5, conv: 1, kernel: 1, stride: 32767}]")
                .analyze();

        assertThat(report.receptiveField()).isEmpty();
        assertThat(report.layers().get(3).receptiveField()).isPresent();
        assertThat(report.total().parameters()).isEqualTo(10);
    }

    /** Joined to one axis, each element still sees itself; one after the other, too, and it has no neighbours. */
    @Test
    void axesJoinedInPartSeeWhatTheySaw() {
        assertThat(height("[4, 6, 6]", "{flatten: , axis: 2}")).isEqualTo("1 stride 1, 0 to 6");
        assertThat(height("[4, 6, 6]", "{flatten: , axis: 2}", "{conv: 4, kernel: 3}"))
                .isEqualTo("unknown");
        assertThat(height("[1, 6, 6]", "{branches: [identity, identity], join: concat, axis: 2}"))
                .isEqualTo("1, 0 to 6");
    }

    @Test
    void aVectorHasNothingToLookAt() {
        CostReport report =
                WrittenModel.of("input: [16]\nlayers: [{linear: 4}]").analyze();

        assertThat(report.receptiveField().orElseThrow().axes()).isEmpty();
    }

    /**
     * Position q of the output sees the elements i of which a tap k falls on it, q = 2i + k − padding. A kernel of 2: one element for each
     * two positions. Of 4, padded by 1: elements −1 and 0, 0 and 1, 0 and 1, …; the last of 16 sees 7 and 8. Of 3, padded by 1: one and two
     * elements in turn, the last of 16 sees 7 and 8.
     */
    @Test
    void aTransposedConvolutionHasAFractionAsItsStride() {
        assertThat(height("[1, 8, 8]", "{convtranspose: 1, kernel: 2, stride: 2}"))
                .isEqualTo("1 stride 1/2, 0 to 8");
        assertThat(height("[1, 8, 8]", "{convtranspose: 1, kernel: 4, stride: 2, padding: 1}"))
                .isEqualTo("2 stride 1/2, -1 to 9");
        assertThat(height("[1, 8, 8]", "{convtranspose: 1, kernel: 3, stride: 2, padding: 1, output_padding: 1}"))
                .isEqualTo("2 stride 1/2, 0 to 9");
        assertThat(height("[1, 8, 8]", "{convtranspose: 1, kernel: [3, 4], stride: [3, 2]}"))
                .isEqualTo("1 stride 1/3, 0 to 8");
    }

    /** Every other position sees an element, the others see the bias alone; where there are no such positions, there is no window. */
    @Test
    void positionsThatSeeNothingLeaveTheWindowOfTheOthers() {
        assertThat(height("[1, 4, 4]", "{convtranspose: 1, kernel: 1, stride: 2}"))
                .isEqualTo("1 stride 1/2, 0 to 4");
        assertThat(height("[1, 2, 2]", "{convtranspose: 1, kernel: 1, stride: 2, padding: 1}"))
                .isEqualTo("unknown");
    }

    /**
     * Three positions of which two see one element see two elements. Windows of 3, two apart, each for two positions. What is made twice as
     * large and half as large again sees what it saw.
     */
    @Test
    void whatComesAfterATransposedConvolutionSeesThroughIt() {
        String twice = "{convtranspose: 1, kernel: 2, stride: 2}";

        assertThat(height("[1, 8, 8]", twice, "{conv: 1, kernel: 3}")).isEqualTo("2 stride 1/2, 0 to 8");
        assertThat(height("[1, 8, 8]", "{conv: 1, kernel: 3, stride: 2, padding: 1}", twice))
                .isEqualTo("3 stride 1, -1 to 8");
        assertThat(height("[1, 8, 8]", "{conv: 1, kernel: 3, padding: 1}", twice, "{maxpool: 2}"))
                .isEqualTo("3 stride 1, -1 to 9");
        assertThat(height("[1, 8, 8]", twice, "{maxpool: 3}")).isEqualTo("2 stride 3/2, 0 to 8");
        assertThat(height("[1, 8, 8]", twice, "globalavgpool")).isEqualTo("8, 0 to 8");
        // 16 positions in 3: 0–6, 5–11 and 10–16, which are elements 0–3, 2–6 and 5–8.
        assertThat(height("[1, 8, 8]", twice, "{adaptiveavgpool: 3}")).isEqualTo("4, 0 to 8");
    }

    /**
     * A U-Net (Ronneberger et al. 2015) with one pool: two positions pooled, three of these, 2 + 2·2 = 6 elements, from −2; for each two
     * positions one window. Beside it 3 elements from −1. The last windows are those of positions 6 and 7, from 4 to 10.
     */
    @Test
    void aWayDownAndUpMeetsTheWayAcross() {
        String branches =
                "{branches: [{conv: 1, kernel: 3, padding: 1}, {layers: [{maxpool: 2}, {conv: 1, kernel: 3, padding: 1},"
                        + " {convtranspose: 1, kernel: 2, stride: 2}]}], join: concat}";

        assertThat(height("[1, 8, 8]", branches)).isEqualTo("6 stride 1, -2 to 10");
    }

    /**
     * Nearest elements: 0 0 1 1 …. Between two elements: places −1/4, 1/4, 3/4 …, the last of 16 is 7 + 1/4. From corner to corner: 0,
     * 7/15, …, 7: the last lies on an element. Four elements around each place: −2 to 1 first, 6 to 9 last. Half as large: 1/2, 5/2, ….
     */
    @Test
    void whatIsResizedSeesTheElementsAroundItsPlace() {
        assertThat(height("[1, 8, 8]", "{upsample: 2}")).isEqualTo("1 stride 1/2, 0 to 8");
        assertThat(height("[1, 8, 8]", "{upsample: 2, mode: bilinear}")).isEqualTo("2 stride 1/2, -1 to 9");
        assertThat(height("[1, 8, 8]", "{upsample: 2, mode: bilinear, align_corners: true}"))
                .isEqualTo("2 stride 7/15, 0 to 8");
        assertThat(height("[1, 8, 8]", "{upsample: 2, mode: bicubic}")).isEqualTo("4 stride 1/2, -2 to 10");
        assertThat(height("[1, 8, 8]", "{upsample: 0.5, mode: bilinear}")).isEqualTo("2 stride 2, 0 to 8");
        assertThat(height("[1, 8, 8]", "globalavgpool", "{upsample: , size: 8, mode: bilinear}"))
                .isEqualTo("8, 0 to 8");
        assertThat(height("[1, 8, 8]", "{conv: 1, kernel: 8}", "{upsample: 4, mode: bilinear}"))
                .isEqualTo("8, 0 to 8");
    }

    @Test
    void eachAxisIsSeenForItself() {
        String[] wide = {"{conv: 1, kernel: [3, 5], stride: [1, 2]}", "{conv: 1, kernel: 2}"};

        // 3 + 1 rows, one apart; 5 + 2 columns, two apart.
        assertThat(height("[1, 8, 13]", wide)).isEqualTo("4 stride 1, 0 to 8");
        assertThat(width("[1, 8, 13]", wide)).isEqualTo("7 stride 2, 0 to 13");
        // Rows 0–2, 2–5 and 5–7; columns 0–4 and 4–8.
        assertThat(height("[1, 8, 9]", "{adaptiveavgpool: [3, 2]}")).isEqualTo("4, 0 to 8");
        assertThat(width("[1, 8, 9]", "{adaptiveavgpool: [3, 2]}")).isEqualTo("5, 0 to 9");
    }

    /** Two rows of padding above, none below: the first window begins at −2, the last of nine at 6. */
    @Test
    void paddingOfOneSideMovesTheWindowToIt() {
        assertThat(height("[1, 9, 9]", "{conv: 1, kernel: 3, padding: [2, 0, 0, 0]}"))
                .isEqualTo("3 stride 1, -2 to 9");
    }

    @Test
    void aHeadBesideTheOutputIsNotLookedThrough() {
        CostReport report = WrittenModel.of("""
                        input: [1, 9, 9]
                        layers: {a: {conv: 1, kernel: 3}}
                        heads: {h: {conv: 1, kernel: 5, from: a}}
                        """).analyze();

        assertThat(report.receptiveField().orElseThrow().axes())
                .extracting(SeenAxis::size)
                .containsExactly(3L, 3L);
    }

    private static String height(String input, String... layers) {
        return seen(0, input, layers);
    }

    private static String width(String input, String... layers) {
        return seen(1, input, layers);
    }

    private static String seen(int along, String input, String... layers) {
        String text = "input: " + input + "\nlayers:\n  - " + String.join("\n  - ", layers) + "\n";
        Optional<ReceptiveField> field = WrittenModel.of(text).analyze().receptiveField();
        if (field.isEmpty()) {
            return "unknown";
        }
        SeenAxis axis = field.get().axes().get(along);
        String stride = axis.stride().map(step -> " stride " + step.fraction()).orElse("");
        return axis.size() + stride + ", " + axis.begin() + " to " + axis.end();
    }
}
