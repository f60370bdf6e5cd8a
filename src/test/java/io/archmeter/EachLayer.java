package io.archmeter;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layers of all models that come with the tool, at their full inputs, each once: a layer is another one's equal where it has the
 * same attributes and inputs of the same shapes. Of the 36 blocks in a stage of a ResNet there are the first two. Those of the largest
 * models are taken at a small input. A weight that is a layer of its own has nothing to compute.
 */
public final class EachLayer {
    /** What a model computes whose layers run at its full input: ResNet-50 and Swin-T have less. */
    private static final long MOST_MULTIPLY_ADDS = 4_500_000_000L;

    private static final Map<String, Graph> NEW = found();

    private EachLayer() {}

    /** The models that have a layer that none before them has. */
    public static List<String> models() {
        return List.copyOf(NEW.keySet());
    }

    /** Those layers of a model, side by side: each on inputs of the network, and each one an output. */
    public static Graph graph(String model) {
        return NEW.get(model);
    }

    private static Map<String, Graph> found() {
        Map<String, Graph> found = new LinkedHashMap<>();
        Set<Object> seen = new HashSet<>();
        for (String name : BundledModels.names()) {
            Graph graph = taken(name).graph();
            List<Node> fresh = graph.layers(false).stream()
                    .filter(node -> !node.inputs().isEmpty() && seen.add(List.of(node.op(), taken(graph, node))))
                    .toList();
            if (!fresh.isEmpty()) {
                found.put(name, sideBySide(graph, fresh));
            }
        }
        return found;
    }

    private static Model taken(String name) {
        return BundledModels.costs(name).total().multiplyAdds() > MOST_MULTIPLY_ADDS
                ? BundledModels.small(name)
                : BundledModels.model(name);
    }

    private static Graph sideBySide(Graph graph, List<Node> layers) {
        List<Taken> inputs = new ArrayList<>();
        for (Node layer : layers) {
            List<Taken> left = new ArrayList<>(inputs);
            for (Taken input : taken(graph, layer)) {
                if (!left.remove(input)) {
                    inputs.add(input);
                }
            }
        }
        Nodes nodes = Nodes.on(inputs.get(0).shape, inputs.get(0).type);
        inputs.subList(1, inputs.size()).forEach(input -> nodes.addInput(input.shape, input.type));
        List<Integer> outputs = new ArrayList<>();
        for (Node layer : layers) {
            outputs.add(nodes.add(layer.op(), numbers(taken(graph, layer), inputs)));
        }
        return nodes.graph(outputs.toArray(Integer[]::new));
    }

    /** What a layer takes. */
    private record Taken(Shape shape, DType type) {}

    private static List<Taken> taken(Graph graph, Node layer) {
        List<Taken> taken = new ArrayList<>();
        List<Shape> shapes = graph.inputsOf(layer);
        for (int i = 0; i < shapes.size(); i++) {
            Operand operand = layer.inputs().get(i);
            DType type = operand instanceof Operand.OfValue
                    ? graph.values().get(operand.number()).type()
                    : graph.weights().get(operand.number()).type();
            taken.add(new Taken(shapes.get(i), type));
        }
        return taken;
    }

    /** The inputs that are such; of two that are alike, two. */
    private static Integer[] numbers(List<Taken> asked, List<Taken> inputs) {
        Map<Taken, Integer> after = new HashMap<>();
        Integer[] numbers = new Integer[asked.size()];
        for (int i = 0; i < numbers.length; i++) {
            Taken input = asked.get(i);
            int begin = after.getOrDefault(input, 0);
            numbers[i] = begin + inputs.subList(begin, inputs.size()).indexOf(input);
            after.put(input, numbers[i] + 1);
        }
        return numbers;
    }
}
