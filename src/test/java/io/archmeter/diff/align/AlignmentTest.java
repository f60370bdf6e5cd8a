package io.archmeter.diff.align;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.diff.Sketch;
import io.archmeter.graph.DType;
import io.archmeter.snapshot.Settings;
import io.archmeter.training.Optimizer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which layer is which, in networks that are small enough to see it. */
class AlignmentTest {
    private static final String SEQUENCE = """
            features.0: conv 16 k3 1x3x8x8 -> 1x16x8x8
            features.1: relu 1x16x8x8 -> 1x16x8x8
            features.2: conv 32 k3 1x16x8x8 -> 1x32x8x8
            features.3: relu 1x32x8x8 -> 1x32x8x8
            features.4: maxpool k2 1x32x8x8 -> 1x32x4x4
            """;

    private static final String BLOCKS = """
            stem: conv 16 k3 1x3x8x8 -> 1x16x8x8
            layer1.0.conv: conv 16 k3 1x16x8x8 -> 1x16x8x8
            layer1.0.relu: relu 1x16x8x8 -> 1x16x8x8
            layer1.1.conv: conv 16 k3 1x16x8x8 -> 1x16x8x8
            layer1.1.relu: relu 1x16x8x8 -> 1x16x8x8
            fc: linear 10 1x16x8x8 -> 1x10
            """;

    private static final String BRANCHES = """
            stem: conv 16 k3 1x3x8x8 -> 1x16x8x8
            left.conv: conv 8 k1 1x16x8x8 -> 1x8x8x8
            left.relu: relu 1x8x8x8 -> 1x8x8x8
            right.conv: conv 8 k3 1x16x8x8 -> 1x8x8x8
            right.relu: relu 1x8x8x8 -> 1x8x8x8
            join: concat 1x8x8x8 1x8x8x8 -> 1x16x8x8
            """;

    @Test
    void aNetworkIsItself() {
        assertThat(Sketch.changes(SEQUENCE, SEQUENCE)).isEqualTo("""
                = features.0
                = features.1
                = features.2
                = features.3
                = features.4
                """);
    }

    @Test
    void oneLayerMoreInASequenceOnlyRenamesTheLaterOnes() {
        assertThat(Sketch.changes(SEQUENCE, """
                features.0: conv 16 k3 1x3x8x8 -> 1x16x8x8
                features.1: batchnorm 1x16x8x8 -> 1x16x8x8
                features.2: relu 1x16x8x8 -> 1x16x8x8
                features.3: conv 32 k3 1x16x8x8 -> 1x32x8x8
                features.4: relu 1x32x8x8 -> 1x32x8x8
                features.5: maxpool k2 1x32x8x8 -> 1x32x4x4
                """)).isEqualTo("""
                = features.0
                + features.1
                > features.1 -> features.2
                > features.2 -> features.3
                > features.3 -> features.4
                > features.4 -> features.5
                """);
    }

    @Test
    void aLayerThatIsGoneStandsWhereItWas() {
        assertThat(Sketch.changes(SEQUENCE, """
                features.0: conv 16 k3 1x3x8x8 -> 1x16x8x8
                features.1: conv 32 k3 1x16x8x8 -> 1x32x8x8
                features.2: relu 1x32x8x8 -> 1x32x8x8
                features.3: maxpool k2 1x32x8x8 -> 1x32x4x4
                """)).isEqualTo("""
                = features.0
                - features.1
                > features.2 -> features.1
                > features.3 -> features.2
                > features.4 -> features.3
                """);
    }

    @Test
    void aBlockIsRenamed() {
        assertThat(Sketch.changes(BLOCKS, BLOCKS.replace("layer1", "stage1"))).isEqualTo("""
                = stem
                > layer1.0.conv -> stage1.0.conv
                > layer1.0.relu -> stage1.0.relu
                > layer1.1.conv -> stage1.1.conv
                > layer1.1.relu -> stage1.1.relu
                = fc
                """);
    }

    @Test
    void allNamesHaveAPrefix() {
        assertThat(Sketch.changes(BRANCHES, BRANCHES.replaceAll("(?m)^", "net.")))
                .isEqualTo("""
                > stem -> net.stem
                > left.conv -> net.left.conv
                > left.relu -> net.left.relu
                > right.conv -> net.right.conv
                > right.relu -> net.right.relu
                > join -> net.join
                """);
    }

    @Test
    void ofEqualBlocksTheOneWithTheNewNameIsNew() {
        assertThat(Sketch.changes(BLOCKS, """
                stem: conv 16 k3 1x3x8x8 -> 1x16x8x8
                layer1.0.conv: conv 16 k3 1x16x8x8 -> 1x16x8x8
                layer1.0.relu: relu 1x16x8x8 -> 1x16x8x8
                layer1.between.conv: conv 16 k3 1x16x8x8 -> 1x16x8x8
                layer1.between.relu: relu 1x16x8x8 -> 1x16x8x8
                layer1.1.conv: conv 16 k3 1x16x8x8 -> 1x16x8x8
                layer1.1.relu: relu 1x16x8x8 -> 1x16x8x8
                fc: linear 10 1x16x8x8 -> 1x10
                """)).isEqualTo("""
                = stem
                = layer1.0.conv
                = layer1.0.relu
                + layer1.between.conv
                + layer1.between.relu
                = layer1.1.conv
                = layer1.1.relu
                = fc
                """);
    }

