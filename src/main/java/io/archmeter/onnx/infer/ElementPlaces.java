package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The places of elements in tensors, an index for each axis, and small tensors that are made place by place. */
final class ElementPlaces {
    private ElementPlaces() {}

    /** Where an element is, the last axis fastest. */
    static int[] of(Shape shape, int element) {
        int[] place = new int[shape.rank()];
        int rest = element;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            int extent = (int) shape.extent(axis);
            place[axis] = rest % extent;
            rest /= extent;
        }
        return place;
    }

    /** Which element is at a place. */
    static int element(Shape shape, int[] place) {
        int element = 0;
        for (int axis = 0; axis < shape.rank(); axis++) {
            element = element * (int) shape.extent(axis) + place[axis];
        }
        return element;
    }

    static boolean isSmall(Shape shape) {
        return shape.unknown().isEmpty() && shape.elements() <= SmallContent.MOST_ELEMENTS;
    }

    /** A tensor with its elements, where it is small. */
    static Fact.Tensor filled(DType type, Shape shape, Function<int[], FollowedElement> element) {
        if (!isSmall(shape)) {
            return Fact.tensor(type, shape);
        }
        List<FollowedElement> elements = new ArrayList<>();
        for (int index = 0; index < shape.elements(); index++) {
            elements.add(element.apply(of(shape, index)));
        }
        return Fact.tensor(type, shape, elements);
    }

    /** What a followed tensor has at a place. */
    static FollowedElement at(Fact.Tensor tensor, int[] place) {
        return tensor.content().orElseThrow().element(element(tensor.shape(), place));
    }

    /** Elements of a tensor at other places: by a place of the output, that of the input. */
    static Fact.Tensor moved(Fact.Tensor from, Shape shape, UnaryOperator<int[]> source) {
        return from.content().isEmpty()
                ? Fact.tensor(from.type(), shape)
                : filled(from.type(), shape, place -> at(from, source.apply(place)));
    }

    /** The same elements in the same order under another shape. */
    static Fact.Tensor reshaped(Fact.Tensor from, Shape shape) {
        return from.content().isPresent() && shape.unknown().isEmpty()
                ? Fact.tensor(from.type(), shape, from.content().get().elements())
                : Fact.tensor(from.type(), shape);
    }

    /** A place with another index along one axis. */
    static int[] with(int[] place, int axis, int index) {
        int[] changed = place.clone();
        changed[axis] = index;
        return changed;
    }
}
