package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * {@code Slice}: from a start to an end, which is not in it, in steps that may be negative; as {@code numpy}'s slices, where what is
 * beyond the tensor stands for its edge.
 */
final class SliceRule {
    static final NodeRule RULE = Typed.asFirst(SliceRule::infer);

    private SliceRule() {}

    private static Outcome infer(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        try {
            return of(call, data);
        } catch (UnknownException notKnown) {
            return anyOf(data, notKnown.unknown());
        }
    }

    private static Outcome of(NodeCall call, Fact.Tensor data) {
        int rank = data.shape().rank();
        List<FollowedElement> starts = Listed.elements(call, 1);
        List<FollowedElement> ends = Listed.elements(call, 2);
        List<Integer> axes = axes(call, starts.size(), rank);
        List<FollowedElement> steps = call.has(4) ? Listed.elements(call, 4) : List.of();
        if (ends.size() != starts.size()
                || axes.size() != starts.size()
                || !steps.isEmpty() && steps.size() != starts.size()) {
            throw call.refusal(starts.size() + " starts, " + ends.size() + " ends, " + axes.size() + " axes and "
                    + steps.size() + " steps do not go together");
        }
        if (axes.stream().distinct().count() != axes.size()) {
            throw call.refusal("a slice names an axis twice: " + axes);
        }
        Shape out = data.shape();
        int[] firsts = new int[rank];
        int[] strides = new int[rank];
        Arrays.fill(strides, 1);
        for (int i = 0; i < axes.size(); i++) {
            int axis = axes.get(i);
            FollowedElement step = steps.isEmpty() ? FollowedElement.of(1) : steps.get(i);
            Range range = new Range(call, out.axis(axis), starts.get(i), ends.get(i), step);
            out = out.with(axis, range.extent());
            if (data.content().isPresent() && out.unknown().isEmpty()) {
                firsts[axis] = (int) range.first();
                strides[axis] = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, range.stride()));
            }
        }
        return Outcome.of(ElementPlaces.moved(data, out, place -> {
            int[] source = new int[rank];
            for (int axis = 0; axis < rank; axis++) {
                source[axis] = firsts[axis] + place[axis] * strides[axis];
            }
            return source;
        }));
    }

    private static List<Integer> axes(NodeCall call, int count, int rank) {
        if (call.has(3)) {
            return call.axes(call.wholes(3), rank);
        }
        List<Long> axes = new ArrayList<>();
        for (long axis = 0; axis < count; axis++) {
            axes.add(axis);
        }
        return call.axes(axes, rank);
    }

    /** Of which nothing is known but the rank. */
    private static Outcome anyOf(Fact.Tensor data, Extent.Unknown origin) {
        return Outcome.of(Fact.tensor(
                data.type(), Shape.ofAxes(Collections.nCopies(data.shape().rank(), (Extent) origin))));
    }

    /** A slice along one axis. */
    private record Range(
            NodeCall call, Extent whole, FollowedElement start, FollowedElement end, FollowedElement step) {
        Extent extent() {
            if (whole.equals(Extent.of(0)) || isAll()) {
                return whole;
            }
            try {
                long count = stride() > 0 ? limit() - first() : first() - limit();
                long by = stride() == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(stride());
                return Extent.of(count <= 0 ? 0 : Math.floorDiv(count - 1, by) + 1);
            } catch (UnknownException notKnown) {
                return notKnown.unknown();
            }
        }

        /** Whether it is sure to take everything, whatever the extent is. */
        private boolean isAll() {
            return start.equals(FollowedElement.of(0))
                    && end.equals(FollowedElement.of(Long.MAX_VALUE))
                    && step.equals(FollowedElement.of(1));
        }

        long stride() {
            long stride = value(step);
            if (stride == 0) {
                throw call.refusal("a slice in steps of 0 never ends");
            }
            return stride;
        }

        long first() {
            long last = stride() > 0 ? size() : size() - 1;
            return Math.max(0, Math.min(last, fromStart(value(start))));
        }

        private long limit() {
            if (stride() < 0 && (value(end) == Long.MAX_VALUE || value(end) == Integer.MAX_VALUE)) {
                // For ONNX this is the last element, as any large number; ONNX Runtime goes on through the first.
                throw new UnknownException(call.here());
            }
            long last = stride() > 0 ? size() : size() - 1;
            return Math.max(stride() > 0 ? 0 : -1, Math.min(last, fromStart(value(end))));
        }

        private long size() {
            if (whole instanceof Extent.Unknown unknown) {
                throw new UnknownException(unknown);
            }
            return ((Extent.Known) whole).value();
        }

        private long fromStart(long index) {
            return index < 0 ? index + size() : index;
        }

        private static long value(FollowedElement element) {
            if (element instanceof FollowedElement.Unknown unknown) {
                throw new UnknownException(unknown.origin());
            }
            return ElementArithmetic.whole(element);
        }
    }
}
