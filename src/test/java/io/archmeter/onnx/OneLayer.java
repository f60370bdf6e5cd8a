package io.archmeter.onnx;

import io.archmeter.Nodes;
import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.op.Layer;
import io.archmeter.weights.WeightSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A network of one layer, converted: {@code OneLayer.of("[1, 4, 4]", "{maxpool: 2}").on(...)}. */
record OneLayer(Graph graph) {
    /** Weights that one can compute with by hand: 1, 2, 3, … in each tensor. */
    private static final WeightSource COUNTING = (layer, tensor, extents) -> {
        float[] elements = new float[(int) Shape.of(extents).elements()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = i + 1;
        }
        return elements;
    };

    /** The layer is called {@code x}; its input is a sample's shape in YAML. */
    static OneLayer of(String input, String layer) {
        return new OneLayer(WrittenModel.of("input: " + input + "\nlayers: {x: " + layer + "}\n")
                .graph());
    }

    /** The layer, called {@code x}, on as many times the same input as it takes; where it takes none, the network has one that nobody takes. */
    static OneLayer of(Layer layer) {
        List<Shape> shapes = layer.inputs().shapes();
        Nodes one = shapes.isEmpty()
                ? new Nodes(1)
                : Nodes.on(shapes.get(0), layer.inputs().types().get(0));
        int first =
                one.add("x", layer.op(), Collections.nCopies(shapes.size(), 0).toArray(new Integer[0]));
        return new OneLayer(one.graph(IntStream.range(first, one.size()).boxed().toArray(Integer[]::new)));
    }

    Shape output() {
        return graph.outputOf(graph.lastNode());
    }

    List<String> nodes() {
        return read().nodes();
    }

    ReadModel read() {
        return ReadModel.of(file());
    }

    /** What ONNX Runtime puts out. */
    OnnxRuntimeModel.Output run(float... input) {
        return runAll(input).get("x");
    }

    /** All that ONNX Runtime puts out, by its names. */
    Map<String, OnnxRuntimeModel.Output> runAll(float... input) {
        try (OnnxRuntimeModel model = OnnxRuntimeModel.of(file(), 1)) {
            return model.run(input);
        }
    }

    /** The shapes of that, with an input and weights that are all zero: {@code 1x2; 1x3}. */
    String shapesOnZeros() {
        byte[] file =
                OnnxExport.of(NetworkFacts.of(graph, DType.FLOAT32)).convert().toBytes();
        try (OnnxRuntimeModel model = OnnxRuntimeModel.of(file, 1)) {
            return model.shapesOnZeros().values().stream().map(Shape::toString).collect(Collectors.joining("; "));
        }
    }

    float[] on(float... input) {
        return run(input).elements();
    }

    private byte[] file() {
        return OnnxExport.of(NetworkFacts.of(graph, DType.FLOAT32))
                .withWeights(COUNTING)
                .convert()
                .toBytes();
    }
}
