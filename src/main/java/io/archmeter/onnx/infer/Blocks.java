package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.List;

/** {@code DepthToSpace} and {@code SpaceToDepth}: N×C×H×W with blocks of pixels from its channels, or in them. */
final class Blocks {
    static final NodeRule DEPTH_TO_SPACE = Typed.asFirst(call -> {
        Shape in = image(call);
        long size = size(call);
        return Outcome.of(Fact.tensor(
                call.type(0),
                Shape.ofAxes(List.of(
                        in.axis(0),
                        divided(call, in.axis(1), Math.multiplyExact(size, size)),
                        times(in.axis(2), size),
                        times(in.axis(3), size)))));
    });

    static final NodeRule SPACE_TO_DEPTH = Typed.asFirst(call -> {
        Shape in = image(call);
        long size = size(call);
        return Outcome.of(Fact.tensor(
                call.type(0),
                Shape.ofAxes(List.of(
                        in.axis(0),
                        times(in.axis(1), Math.multiplyExact(size, size)),
                        divided(call, in.axis(2), size),
                        divided(call, in.axis(3), size)))));
    });

    private Blocks() {}

    private static Shape image(NodeCall call) {
        Shape in = call.shape(0);
        if (in.rank() != 4) {
            throw call.refusal(call.operator() + " takes N×C×H×W, and not " + in);
        }
        return in;
    }

    private static long size(NodeCall call) {
        long size = call.attributes().whole("blocksize", 0);
        if (size < 1) {
            throw call.refusal("blocks of " + size + " pixels are none");
        }
        return size;
    }

    private static Extent times(Extent extent, long size) {
        return ExtentArithmetic.product(extent, Extent.of(size));
    }

    private static Extent divided(NodeCall call, Extent extent, long size) {
        if (!(extent instanceof Extent.Known known)) {
            return extent;
        }
        if (Math.floorMod(known.value(), size) != 0) {
            throw call.refusal("an extent of " + known.value() + " does not divide into blocks of " + size);
        }
        return Extent.of(Math.floorDiv(known.value(), size));
    }
}
