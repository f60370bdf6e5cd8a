package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Elements of a tensor by their indices, which count from the end where they are negative: {@code Gather} along an axis, {@code
 * GatherElements} each by its own, {@code GatherND} by the first indices of its place.
 */
final class GatherRules {
    static final NodeRule GATHER = Typed.asFirst(GatherRules::gather);
    static final NodeRule ELEMENTS = Typed.asFirst(GatherRules::elements);
    static final NodeRule BY_PLACES = Typed.asFirst(GatherRules::byPlaces);

    private GatherRules() {}

    private static Outcome gather(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        Fact.Tensor indices = call.tensor(1);
        Shape in = data.shape();
        int axis = call.axis(call.attributes().whole("axis", 0), in.rank());
        List<Extent> axes = new ArrayList<>(in.axes().subList(0, axis));
        axes.addAll(indices.shape().axes());
        axes.addAll(in.axes().subList(axis + 1, in.rank()));
        int rank = indices.shape().rank();
        return followed(data, indices, Shape.ofAxes(axes), place -> {
            int[] of = new int[rank];
            System.arraycopy(place, axis, of, 0, rank);
            int[] source = new int[in.rank()];
            System.arraycopy(place, 0, source, 0, axis);
            System.arraycopy(place, axis + rank, source, axis + 1, in.rank() - axis - 1);
            return picked(call, data, source, axis, ElementPlaces.at(indices, of));
        });
    }

    private static Outcome elements(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        Fact.Tensor indices = call.tensor(1);
        int axis = call.axis(call.attributes().whole("axis", 0), data.shape().rank());
        if (indices.shape().rank() != data.shape().rank()) {
            throw call.refusal("indices of " + indices.shape() + " do not go with a tensor of " + data.shape());
        }
        for (int other = 0; other < data.shape().rank(); other++) {
            if (other != axis
                    && data.shape().axis(other) instanceof Extent.Known whole
                    && indices.shape().axis(other) instanceof Extent.Known taken
                    && taken.value() > whole.value()) {
                throw call.refusal("indices of " + indices.shape() + " reach beyond a tensor of " + data.shape());
            }
        }
        return followed(
                data,
                indices,
                indices.shape(),
                place -> picked(call, data, place.clone(), axis, ElementPlaces.at(indices, place)));
    }

    private static Outcome byPlaces(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        Fact.Tensor indices = call.tensor(1);
        Shape in = data.shape();
        int batch = Math.toIntExact(call.attributes().whole("batch_dims", 0));
        int last = indices.shape().rank() - 1;
        int depth = last < 0 ? 0 : Math.toIntExact(indices.shape().extent(last));
        if (batch < 0 || batch > last || depth < 1 || batch + depth > in.rank()) {
            throw call.refusal("indices of " + indices.shape() + " do not go with a tensor of " + in);
        }
        List<Extent> axes = new ArrayList<>(indices.shape().axes().subList(0, last));
        for (int axis = 0; axis < batch; axis++) {
            axes.set(axis, ExtentArithmetic.same(call, axes.get(axis), in.axis(axis)));
        }
        axes.addAll(in.axes().subList(batch + depth, in.rank()));
        return followed(data, indices, Shape.ofAxes(axes), place -> {
            int[] source = new int[in.rank()];
            System.arraycopy(place, 0, source, 0, batch);
            System.arraycopy(place, last, source, batch + depth, in.rank() - batch - depth);
            int[] of = new int[last + 1];
            System.arraycopy(place, 0, of, 0, last);
            for (int i = 0; i < depth; i++) {
                FollowedElement index = ElementPlaces.at(indices, ElementPlaces.with(of, last, i));
                if (index instanceof FollowedElement.Unknown) {
                    return index;
                }
                source[batch + i] = index(call, index, in.extent(batch + i));
            }
            return ElementPlaces.at(data, source);
        });
    }

    private static Outcome followed(
            Fact.Tensor data, Fact.Tensor indices, Shape out, Function<int[], FollowedElement> element) {
        return Outcome.of(
                data.content().isPresent() && indices.content().isPresent()
                        ? ElementPlaces.filled(data.type(), out, element)
                        : Fact.tensor(data.type(), out));
    }

    private static FollowedElement picked(
            NodeCall call, Fact.Tensor data, int[] source, int axis, FollowedElement index) {
        if (index instanceof FollowedElement.Unknown) {
            return index;
        }
        source[axis] = index(call, index, data.shape().extent(axis));
        return ElementPlaces.at(data, source);
    }

    /** An index from the start; throws {@link io.archmeter.op.Refusal} where there is nothing. */
    static int index(NodeCall call, FollowedElement index, long extent) {
        long written = ElementArithmetic.whole(index);
        long fromStart = written < 0 ? written + extent : written;
        if (fromStart < 0 || fromStart >= extent) {
            throw call.refusal("an axis of extent " + extent + " has no index " + written);
        }
        return (int) fromStart;
    }
}
