package io.archmeter.onnx.network;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Expand;
import io.archmeter.op.Flatten;
import io.archmeter.op.Reshape;
import io.archmeter.op.Squeeze;
import io.archmeter.op.Unsqueeze;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same elements under another shape. Where the first axis has as many as before, it is taken for that of the batch. */
final class ShapeMapping {
    static final Mapping RESHAPE = call -> reshape(call);

    static final Mapping FLATTEN =
            call -> call.axis(call.attributes().whole("axis", 1), 0) == 1 ? mapped(new Flatten(1)) : reshape(call);

    /** Without axes, all of one element are taken out, that of the batch too. */
    static final Mapping SQUEEZE = call -> {
        Shape x = call.shape(0);
        List<Integer> axes = new ArrayList<>();
        if (call.has(1)) {
            call.wholes(1).orElseThrow(IllegalArgumentException::new).forEach(axis -> axes.add(call.axis(axis, 0)));
        } else {
            for (int axis = 0; axis < x.rank(); axis++) {
                if (x.extent(axis) == 1) {
                    axes.add(axis);
                }
            }
        }
        return axes.isEmpty()
                ? reshape(call)
                : mapped(new Squeeze(axes.stream().sorted().toList()));
    };

    static final Mapping UNSQUEEZE = call -> {
        Optional<List<Long>> axes = call.wholes(1);
        if (axes.isEmpty() || axes.get().size() != 1) {
            return reshape(call);
        }
        long axis = axes.get().get(0);
        return mapped(
                new Unsqueeze(Math.toIntExact(axis < 0 ? axis + call.output().rank() : axis)));
    };

    static final Mapping EXPAND = call -> {
        Shape x = call.shape(0);
        Shape y = call.output();
        if (x.rank() != y.rank() || x.rank() == 0 || x.extent(0) != y.extent(0)) {
            return Optional.empty();
        }
        List<Long> extents = new ArrayList<>();
        for (int axis = 1; axis < x.rank(); axis++) {
            extents.add(x.extent(axis) == y.extent(axis) ? Expand.SAME : y.extent(axis));
        }
        return mapped(new Expand(extents));
    };

    private ShapeMapping() {}

    private static Optional<Mapped> reshape(MappingCall call) {
        Shape x = call.shape(0);
        List<Long> extents = call.output().extents();
        if (x.rank() == 0 || extents.isEmpty()) {
            return Optional.empty();
        }
        boolean staysFirst = extents.size() > 1 && extents.get(0) == x.extent(0);
        return mapped(staysFirst ? new Reshape(extents.subList(1, extents.size()), false) : new Reshape(extents, true));
    }

    private static Optional<Mapped> mapped(Op op) {
        return Optional.of(Mapped.of(op, List.of(0)));
    }
}
