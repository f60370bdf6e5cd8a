package io.archmeter.onnx;

import io.archmeter.facts.LayerFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.WeightUse;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A layer on its way into an ONNX model, seen from its conversion. */
final class OnnxLayer {
    /** Stands in no layer's path, so that what a conversion adds is never called as a layer is. */
    private static final String BELOW = "/";

    private static final Shape SCALAR = Shape.of();

    private final Graph graph;
    private final LayerFacts layer;
    private final ModelParts parts;

    OnnxLayer(Graph graph, LayerFacts layer, ModelParts parts) {
        this.graph = graph;
        this.layer = layer;
        this.parts = parts;
    }

    /** The value that an operator with one input takes. */
    String input() {
        return inputs().get(0);
    }

    List<String> inputs() {
        return layer.node().inputs().stream().map(this::name).toList();
    }

    /** The shape of the first input. */
    Shape inputShape() {
        return layer.inputs().get(0);
    }

    /** What the elements of the first input are stored as. */
    DType inputType() {
        Operand input = layer.node().inputs().get(0);
        return input instanceof Operand.OfWeight
                ? graph.weights().get(input.number()).type()
                : graph.values().get(input.number()).type();
    }

    List<Shape> inputShapes() {
        return layer.inputs();
    }

    Shape output() {
        return layer.output();
    }

    List<Shape> outputs() {
        return layer.outputs();
    }

    /** The value of one of its tensors of weights, which the model has under its full name. */
    String weight(String role) {
        return name(layer.node().weights().stream()
                .filter(use -> use.role().equals(role))
                .map(WeightUse::operand)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(layer.name() + " has no tensor " + role)));
    }

    private String name(Operand operand) {
        return operand instanceof Operand.OfWeight weight
                ? parts.weight(graph.weights().get(weight.number()))
                : parts.name(graph.values().get(operand.number()));
    }

    /** The value of a constant list of whole numbers: extents, paddings. */
    String constant(String name, List<Long> elements) {
        long[] all = elements.stream().mapToLong(Long::longValue).toArray();
        return parts.initializer(new Initializer(
                below(name), ElementType.INT64, Shape.of(all.length), out -> LittleEndian.write(all, out)));
    }

    /** The value of a constant number. ONNX keeps real numbers in 32 bits. */
    String constant(String name, double element) {
        return constant(name, SCALAR, () -> new float[] {(float) element});
    }

    /** The value of a constant number of the type that the first input has. */
    String constantOfInput(String name, double element) {
        DType type = inputType();
        return type == DType.FLOAT32
                ? constant(name, element)
                : step(name, Call.cast(constant(name + "_number", element), ElementType.of(type)));
    }

    /** The value of a constant tensor, whose elements are made when they are written. */
    String constant(String name, Shape shape, Supplier<float[]> elements) {
        return parts.initializer(
                new Initializer(below(name), ElementType.FLOAT, shape, out -> LittleEndian.write(elements.get(), out)));
    }

    /** The value of a constant vector whose elements are all equal. */
    String filled(String name, float element, long length) {
        return constant(name, Shape.of(length), () -> {
            float[] elements = new float[Math.toIntExact(length)];
            Arrays.fill(elements, element);
            return elements;
        });
    }

    /** The value that a call on the way to the result puts out. */
    String step(String name, Call call) {
        return parts.call(call, below(name));
    }

    /** The values that a call on the way to the results puts out, by these names. */
    List<String> steps(Call call, String... names) {
        List<String> outputs = Stream.of(names).map(this::below).toList();
        parts.call(call, outputs.get(0), outputs);
        return outputs;
    }

    /** The call puts out one of several outputs of the layer. */
    void result(int slot, Call call) {
        parts.call(call, graph.valuesOf(layer.node()).get(slot).name());
    }

    /** The call puts out what the layer does. */
    void result(Call call) {
        List<String> names =
                graph.valuesOf(layer.node()).stream().map(Value::name).toList();
        parts.call(call, layer.name(), names);
    }

    /** What the layer puts out is a weight, or shows one, by the name of that. */
    void isWeight(String name) {
        parts.isWeight(graph.valuesOf(layer.node()).get(0), name);
    }

    private String below(String name) {
        return layer.name() + BELOW + name;
    }
}
