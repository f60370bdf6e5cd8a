package io.archmeter;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
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
    /** What a model computes whose layers run at its full input: the classic networks have less. */
    private static final long MOST_MULTIPLY_ADDS = 24_000_000_000L;

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
                    .filter(node -> takesNumbers(graph, node))
                    .filter(node ->
                            !graph.inputsOf(node).isEmpty() && seen.add(List.of(node.op(), graph.inputsOf(node))))
                    .toList();
            if (!fresh.isEmpty()) {
                found.put(name, sideBySide(graph, fresh));
            }
        }
        return found;
    }

    /** What takes indices runs with its network, which has them. */
    private static boolean takesNumbers(Graph graph, Node node) {
        return node.values().stream()
                .allMatch(value -> graph.values().get(value).type() == DType.FLOAT32);
    }

    private static Model taken(String name) {
        return BundledModels.costs(name).total().multiplyAdds() > MOST_MULTIPLY_ADDS
                ? BundledModels.small(name)
                : BundledModels.model(name);
    }

    private static Graph sideBySide(Graph graph, List<Node> layers) {
        List<Shape> shapes = new ArrayList<>();
        for (Node layer : layers) {
            List<Shape> left = new ArrayList<>(shapes);
            for (Shape input : graph.inputsOf(layer)) {
                if (!left.remove(input)) {
                    shapes.add(input);
                }
            }
        }
        Nodes nodes = Nodes.on(shapes.get(0));
        shapes.subList(1, shapes.size()).forEach(nodes::addInput);
        List<Integer> outputs = new ArrayList<>();
        for (Node layer : layers) {
            outputs.add(nodes.add(layer.op(), numbers(graph.inputsOf(layer), shapes)));
        }
        return nodes.graph(outputs.toArray(Integer[]::new));
    }

    /** The inputs of these shapes; of two that are alike, two. */
    private static Integer[] numbers(List<Shape> inputs, List<Shape> shapes) {
        Map<Shape, Integer> after = new HashMap<>();
        Integer[] numbers = new Integer[inputs.size()];
        for (int i = 0; i < numbers.length; i++) {
            Shape shape = inputs.get(i);
            int begin = after.getOrDefault(shape, 0);
            numbers[i] = begin + shapes.subList(begin, shapes.size()).indexOf(shape);
            after.put(shape, numbers[i] + 1);
        }
        return numbers;
    }
}