    @Test
    void anotherWidthChangesWhatStandsBehindButAddsNothing() {
        assertThat(Sketch.changes(SEQUENCE, """
                features.0: conv 24 k3 1x3x8x8 -> 1x24x8x8
                features.1: relu 1x24x8x8 -> 1x24x8x8
                features.2: conv 32 k3 1x24x8x8 -> 1x32x8x8
                features.3: relu 1x32x8x8 -> 1x32x8x8
                features.4: maxpool k2 1x32x8x8 -> 1x32x4x4
                """)).isEqualTo("""
                ~ features.0
                ~ features.1
                ~ features.2
                = features.3
                = features.4
                """);
    }

    @Test
    void anotherInputChangesEveryShape() {
        assertThat(Sketch.changes(SEQUENCE, SEQUENCE.replace("8x8", "16x16").replace("4x4", "8x8")))
                .isEqualTo("""
                ~ features.0
                ~ features.1
                ~ features.2
                ~ features.3
                ~ features.4
                """);
    }

    @Test
    void anotherBatchIsNoChangeOfALayer() {
        Settings eight = new Settings(8, Optional.empty(), DType.FLOAT32, false, Optimizer.ADAM, Map.of());
        String layers = SEQUENCE.replace(" 1x", " 8x");

        assertThat(Sketch.changes(Sketch.network(SEQUENCE), Sketch.network("net", eight, Sketch.layers(layers))))
                .isEqualTo(Sketch.changes(SEQUENCE, SEQUENCE));
    }

    /** Shapes of one batch are compared whole: what stands in front need not be the batch. */
    @Test
    void withTheSameBatchTheFirstExtentCounts() {
        assertThat(Sketch.changes("a: concat 1x8 1x8 -> 2x8", "a: concat 1x8 1x8 -> 1x8"))
                .isEqualTo("~ a\n");
    }

    @Test
    void anotherOperatorUnderTheSameNameIsAChange() {
        assertThat(Sketch.changes(SEQUENCE, SEQUENCE.replace("relu", "silu"))).isEqualTo("""
                = features.0
                ~ features.1
                = features.2
                ~ features.3
                = features.4
                """);
    }

    @Test
    void anotherOperatorUnderAnotherNameIsAnotherLayer() {
        assertThat(Sketch.changes(BLOCKS, BLOCKS.replace("0.relu: relu", "0.silu: silu")))
                .isEqualTo("""
                = stem
                = layer1.0.conv
                - layer1.0.relu
                + layer1.0.silu
                = layer1.1.conv
                = layer1.1.relu
                = fc
                """);
    }

    @Test
    void branchesMayChangePlaces() {
        assertThat(Sketch.changes(BRANCHES, """
                stem: conv 16 k3 1x3x8x8 -> 1x16x8x8
                right.conv: conv 8 k3 1x16x8x8 -> 1x8x8x8
                right.relu: relu 1x8x8x8 -> 1x8x8x8
                left.conv: conv 8 k1 1x16x8x8 -> 1x8x8x8
                left.relu: relu 1x8x8x8 -> 1x8x8x8
                join: concat 1x8x8x8 1x8x8x8 -> 1x16x8x8
                """)).isEqualTo("""
                = stem
                = right.conv
                = right.relu
                = left.conv
                = left.relu
                = join
                """);
    }

    @Test
    void whatMovedUnderAnotherNameIsFoundByWhatItIs() {
        assertThat(Sketch.changes("""
                a.conv: conv 8 k1 1x16x8x8 -> 1x8x8x8
                b.conv: conv 8 k3 1x16x8x8 -> 1x8x8x8
                """, """
                y.conv: conv 8 k3 1x16x8x8 -> 1x8x8x8
                x.conv: conv 8 k1 1x16x8x8 -> 1x8x8x8
                """)).isEqualTo("""
                > b.conv -> y.conv
                > a.conv -> x.conv
                """);
    }

    @Test
    void figuresAloneMakeAChange() {
        assertThat(Sketch.changes("a: conv 8 k1 1x4 -> 1x8 #40", "a: conv 8 k1 1x4 -> 1x8 #41"))
                .isEqualTo("~ a\n");
    }

    @Test
    void thereMayBeNoLayersAtAll() {
        assertThat(Sketch.changes("", "")).isEmpty();
        assertThat(Sketch.changes("", "a: relu 1x8 -> 1x8")).isEqualTo("+ a\n");
        assertThat(Sketch.changes("a: relu 1x8 -> 1x8", "")).isEqualTo("- a\n");
    }
}
