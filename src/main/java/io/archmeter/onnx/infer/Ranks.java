package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Operators that put a tensor under a shape of another rank, and {@code Transpose}, which changes the order of its axes. */
final class Ranks {
    /** Two extents, of the axes before one and of those from it on. */
    static final NodeRule FLATTEN = Typed.asFirst(Ranks::flatten);

    static final NodeRule SQUEEZE = Typed.asFirst(Ranks::squeeze);
    static final NodeRule UNSQUEEZE = Typed.asFirst(Ranks::unsqueeze);
    /** One axis more, where ONNX Runtime has it in a number. */
    static final NodeRule EXPAND_DIMS = Typed.asFirst(call -> {
        Fact.Tensor data = call.tensor(0);
        List<Extent> axes = new ArrayList<>(data.shape().axes());
        axes.add(call.axis(call.whole(1), axes.size() + 1), Extent.of(1));
        return Outcome.of(ElementPlaces.reshaped(data, Shape.ofAxes(axes))).view();
    });

    static final NodeRule TRANSPOSE = Typed.asFirst(Ranks::transpose);

    private Ranks() {}

    private static Outcome flatten(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        int rank = data.shape().rank();
        long written = call.attributes().whole("axis", 1);
        int axis = written == rank ? rank : call.axis(written, rank);
        List<Extent> axes = data.shape().axes();
        Shape out = Shape.ofAxes(List.of(
                ExtentArithmetic.product(axes.subList(0, axis)), ExtentArithmetic.product(axes.subList(axis, rank))));
        return Outcome.of(ElementPlaces.reshaped(data, out)).view();
    }

    private static Outcome squeeze(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        Shape in = data.shape();
        Set<Integer> dropped = new HashSet<>(call.has(1) ? call.axes(call.wholes(1), in.rank()) : ones(in));
        List<Extent> axes = new ArrayList<>();
        for (int axis = 0; axis < in.rank(); axis++) {
            if (!dropped.contains(axis)) {
                axes.add(in.axis(axis));
            } else if (in.axis(axis) instanceof Extent.Known known && known.value() != 1) {
                throw call.refusal("axis " + axis + " of " + in + " is not of extent 1, and cannot be squeezed");
            }
        }
        return Outcome.of(ElementPlaces.reshaped(data, Shape.ofAxes(axes))).view();
    }

    /** All axes of extent 1; throws {@link io.archmeter.graph.UnknownException} where that cannot be said of one. */
    private static List<Integer> ones(Shape in) {
        List<Integer> ones = new ArrayList<>();
        for (int axis = 0; axis < in.rank(); axis++) {
            if (in.extent(axis) == 1) {
                ones.add(axis);
            }
        }
        return ones;
    }

    private static Outcome unsqueeze(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        List<Long> written = call.wholes(1);
        int rank = data.shape().rank() + written.size();
        Set<Integer> added = new HashSet<>(call.axes(written, rank));
        if (added.size() != written.size()) {
            throw call.refusal("axes " + written + " name one of rank " + rank + " twice");
        }
        Iterator<Extent> rest = data.shape().axes().iterator();
        List<Extent> axes = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            axes.add(added.contains(axis) ? Extent.of(1) : rest.next());
        }
        return Outcome.of(ElementPlaces.reshaped(data, Shape.ofAxes(axes))).view();
    }

    private static Outcome transpose(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        int rank = data.shape().rank();
        List<Integer> order = new ArrayList<>();
        for (int axis = rank - 1; axis >= 0; axis--) {
            order.add(axis);
        }
        if (call.attributes().has("perm")) {
            List<Long> written = call.attributes().wholes("perm").orElse(List.of());
            order = call.axes(written, rank);
            if (order.size() != rank || order.stream().distinct().count() != rank) {
                throw call.refusal("perm " + written + " does not name each axis of " + data.shape() + " once");
            }
        }
        List<Integer> from = Collections.unmodifiableList(order);
        List<Extent> axes = new ArrayList<>();
        from.forEach(axis -> axes.add(data.shape().axis(axis)));
        return Outcome.of(ElementPlaces.moved(data, Shape.ofAxes(axes), place -> {
            int[] source = new int[rank];
            for (int axis = 0; axis < rank; axis++) {
                source[from.get(axis)] = place[axis];
            }
            return source;
        }));
    }
}
