package io.archmeter.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.WrittenModel;
import io.archmeter.facts.Amount;
import io.archmeter.graph.DType;
import io.archmeter.load.LoadOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What small layers move and compute, by hand. */
class RooflineTest {
    private static Roofline roofline(DType type, long batch, String yaml) {
        LoadOptions options = new LoadOptions(batch, Optional.empty(), Map.of(), Map.of(), Map.of());
        return Roofline.of(WrittenModel.of(yaml, options).facts(type));
    }

    private static Roofline roofline(String yaml) {
        return roofline(DType.FLOAT32, 1, yaml);
    }

    private static Traffic traffic(long inputs, long weights, long outputs) {
        return new Traffic(Amount.exactly(inputs), Amount.exactly(weights), Amount.exactly(outputs));
    }

    private static RooflineLayer layer(Roofline network, String name) {
        return network.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The one that {@link DeviceBoundsTest} bounds. */
    static final String SMALL = """
            input: [1, 4, 4]
            layers:
              conv: {conv: 2, kernel: 3, padding: 1}
              norm: batchnorm
              act: relu
              flat: flatten
              fc: {linear: 3}
            """;

    @Test
    void aLayerReadsItsInputsAndWeightsAndWritesItsOutputs() {
        Roofline network = roofline(SMALL);

        // 4·4 numbers of 4 bytes; 2·1·3·3 weights and 2 biases; 2·4·4 numbers
        assertThat(layer(network, "conv").traffic()).isEqualTo(traffic(64, 80, 128));
        // weight, bias, mean and variance of 2 channels, and not the counter of batches
        assertThat(layer(network, "norm").traffic()).isEqualTo(traffic(128, 32, 128));
        // 32·3 weights and 3 biases
        assertThat(layer(network, "fc").traffic()).isEqualTo(traffic(128, 396, 12));
        assertThat(network.total()).isEqualTo(traffic(448, 508, 396));
    }

    @Test
    void whatWorksInPlaceMovesAsMuchAsElsewhere() {
        assertThat(layer(roofline(SMALL), "act").traffic()).isEqualTo(traffic(128, 0, 128));
    }

    @Test
    void whatOnlyShowsItsInputMovesNothing() {
        RooflineLayer flat = layer(roofline(SMALL), "flat");

        assertThat(flat.moves()).isFalse();
        assertThat(flat.traffic()).isEqualTo(Traffic.NONE);
    }

    @Test
    void aMultiplyAddIsTwoOperationsAndThoseOnPaddingAreNone() {
        Roofline network = roofline(SMALL);

        // along an axis 3 taps of 4 windows, of which 2 fall on padding: 10; 10·10 for each of 2 channels
        assertThat(layer(network, "conv").multiplyAdds()).isEqualTo(Amount.exactly(200));
        assertThat(layer(network, "conv").operations()).isEqualTo(Amount.exactly(400));
        assertThat(layer(network, "act").operations()).isEqualTo(Amount.ZERO);
        assertThat(layer(network, "act").others()).isEqualTo(Amount.exactly(32));
        assertThat(network.operations()).isEqualTo(Amount.exactly(400 + 2 * 96));
    }

    @Test
    void fusedItMovesInputsWeightsAndOutputsAlone() {
        assertThat(roofline(SMALL).fused()).isEqualTo(traffic(64, 508, 12));
    }

    @Test
    void aLargerBatchReadsTheSameWeights() {
        String linear = "{input: [1000], layers: {fc: {linear: 1000, bias: false}}}";

        Roofline one = roofline(DType.FLOAT32, 1, linear);
        Roofline many = roofline(DType.FLOAT32, 128, linear);

        assertThat(one.total()).isEqualTo(traffic(4_000, 4_000_000, 4_000));
        assertThat(one.operations()).isEqualTo(Amount.exactly(2_000_000));
        assertThat(many.total()).isEqualTo(traffic(512_000, 4_000_000, 512_000));
        assertThat(many.operations()).isEqualTo(Amount.exactly(256_000_000));
    }

    @Test
    void aTypeChangesBytesButThoseOfIndices() {
        String embedding = """
                inputs:
                  tokens: {shape: [5], dtype: int64}
                layers:
                  table: {embedding: 10, embedding_dim: 8}
                  fc: {linear: 3, bias: false}
                """;

        // 5 indices of 8 bytes; at least one row of 8 numbers; 5·8 numbers
        assertThat(layer(roofline(embedding), "table").traffic()).isEqualTo(traffic(40, 32, 160));
        assertThat(layer(roofline(DType.FLOAT16, 1, embedding), "table").traffic())
                .isEqualTo(traffic(40, 16, 80));
        assertThat(layer(roofline(DType.INT8, 1, embedding), "fc").traffic()).isEqualTo(traffic(40, 24, 15));
        assertThat(layer(roofline(DType.INT8, 1, embedding), "fc").type()).isEqualTo(DType.INT8);
    }

    @Test
    void aLookupReadsAtLeastOneRowAndAtMostOneForEachIndex() {
        String table = """
                inputs:
                  tokens: {shape: [%d], dtype: int64}
                layers: {table: {embedding: 10, embedding_dim: 8}}
                """;

        assertThat(roofline(table.formatted(5)).lookups())
                .containsExactly(new Lookup("table", Amount.exactly(32), Amount.exactly(5 * 32)));
        // no more rows than there are
        assertThat(roofline(table.formatted(20)).lookups())
                .containsExactly(new Lookup("table", Amount.exactly(32), Amount.exactly(10 * 32)));
        assertThat(roofline(table.formatted(5)).fused()).isEqualTo(traffic(40, 32, 160));
    }

    @Test
    void aTensorThatIsTakenTwiceIsReadOnce() {
        Roofline network = roofline("{input: [3, 4], layers: {double: {add: , from: [input, input]}}}");

        assertThat(layer(network, "double").traffic()).isEqualTo(traffic(48, 0, 48));
    }

    @Test
    void whatWindowsLeaveOutIsNotRead() {
        Roofline network = roofline("""
                input: [3, 4, 4]
                layers:
                  conv: {conv: 3, kernel: 1, stride: 2, bias: false}
                  pool: {maxpool: 2, from: input}
                  sum: {add: , from: [conv, pool]}
                """);

        // every second of 4 rows and columns: 2·2 of 3 channels; kernels of 3·3
        assertThat(layer(network, "conv").traffic()).isEqualTo(traffic(48, 36, 48));
        assertThat(layer(network, "pool").traffic()).isEqualTo(traffic(192, 0, 48));
        // what the convolution reads is a part of that
        assertThat(network.fused().inputs()).isEqualTo(Amount.exactly(192));
        // two windows of 2 along 5: the last row and column are left out
        assertThat(roofline("{input: [3, 5, 5], layers: {pool: {maxpool: 2}}}").total())
                .isEqualTo(traffic(4 * 3 * 16, 0, 48));
    }

    @Test
    void whatIsCutOutIsReadAlone() {
        Roofline network = roofline("{input: [6, 10], layers: {first: {select: 0, axis: 1}}}");

        assertThat(layer(network, "first").traffic()).isEqualTo(traffic(40, 0, 40));
    }

    @Test
    void partsInOnePieceAreNotMovedAndOthersAre() {
        String halves = """
                input: [4, 3]
                layers:
                  halves: {split: 2}
                  act: {relu: , from: halves.0}
                  sum: {add: , from: [act, halves.1]}
                """;

        assertThat(layer(roofline(halves), "halves").moves()).isFalse();
        // of two samples, each half lies in two pieces: 2·4·3 numbers are read and written
        assertThat(layer(roofline(DType.FLOAT32, 2, halves), "halves").traffic())
                .isEqualTo(traffic(96, 0, 96));
        assertThat(layer(roofline(halves), "act").traffic()).isEqualTo(traffic(24, 0, 24));
    }

    @Test
    void aTensorOfWeightsIsReadByWhoeverTakesIt() {
        Roofline network = roofline("""
                input: [3, 2]
                layers:
                  scale: {parameter: [3, 2]}
                  product: {multiply: , from: [input, scale]}
                """);

        assertThat(layer(network, "scale").moves()).isFalse();
        assertThat(layer(network, "product").traffic()).isEqualTo(traffic(24, 24, 24));
        assertThat(network.fused()).isEqualTo(traffic(24, 24, 24));
    }

    @Test
    void theMostThatIsHeldBesideTheWeightsIsNeeded() {
        // 2·9 + 2 + 4·2 + 32·3 + 3 weights, 8 bytes of the counter; the convolution holds its input and its output
        assertThat(roofline(SMALL).needs()).isEqualTo(Amount.exactly(4 * 127 + 8 + 64 + 128));
    }

    @Test
    void ofWhatIsNotKnownAtLeastTheRestIsSaid() {
        Roofline network = roofline("{input: [1, unknown, 4], layers: {conv: {conv: 2, kernel: 3, padding: 1}}}");

        assertThat(layer(network, "conv").traffic().weights()).isEqualTo(Amount.exactly(80));
        assertThat(layer(network, "conv").traffic().moved().isExact()).isFalse();
        assertThat(network.total().moved()).isEqualTo(new Amount(80, List.of("input")));
        assertThat(network.operations()).isEqualTo(new Amount(0, List.of("input")));
    }

    @Test
    void tooMuchIsAProblem() {
        assertThatThrownBy(() -> roofline(DType.FLOAT32, 1L << 60, "{input: [1], layers: {act: relu}}"))
                .hasMessageContaining("[overflow]");
        assertThatThrownBy(() -> roofline(
                        DType.FLOAT32,
                        1L << 60,
                        "{input: [4], layers: {halves: {split: 2}, sum: {add: , from: [halves.0, halves.1]}}}"))
                .hasMessageContaining("[overflow]");
        // 2^62 multiply-adds fit, their operations do not
        assertThatThrownBy(() ->
                        roofline(DType.INT8, 1L << 31, "{input: [32768], layers: {fc: {linear: 65536, bias: false}}}"))
                .hasMessageContaining("[overflow]");
    }
}
