package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.file.DimensionMessage;
import io.archmeter.onnx.file.TypeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a file declares of a value: taken where nothing follows from rules, and compared with what does. */
final class Declared {
    private Declared() {}

    /** @param origin of what the declaration leaves open */
    static Fact fact(TypeMessage type, String origin) {
        Extent.Unknown open = new Extent.Unknown(origin);
        if (type instanceof TypeMessage.Sequence sequence) {
            return new Fact.Sequence(sequence.of().map(of -> fact(of, origin)), open, Optional.empty());
        }
        Optional<DType> elements =
                type instanceof TypeMessage.Tensor tensor ? ElementTypes.of(tensor.elements()) : Optional.empty();
        if (elements.isEmpty()) {
            return new Fact.Anything(open);
        }
        Optional<List<DimensionMessage>> dimensions = ((TypeMessage.Tensor) type).dimensions();
        if (dimensions.isEmpty()) {
            return new Fact.AnyTensor(elements.get(), open);
        }
        List<Extent> axes = new ArrayList<>();
        for (DimensionMessage dimension : dimensions.get()) {
            long value = dimension.value().orElse(-1);
            axes.add(value < 0 ? open : Extent.of(value));
        }
        return Fact.tensor(elements.get(), Shape.ofAxes(axes));
    }

    /** Whether a declaration says another type, rank or extent than what is known. */
    static boolean contradicts(TypeMessage type, Fact known) {
        if (!(known instanceof Fact.Tensor tensor) || !(fact(type, "") instanceof Fact.Tensor declared)) {
            return false;
        }
        boolean differs = declared.type() != tensor.type()
                || declared.shape().rank() != tensor.shape().rank();
        for (int axis = 0; !differs && axis < tensor.shape().rank(); axis++) {
            differs = declared.shape().axis(axis) instanceof Extent.Known one
                    && tensor.shape().axis(axis) instanceof Extent.Known other
                    && one.value() != other.value();
        }
        return differs;
    }
}
