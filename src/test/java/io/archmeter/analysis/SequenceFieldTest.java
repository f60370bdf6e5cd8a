package io.archmeter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What sequences and tokens see. Where it says PyTorch, the same network was run in PyTorch 2.13: of each element of its output the inputs
 * that have a gradient; the most of them from the first to the last, and the first and the last of all.
 */
class SequenceFieldTest {
    private static final String SEQUENCE = "input: [20, 8]";

    /** PyTorch: 20, 0 to 20; the last state too. */
    @Test
    void aRecurrenceSeesAllOfTime() {
        assertThat(seen(SEQUENCE, "{lstm: 4}")).containsExactly("all 20, 0 to 20");
        assertThat(seen(SEQUENCE, "{name: a, lstm: 4}", "{identity: , from: a.hidden}"))
                .containsExactly("all 20, 0 to 20");
        assertThat(seen(
                        SEQUENCE,
                        "{permute: [1, 0, 2]}",
                        "{lstm: 4, batch_first: false}",
                        "{permute: [1, 0, 2]}",
                        "{linear: 3}"))
                .containsExactly("all 20, 0 to 20");
    }

    /** PyTorch: 1, 0 to 20. */
    @Test
    void aLinearLayerAndItsNormSeeOneStep() {
        assertThat(seen(SEQUENCE, "{linear: 6}", "layernorm")).containsExactly("1, 0 to 20");
    }

    /** PyTorch: 7, 0 to 20; by hand 1 + 2 + 2·2. */
    @Test
    void windowsSlideOverTime() {
        assertThat(seen(
                        SEQUENCE,
                        "{linear: 8}",
                        "{permute: [0, 2, 1]}",
                        "{conv: 4, kernel: 3, padding: 1}",
                        "{conv: 4, kernel: 3, dilation: 2}"))
                .containsExactly("7, 0 to 20");
    }

    /** A token is one index; a bag is all of them; three taps beside each other see three. */
    @Test
    void anEmbeddingSeesItsToken() {
        String tokens = "inputs: {tokens: {shape: [20], dtype: int64}}";

        assertThat(seen(tokens, "{embedding: 50, embedding_dim: 8}")).containsExactly("1, 0 to 20");
        assertThat(seen(
                        tokens,
                        "{embedding: 50, embedding_dim: 8}",
                        "{permute: [0, 2, 1]}",
                        "{conv: 4, kernel: 3, padding: 1}"))
                .containsExactly("3, 0 to 20");
        assertThat(seen(tokens, "{embeddingbag: 50, embedding_dim: 8}")).containsExactly("all 20, 0 to 20");
    }

    /** PyTorch: 20, 0 to 20 of multiheadattention; 2, 3 to 5 where two steps are all that is left. */
    @Test
    void attentionSeesAllKeys() {
        assertThat(seen(SEQUENCE, "{multiheadattention: 2}")).containsExactly("all 20, 0 to 20");
        assertThat(seen(
                        SEQUENCE,
                        "{name: x, slice: 1, start: 3, end: 5}",
                        "{name: q, linear: 8}",
                        "{attention: , from: [q, x, x]}"))
                .containsExactly("2, 3 to 5");
    }

    /** PyTorch: 4, 0 to 16 and 4, 0 to 12, with a class token before them too; 16 and 12 after attention. */
    @Test
    void tokensOfAnImageSeeTheirPatchUntilTheyLookAtEachOther() {
        String image = "input: [3, 16, 12]";
        List<String> layers = new ArrayList<>(
                List.of("{conv: 5, kernel: 4, stride: 4}", "{flatten: , axis: 2}", "{name: rows, permute: [0, 2, 1]}"));
        assertThat(seen(image, layers)).containsExactly("4, 0 to 16", "4, 0 to 12");

        layers.addAll(List.of(
                "{name: class, parameter: [1, 5], batch_axis: true}",
                "{name: token, expand: [-1, -1], from: [class, rows]}",
                "{concat: , from: [token, rows]}",
                "{name: placed, layernorm: }",
                "{branches: [{linear: 5}, identity], join: add}"));
        assertThat(seen(image, layers)).containsExactly("4, 0 to 16", "4, 0 to 12");

        layers.add("{multiheadattention: 1}");
        assertThat(seen(image, layers)).containsExactly("all 16, 0 to 16", "all 12, 0 to 12");
    }

    /** PyTorch: 12, 0 to 16 and 12, 0 to 12: three patches along each axis. */
    @Test
    void tokensAreAMapAgain() {
        assertThat(seen(
                        "input: [3, 16, 12]",
                        "{conv: 5, kernel: 4, stride: 4}",
                        "{flatten: , axis: 2}",
                        "{permute: [0, 2, 1]}",
                        "{permute: [0, 2, 1]}",
                        "{reshape: [5, 4, 3]}",
                        "{conv: 2, kernel: 3}"))
                .containsExactly("12, 0 to 16", "12, 0 to 12");
    }

