package io.archmeter.onnx.network;

import io.archmeter.graph.Op;
import io.archmeter.op.Concat;
import io.archmeter.op.Dropout;
import io.archmeter.op.Identity;
import io.archmeter.op.Permute;
import io.archmeter.op.PixelShuffle;
import io.archmeter.op.PixelUnshuffle;
import io.archmeter.op.Split;
import io.archmeter.op.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What moves elements, and computes none. */
final class ArrangementMapping {
    /** Before this version, an attribute of {@code Dropout} said that it runs at inference. */
    private static final long WITHOUT_MODE = 7;

    static final Mapping CONCAT = call -> {
        int axis = call.axis(call.attributes().whole("axis", 1), 0);
        List<Integer> all = IntStream.range(0, call.inputs()).boxed().toList();
        return Optional.of(Mapped.of(new Concat(axis), all));
    };

    static final Mapping IDENTITY = call -> mapped(new Identity());

    /** At inference, and where nobody asks what was dropped. */
    static final Mapping DROPOUT = call -> {
        OptionalDouble ratio = call.has(1) ? call.number(1) : OptionalDouble.of(0.5);
        boolean settled = call.version() >= WITHOUT_MODE || call.attributes().flag("is_test");
        boolean inference = settled && (!call.has(2) || call.wholes(2).equals(Optional.of(List.of(0L))));
        return ratio.isPresent() && inference && call.asked() == 1
                ? mapped(new Dropout(Dropout.Function.DROPOUT, ratio.getAsDouble()))
                : Optional.empty();
    };

    static final Mapping TRANSPOSE = call -> {
        int rank = call.shape(0).rank();
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            axes.add(rank - 1 - axis);
        }
        Optional<List<Long>> order = call.attributes().wholes("perm");
        return mapped(new Permute(
                order.isPresent() ? order.get().stream().map(Math::toIntExact).toList() : axes));
    };

    static final Mapping TILE = call -> {
        Optional<List<Long>> repeats = call.wholes(1);
        boolean keepsBatch =
                repeats.isPresent() && !repeats.get().isEmpty() && repeats.get().get(0) == 1;
        return keepsBatch
                ? mapped(new Tile(repeats.get().subList(1, repeats.get().size())))
                : Optional.empty();
    };

    static final Mapping SPLIT = call -> {
        int axis = call.axis(call.attributes().whole("axis", 0), 0);
        List<Long> sizes =
                call.outputShapes().stream().map(part -> part.extent(axis)).toList();
        boolean all = call.asked() == sizes.size();
        List<Long> written = areEven(sizes, call.shape(0).extent(axis)) ? List.of() : sizes;
        return all && sizes.stream().noneMatch(size -> size == 0)
                ? mapped(new Split(sizes.size(), written, axis))
                : Optional.empty();
    };

    /** {@code DepthToSpace}: of one channel, both its modes are the same. */
    static final Mapping DEPTH_TO_SPACE = call -> {
        boolean channelsFirst = call.attributes().text("mode").orElse("DCR").equals("CRD");
        return channelsFirst || call.output().extent(1) == 1
                ? mapped(new PixelShuffle(call.attributes().whole("blocksize", 0)))
                : Optional.empty();
    };

    /** {@code SpaceToDepth} has the pixels of a square before the channels: of one channel, that is the same. */
    static final Mapping SPACE_TO_DEPTH = call -> call.shape(0).extent(1) == 1
            ? mapped(new PixelUnshuffle(call.attributes().whole("blocksize", 0)))
            : Optional.empty();

    private ArrangementMapping() {}

    private static Optional<Mapped> mapped(Op op) {
        return Optional.of(Mapped.of(op, List.of(0)));
    }

    /** Whether all parts are of one size, rounded up, but for a last one that can be smaller. */
    private static boolean areEven(List<Long> sizes, long extent) {
        long size = Math.floorDiv(extent + sizes.size() - 1, (long) sizes.size());
        for (int part = 0; part < sizes.size() - 1; part++) {
            if (sizes.get(part) != size) {
                return false;
            }
        }
        return true;
    }
}
