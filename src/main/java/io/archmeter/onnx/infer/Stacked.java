package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values of the same shape, which lie one after the other along an axis of their own. */
final class Stacked {
    private Stacked() {}

    static Fact along(Fact element, int axis, Extent count) {
        if (!(element instanceof Fact.Tensor tensor)) {
            Optional<Extent.Unknown> unknown = element.unknown();
            return element instanceof Fact.AnyTensor || unknown.isEmpty() ? element : new Fact.Anything(unknown.get());
        }
        List<Extent> axes = new ArrayList<>(tensor.shape().axes());
        axes.add(axis, count);
        return Fact.tensor(tensor.type(), Shape.ofAxes(axes));
    }

    /** One of them. */
    static Fact one(Fact stacked, int axis) {
        if (!(stacked instanceof Fact.Tensor tensor)) {
            return stacked;
        }
        List<Extent> axes = new ArrayList<>(tensor.shape().axes());
        axes.remove(axis);
        return Fact.tensor(tensor.type(), Shape.ofAxes(axes));
    }
}