    /** PyTorch: 20, 0 to 20; 1, 19 to 20; 5, 1 to 20. */
    @Test
    void stepsAreTakenOrAveraged() {
        assertThat(seen(SEQUENCE, "{linear: 8}", "{mean: [1]}", "{linear: 2}")).containsExactly("all 20, 0 to 20");
        assertThat(seen(SEQUENCE, "{linear: 8}", "{select: -1}")).containsExactly("1, 19 to 20");
        assertThat(seen(
                        SEQUENCE,
                        "{linear: 8}",
                        "{slice: 1, start: 1, step: 2}",
                        "{permute: [0, 2, 1]}",
                        "{conv: 4, kernel: 3}"))
                .containsExactly("5, 1 to 20");
    }

    /** PyTorch: 20, 0 to 20 of each; 11, 0 to 20 of the two halves. */
    @Test
    void productsAndSumsAlongTimeSeeAllOfIt() {
        assertThat(seen(
                        SEQUENCE,
                        "{name: q, linear: 8}",
                        "{name: s, matmul: , transpose: true, from: [q, input]}",
                        "{name: p, softmax: , axis: 2}",
                        "{matmul: , from: [p, input]}"))
                .containsExactly("all 20, 0 to 20");
        assertThat(seen(SEQUENCE, "{name: q, linear: 8}", "{einsum: 'btc,bsc->bts', from: [q, q]}"))
                .containsExactly("20, 0 to 20");
        assertThat(seen(SEQUENCE, "{linear: 8}", "{softmax: , axis: 1}")).containsExactly("all 20, 0 to 20");
        assertThat(seen(SEQUENCE, "{linear: 8}", "{permute: [0, 2, 1]}", "{glu: , axis: 2}"))
                .containsExactly("11, 0 to 20");
    }

    /** PyTorch: 1, 0 to 6 and 5, 0 to 5: each row looks at itself. 3 and 3 where the channels come last for a layer between. */
    @Test
    void anImageIsSeenAlongEachAxisForItself() {
        assertThat(seen("input: [4, 6, 5]", "{permute: [0, 2, 3, 1]}", "attention"))
                .containsExactly("1, 0 to 6", "all 5, 0 to 5");
        assertThat(seen(
                        "input: [4, 6, 5]",
                        "{conv: 4, kernel: 3, padding: 1}",
                        "{permute: [0, 2, 3, 1]}",
                        "{linear: 7}",
                        "{permute: [0, 3, 1, 2]}"))
                .containsExactly("3, 0 to 6", "3, 0 to 5");
    }

    /** Steps that change places keep what they see, and what lies beside them is not told. */
    @Test
    void whatIsRolledKeepsItsWindowAndLosesItsNeighbours() {
        assertThat(seen(SEQUENCE, "{linear: 8}", "{roll: 3, axes: 1}", "{linear: 8}"))
                .containsExactly("1, 0 to 20");
        assertThat(seen(
                        SEQUENCE,
                        "{linear: 8}",
                        "{roll: 3, axes: 1}",
                        "{permute: [0, 2, 1]}",
                        "{conv: 4, kernel: 3, padding: 1}"))
                .containsExactly("unknown");
        assertThat(seen(SEQUENCE, "{linear: 8}", "{roll: 3, axes: 1}", "{gru: 4}"))
                .containsExactly("all 20, 0 to 20");
    }

    /** Four steps each are an axis of their own then, and no window says which of them an element of both sees. */
    @Test
    void anAxisThatIsCutInTwoIsNotTold() {
        assertThat(seen(SEQUENCE, "{linear: 8}", "{reshape: [5, 4, 8]}")).containsExactly("unknown");
        assertThat(seen(SEQUENCE, "{linear: 8}", "{reshape: [20, 2, 4]}")).containsExactly("1, 0 to 20");
    }

    /** The last element of the first row is that of the last row too, and so sees six rows. */
    @Test
    void anImageAndItsTransposeSeeRowsThroughBoth() {
        assertThat(seen(
                        "input: [2, 6, 6]",
                        "{name: a, conv: 2, kernel: 1}",
                        "{name: b, transpose: [2, 3]}",
                        "{add: , from: [a, b]}"))
                .containsExactly("6, 0 to 6", "6, 0 to 6");
    }

    private static List<String> seen(String input, String... layers) {
        return seen(input, List.of(layers));
    }

    /** For each axis the size of a window, and all that is seen of the input without padding. */
    private static List<String> seen(String input, List<String> layers) {
        CostReport report = WrittenModel.of(input + "\nlayers:\n  - " + String.join("\n  - ", layers) + "\n")
                .analyze();
        Optional<ReceptiveField> field = report.receptiveField();
        if (field.isEmpty()) {
            return List.of("unknown");
        }
        List<String> told = new ArrayList<>();
        for (int a = 0; a < report.positions().size(); a++) {
            SeenAxis axis = field.get().axes().get(a);
            long extent = report.input().extent(report.positions().get(a));
            told.add((axis.everything() ? "all " : "") + axis.size() + ", " + Math.max(0, axis.begin()) + " to "
                    + Math.min(extent, axis.end()));
        }
        return told;
    }
}
