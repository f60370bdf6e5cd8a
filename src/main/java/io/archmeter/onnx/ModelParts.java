package io.archmeter.onnx;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.weights.WeightSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@code GraphProto} that is being put together. */
final class ModelParts {
    // Its fields, see Messages.
    private static final int NODE = 1;
    private static final int NAME = 2;
    private static final int DOC_STRING = 10;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;

    private final Optional<WeightSource> weights;
    private final Message graph = new Message();
    private final List<Initializer> initializers = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    /** What values are called that are weights. */
    private final Map<Value, String> weightValues = new IdentityHashMap<>();

    private final Set<Weight> written = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param weights where the elements of weights come from; without, weights are inputs of the model */
    ModelParts(String name, String title, Optional<WeightSource> weights) {
        this.weights = weights;
        graph.text(NAME, name).text(DOC_STRING, title);
    }

    String input(String name, Shape shape, ElementType type) {
        graph.message(INPUT, Messages.value(unique(name), shape, type));
        return name;
    }

    void output(Value value) {
        graph.message(OUTPUT, Messages.value(name(value), value.shape(), ElementType.of(value.type())));
    }

    /** From now on, a value is known by the name of a weight, or of what shows it. */
    void isWeight(Value value, String name) {
        weightValues.put(value, name);
    }

    /** The name of a value. */
    String name(Value value) {
        return weightValues.getOrDefault(value, value.name());
    }

    String call(Call call, String output) {
        call(call, output, List.of(output));
        return output;
    }

    /** A call that puts out several values. */
    void call(Call call, String name, List<String> outputs) {
        outputs.forEach(this::unique);
        graph.message(NODE, Messages.node(call, name, outputs));
    }

    String initializer(Initializer tensor) {
        unique(tensor.name());
        initializers.add(tensor);
        return tensor.name();
    }

    /** A weight, which is there once however many layers take it. */
    String weight(Weight weight) {
        String name = weight.fullName();
        if (!written.add(weight)) {
            return name;
        }
        if (weights.isEmpty()) {
            return input(name, weight.shape(), type(weight));
        }
        WeightSource source = weights.get();
        ElementType type = type(weight);
        return initializer(new Initializer(
                name, type, weight.shape(), out -> LittleEndian.write(drawn(source, weight), type, out)));
    }

    private static ElementType type(Weight weight) {
        if (!weight.type().isWhole() && weight.type() != DType.FLOAT32) {
            throw new CannotConvert(
                    "it is stored as " + weight.type() + ", and real numbers are written as " + DType.FLOAT32,
                    "leave its dtype out");
        }
        return ElementType.of(weight.type());
    }

    private static float[] drawn(WeightSource source, Weight weight) {
        long[] extents =
                weight.shape().extents().stream().mapToLong(Long::longValue).toArray();
        float[] elements = source.draw(weight, extents);
        if (elements.length != weight.shape().elements()) {
            throw new IllegalStateException(weight.fullName() + " was drawn with " + elements.length + " elements");
        }
        return elements;
    }

    private String unique(String name) {
        if (!names.add(name)) {
            throw new CannotConvert(
                    "the file would have two tensors named " + name, "give the layer another name in the spec");
        }
        return name;
    }

    Message graph() {
        return graph;
    }

    List<Initializer> initializers() {
        return initializers;
    }
}
