package io.archmeter.roofline;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import io.archmeter.graph.DType;
import io.archmeter.load.LoadOptions;
import io.archmeter.value.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Bounds on devices with round figures, by hand. */
class DeviceBoundsTest {
    private static final long TERA = 1_000_000_000_000L;

    /** An operation and a byte in each picosecond. */
    private static final Device EVEN = device(TERA, TERA, OptionalLong.of(708));

    private static Device device(long bandwidth, long operations, OptionalLong memory) {
        return new Device("board", "", "", memory, bandwidth, Map.of(DType.FLOAT32, operations), List.of());
    }

    private static DeviceBounds bounds(Device device, DType type, long batch, String yaml) {
        LoadOptions options = new LoadOptions(batch, Optional.empty(), Map.of(), Map.of(), Map.of());
        return DeviceBounds.of(Roofline.of(WrittenModel.of(yaml, options).facts(type)), device);
    }

    private static DeviceBounds small(Device device) {
        return bounds(device, DType.FLOAT32, 1, RooflineTest.SMALL);
    }

    @Test
    void theLongerOfComputeAndMemoryBinds() {
        DeviceBounds bounds = small(EVEN);

        // 400 operations, 64 + 80 + 128 bytes; 128 + 32 + 128; 128 + 128; nothing; 192 operations, 128 + 396 + 12
        assertThat(bounds.layers())
                .extracting(bound -> bound.least().rounded())
                .containsExactly(400L, 288L, 256L, 0L, 536L);
        assertThat(bounds.layers())
                .extracting(Bound::binding)
                .containsExactly(Binding.COMPUTE, Binding.MEMORY, Binding.MEMORY, Binding.NOTHING, Binding.MEMORY);
        assertThat(bounds.layerByLayer().rounded()).isEqualTo(400 + 288 + 256 + 536);
    }

    @Test
    void fusedAllOperationsGoOnBesideAllThatIsMoved() {
        Bound fused = small(EVEN).fused();

        assertThat(fused.compute().rounded()).isEqualTo(592);
        assertThat(fused.memory().rounded()).isEqualTo(64 + 508 + 12);
        assertThat(fused.least().rounded()).isEqualTo(592);
        assertThat(fused.binding()).isEqualTo(Binding.COMPUTE);
    }

    /** 2 · 10^6 operations and 4,008,000 bytes; 256 · 10^6 and 5,024,000. */
    @Test
    void aLargerBatchGetsOverTheRidge() {
        String linear = "{input: [1000], layers: {fc: {linear: 1000, bias: false}}}";
        Device tenOperationsPerByte = device(TERA, 10 * TERA, OptionalLong.empty());

        Bound one =
                bounds(tenOperationsPerByte, DType.FLOAT32, 1, linear).layers().get(0);
        Bound many = bounds(tenOperationsPerByte, DType.FLOAT32, 128, linear)
                .layers()
                .get(0);

        assertThat(one.binding()).isEqualTo(Binding.MEMORY);
        assertThat(one.least().rounded()).isEqualTo(4_008_000);
        assertThat(many.binding()).isEqualTo(Binding.COMPUTE);
        assertThat(many.least().rounded()).isEqualTo(25_600_000);
    }

    /** One weight, one input, one output of 4 bytes each; 2 operations. */
    @Test
    void onTheRidgeBothBind() {
        String one = "{input: [1], layers: {fc: {linear: 1, bias: false}}}";

        assertThat(bounds(device(6, 1, OptionalLong.empty()), DType.FLOAT32, 1, one)
                        .layers()
                        .get(0)
                        .binding())
                .isEqualTo(Binding.BOTH);
    }

    @Test
    void aTypeWithoutAFigureIsNotKnownAndNotZero() {
        DeviceBounds bounds = bounds(EVEN, DType.FLOAT16, 1, RooflineTest.SMALL);

        assertThat(bounds.unknownTypes()).containsExactly(DType.FLOAT16);
        assertThat(bounds.layers())
                .extracting(Bound::binding)
                .containsExactly(Binding.UNKNOWN, Binding.MEMORY, Binding.MEMORY, Binding.NOTHING, Binding.UNKNOWN);
        // what is moved is known, and takes half as long
        assertThat(bounds.layerByLayer().rounded()).isEqualTo((272 + 288 + 256 + 536) / 2);
        assertThat(bounds.layerByLayer().complete()).isFalse();
        assertThat(bounds.fused().least().complete()).isFalse();
    }

    @Test
    void whatIsNotKnownMayStillBind() {
        String unknown = "{input: [1, unknown, 4], layers: {conv: {conv: 2, kernel: 3, padding: 1}, act: relu}}";
        DeviceBounds bounds = bounds(EVEN, DType.FLOAT32, 1, unknown);

        assertThat(bounds.layers().get(0).binding()).isEqualTo(Binding.UNKNOWN);
        assertThat(bounds.layers().get(0).least()).isEqualTo(new LeastTime(Rational.of(80), false));
        assertThat(bounds.fits()).isEmpty();
    }

    /** The weights and the most that is held beside them are 708 bytes: {@link RooflineTest}. */
    @Test
    void aNetworkFitsOrDoesNot() {
        assertThat(small(EVEN).fits()).contains(true);
        assertThat(small(device(TERA, TERA, OptionalLong.of(707))).fits()).contains(false);
        assertThat(small(device(TERA, TERA, OptionalLong.empty())).fits()).isEmpty();
    }

    @Test
    void timesAreAddedBeforeTheyAreRounded() {
        Device threeBytesInAPicosecond = device(3 * TERA, 1_000_000 * TERA, OptionalLong.empty());
        String two = "{input: [1], layers: {one: relu, two: relu}}";

        DeviceBounds bounds = bounds(threeBytesInAPicosecond, DType.INT8, 1, two);

        // 2 bytes each, two thirds of a picosecond
        assertThat(bounds.layers().get(0).least().rounded()).isEqualTo(1);
        assertThat(bounds.layerByLayer().rounded()).isEqualTo(1);
        assertThat(bounds.layerByLayer().picoseconds()).isEqualTo(Rational.of(4).over(Rational.of(3)));
    }
}
