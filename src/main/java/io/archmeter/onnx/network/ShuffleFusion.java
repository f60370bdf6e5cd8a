package io.archmeter.onnx.network;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.op.ChannelShuffle;
import io.archmeter.op.PixelShuffle;
import io.archmeter.op.PixelUnshuffle;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** A transposition between two shapes that shuffles channels or pixels ({@code channel_shuffle} and {@code pixel_shuffle} of PyTorch). */
final class ShuffleFusion implements Fusion {
    private static final List<Long> SHUFFLED_PIXELS = List.of(0L, 1L, 4L, 2L, 5L, 3L);
    private static final List<Long> UNSHUFFLED_PIXELS = List.of(0L, 1L, 3L, 5L, 2L, 4L);

    @Override
    public Optional<Fused> of(InferredNode last, ValueUses pieces) {
        if (!last.node().operator().equals("Reshape")) {
            return Optional.empty();
        }
        Optional<InferredNode> ordered = pieces.maker(last, 0, "Transpose");
        Optional<InferredNode> apart = ordered.flatMap(node -> pieces.maker(node, 0, "Reshape"));
        Optional<Shape> x = apart.flatMap(node -> pieces.shape(node, 0));
        Optional<Shape> parts = ordered.flatMap(node -> pieces.shape(node, 0));
        Optional<List<Long>> order =
                ordered.flatMap(node -> node.node().attributes().wholes("perm"));
        if (x.isEmpty() || parts.isEmpty() || order.isEmpty()) {
            return Optional.empty();
        }
        return shuffle(x.get().extents(), parts.get().extents(), order.get())
                .map(op -> Fused.of(op, new Fused.Slot(apart.get(), 0), List.of(apart.get(), ordered.get(), last)));
    }

    private static Optional<Op> shuffle(List<Long> x, List<Long> parts, List<Long> order) {
        if (isOfChannels(x, parts, order)) {
            return Optional.of(new ChannelShuffle(parts.get(1)));
        }
        if (x.size() != 4
                || parts.size() != 6
                || parts.contains(0L)
                || !parts.get(0).equals(x.get(0))) {
            return Optional.empty();
        }
        long factor = parts.get(3);
        if (order.equals(SHUFFLED_PIXELS)
                && parts.subList(1, 6)
                        .equals(List.of(x.get(1) / factor / factor, factor, factor, x.get(2), x.get(3)))) {
            return Optional.of(new PixelShuffle(factor));
        }
        boolean unshuffled = order.equals(UNSHUFFLED_PIXELS)
                && parts.subList(1, 6).equals(List.of(x.get(1), x.get(2) / factor, factor, x.get(3) / factor, factor));
        return unshuffled ? Optional.of(new PixelUnshuffle(factor)) : Optional.empty();
    }

    /** Whether groups of channels and the channels of each change places; the spatial axes may be joined. */
    private static boolean isOfChannels(List<Long> x, List<Long> parts, List<Long> order) {
        if (x.size() < 2 || parts.size() < 3 || !parts.get(0).equals(x.get(0))) {
            return false;
        }
        List<Long> swapped = LongStream.range(0, parts.size())
                .map(axis -> axis == 1 ? 2 : axis == 2 ? 1 : axis)
                .boxed()
                .toList();
        List<Long> spatial = x.subList(2, x.size());
        List<Long> joined = List.of(spatial.stream().reduce(1L, Math::multiplyExact));
        List<Long> rest = parts.subList(3, parts.size());
        return order.equals(swapped)
                && Math.multiplyExact(parts.get(1), parts.get(2)) == x.get(1)
                && (rest.equals(spatial) || rest.equals(joined));
    }
}
