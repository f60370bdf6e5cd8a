package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What autograd keeps of one layer, of which every input has a gradient. */
class KeptTest {
    /**
     * Measured with {@code saved_tensors_hooks} of PyTorch 1.13 on one module, each storage once, parameters not: on 2×3×8×8 (384
     * elements, 1536 bytes) if nothing else is said. Numbers that it wraps into tensors, 8 bytes for {@code alpha} of a local
     * response norm, are not counted; PyTorch 2 does not show them.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relu | '' | 2x3x8x8 | 1536",
                "sigmoid | '' | 2x3x8x8 | 1536",
                "softmax | axis=1 | 2x3x8x8 | 1536",
                "conv | channels=4; kernel=3 | 2x3x8x8 | 1536",
                "conv | channels=4; kernel=3; groups=4 | 2x4x8x8 | 2048",
                "conv | channels=4; kernel=3 | 2x3x8 | 192",
                "conv | channels=4; kernel=3 | 2x3x5x5x5 | 3000",
                "conv | channels=4; kernel=3; padding=same | 2x3x8x8 | 1536",
                // the zeros on one side more make a copy of 2·3·9·9
                "conv | channels=4; kernel=[4, 2]; padding=same | 2x3x8x8 | 1944",
                "linear | features=5 | 2x6 | 48",
                "linear | features=5; bias=false | 2x6 | 48",
                "linear | features=5 | 2x7x6 | 336",
                "linear | features=5; bias=false | 2x7x6 | 336",
                // the input, and twice 3 channels
                "batchnorm | '' | 2x3x8x8 | 1560",
                "batchnorm | affine=false; running_stats=false | 2x3x8x8 | 1560",
                "batchnorm | '' | 4x3 | 72",
                // the input, and 8 bytes for each of 2·3·4·4 outputs
                "maxpool | kernel=2 | 2x3x8x8 | 2304",
                "maxpool | kernel=2 | 2x3x8 | 384",
                "maxpool | kernel=2 | 2x3x4x4x4 | 1920",
                // ConstantPad2d((0, 1, 0, 1)) before MaxPool2d(2): a copy of 2·3·9·9, and as many indices as before
                "maxpool | kernel=2; padding=[0, 0, 1, 1] | 2x3x8x8 | 2712",
                "avgpool | kernel=2 | 2x3x8x8 | 1536",
                "avgpool | kernel=2 | 2x3x8 | 192",
                "avgpool | kernel=2 | 2x3x4x4x4 | 1536",
                "adaptiveavgpool | size=2 | 2x3x8x8 | 1536",
                "adaptiveavgpool | size=8 | 2x3x8x8 | 1536",
                "adaptiveavgpool | size=[1, 2] | 2x3x8x8 | 1536",
                "adaptiveavgpool | size=2 | 2x3x8 | 192",
                "dropout | p=0.5 | 2x3x8x8 | 1536",
                "dropout | p=0 | 2x3x8x8 | 0",
                "dropout | p=1 | 2x3x8x8 | 4",
                // the input, its squares with 4 more channels (2·7·8·8), what is raised, and the divisor
                "lrn | size=5 | 2x3x8x8 | 8192",
                "lrn | size=4 | 2x3x8x8 | 7680",
                "lrn | size=1 | 2x3x8x8 | 6144",
                "lrn | size=5 | 2x3x8 | 1024",
                "add | '' | 2x3x8x8; 2x3x8x8 | 0",
                "multiply | '' | 2x3x8x8; 2x3x8x8 | 3072",
                "multiply | '' | 2x3x8x8; 2x3x1x1 | 1560",
                // of three factors also the product of the first two, of four that of three
                "multiply | '' | 2x3x8x8; 2x3x8x8; 2x3x8x8 | 6144",
                "multiply | '' | 2x3x1x1; 2x3x1x1; 2x3x8x8 | 1608",
                "multiply | '' | 2x3x8x8; 2x3x8x8; 2x3x8x8; 2x3x8x8 | 9216",
                "concat | axis=1 | 2x3x8x8; 2x3x8x8 | 0",
                "concat | axis=1 | 2x3x8x8 | 0",
                "zeropad | padding=1 | 2x3x8x8 | 0",
                "flatten | axis=1 | 2x3x8x8 | 0",
                "identity | '' | 2x3x8x8 | 0",
            })
    void isWhatPyTorchKeeps(String kind, String arguments, String inputs, long bytes) {
        assertThat(bytesKept(Layer.of(kind, arguments, inputs), DType.FLOAT32)).isEqualTo(bytes);
    }

    /** As PyTorch 2.13 does; 1.13 keeps the input of a mean. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "globalavgpool | '' | 2x3x8x8",
                "adaptiveavgpool | size=1 | 2x3x8x8",
                "adaptiveavgpool | size=1 | 2x3x8",
                "adaptiveavgpool | size=1 | 2x3x4x4x4",
            })
    void aMeanKeepsNothing(String kind, String arguments, String inputs) {
        assertThat(bytesKept(Layer.of(kind, arguments, inputs), DType.FLOAT32)).isZero();
    }

    /** As above with {@code bfloat16}, in 2 bytes; indices keep their 8. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conv | channels=4; kernel=3 | 2x3x8x8 | 768",
                "maxpool | kernel=2 | 2x3x8x8 | 1536",
                "dropout | p=0.5 | 2x3x8x8 | 768",
            })
    void halfAsManyBytesAreKeptInHalfPrecision(String kind, String arguments, String inputs, long bytes) {
        assertThat(bytesKept(Layer.of(kind, arguments, inputs), DType.BFLOAT16)).isEqualTo(bytes);
        assertThat(bytesKept(Layer.of(kind, arguments, inputs), DType.FLOAT16)).isEqualTo(bytes);
    }

    /** 384 elements of 2 bytes, and two statistics of 4 bytes for each of 3 channels, as with mixed types in PyTorch. */
    @Test
    void statisticsOfABatchKeepTheirPrecision() {
        assertThat(bytesKept(Layer.of("batchnorm", "", "2x3x8x8"), DType.FLOAT16))
                .isEqualTo(384 * 2 + 2 * 3 * 4);
    }

    @Test
    void whatIsKeptHasAName() {
        assertThat(kept(Layer.of("batchnorm", "", "2x3x8x8")).more())
                .extracting(Kept.Extra::name)
                .containsExactly("mean", "inverse deviation");
        assertThat(kept(Layer.of("maxpool", "kernel=2; padding=[0, 0, 1, 1]", "2x3x8x8"))
                        .more())
                .extracting(Kept.Extra::name)
                .containsExactly("padded input", "indices");
    }

    private static Kept kept(Layer layer) {
        return Catalogue.kept(layer.op(), layer.inputs(), layer.output());
    }

    private static long bytesKept(Layer layer, DType type) {
        Kept kept = kept(layer);
        long elements = kept.output() ? layer.output().elements() : 0;
        if (kept.inputs() != Kept.Taken.NONE) {
            elements +=
                    layer.inputs().shapes().stream().mapToLong(Shape::elements).sum();
        }
        return elements * type.bytes()
                + kept.more().stream()
                        .mapToLong(extra ->
                                extra.elements().value() * extra.element().bytes(type))
                        .sum();
    }
}
