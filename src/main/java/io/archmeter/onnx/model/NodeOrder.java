package io.archmeter.onnx.model;

import io.archmeter.onnx.file.AttributeMessage;
import io.archmeter.onnx.file.FunctionMessage;
import io.archmeter.onnx.file.GraphMessage;
import io.archmeter.onnx.file.NodeMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Nodes in an order in which they can be computed. That of the file is kept where it is one; ONNX asks for it, and many files do not
 * have it.
 */
final class NodeOrder {
    private final OnnxModelReader model;
    private final List<NodeMessage> nodes;
    private final Predicate<String> isThere;
    private final Map<String, Integer> makers = new HashMap<>();

    private NodeOrder(OnnxModelReader model, List<NodeMessage> nodes, Predicate<String> isThere) {
        this.model = model;
        this.nodes = nodes;
        this.isThere = isThere;
    }

    /** @param isThere whether a name stands for a value that is there before any of the nodes */
    static List<NodeMessage> of(OnnxModelReader model, GraphMessage graph, Predicate<String> isThere) {
        return new NodeOrder(model, graph.nodes(), isThere).sorted();
    }

    static List<NodeMessage> of(OnnxModelReader model, FunctionMessage function, Predicate<String> isThere) {
        return new NodeOrder(model, function.nodes(), isThere).sorted();
    }

    private List<NodeMessage> sorted() {
        findMakers();
        List<List<Integer>> users = new ArrayList<>();
        nodes.forEach(node -> users.add(new ArrayList<>()));
        int[] awaited = new int[nodes.size()];
        boolean inOrder = true;
        for (int number = 0; number < nodes.size(); number++) {
            for (String name : taken(nodes.get(number))) {
                Integer maker = makers.get(name);
                if (maker != null) {
                    users.get(maker).add(number);
                    awaited[number]++;
                    inOrder &= maker < number;
                }
            }
        }
        model.problems().throwIfAny();
        if (inOrder) {
            return nodes;
        }
        model.warn("nodes are not in an order in which they can be computed; they were sorted");
        return ready(users, awaited);
    }

    private void findMakers() {
        for (int number = 0; number < nodes.size(); number++) {
            for (String output : nodes.get(number).outputs()) {
                if (output.isEmpty()) {
                    continue;
                }
                Integer before = makers.put(output, number);
                if (before != null || isThere.test(output)) {
                    model.problem(
                            "two-producers",
                            label(nodes.get(number)),
                            "makes '" + output + "', which "
                                    + (before == null ? "is there already" : label(nodes.get(before)) + " makes too"),
                            "export the model again: each value of ONNX has one node that makes it");
                }
            }
        }
    }

    /** What a node takes from outside: its inputs, and what the regions in it take. */
    private Set<String> taken(NodeMessage node) {
        Set<String> taken = new HashSet<>();
        for (String input : node.inputs()) {
            if (!input.isEmpty() && taken.add(input) && !makers.containsKey(input) && !isThere.test(input)) {
                model.problem(
                        "missing-value",
                        label(node),
                        "takes '" + input + "', which no node makes",
                        "export the model again, or give the file an initializer or an input of that name");
            }
        }
        for (AttributeMessage attribute : node.attributes()) {
            if (attribute.content() instanceof AttributeMessage.Graph graph) {
                taken.addAll(captured(graph.value()));
            }
        }
        return taken;
    }

    private static Set<String> captured(GraphMessage graph) {
        Set<String> captured = new HashSet<>();
        for (NodeMessage node : graph.nodes()) {
            captured.addAll(node.inputs());
            for (AttributeMessage attribute : node.attributes()) {
                if (attribute.content() instanceof AttributeMessage.Graph inner) {
                    captured.addAll(captured(inner.value()));
                }
            }
        }
        graph.outputs().forEach(output -> captured.add(output.name()));
        graph.nodes().forEach(node -> captured.removeAll(node.outputs()));
        graph.inputs().forEach(input -> captured.remove(input.name()));
        graph.initializers().forEach(tensor -> captured.remove(tensor.name()));
        return captured;
    }

    private List<NodeMessage> ready(List<List<Integer>> users, int[] awaited) {
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int number = 0; number < awaited.length; number++) {
            if (awaited[number] == 0) {
                ready.add(number);
            }
        }
        List<NodeMessage> sorted = new ArrayList<>(nodes.size());
        while (!ready.isEmpty()) {
            int next = ready.remove();
            sorted.add(nodes.get(next));
            for (int user : users.get(next)) {
                awaited[user]--;
                if (awaited[user] == 0) {
                    ready.add(user);
                }
            }
        }
        if (sorted.size() < nodes.size()) {
            refuseCycle(awaited);
        }
        return sorted;
    }

    private void refuseCycle(int[] awaited) {
        List<String> waiting = new ArrayList<>();
        for (int number = 0; number < awaited.length && waiting.size() < 5; number++) {
            if (awaited[number] > 0) {
                waiting.add(label(nodes.get(number)));
            }
        }
        model.problem(
                "cycle",
                waiting.get(0),
                "waits for itself: " + String.join(", ", waiting)
                        + " take each other's outputs, or follow from such nodes",
                "export the model again; what runs again and again is a Loop or a Scan in ONNX");
        model.problems().throwIfAny();
    }

    private static String label(NodeMessage node) {
        if (!node.name().isEmpty()) {
            return node.name();
        }
        return node.outputs().isEmpty() ? node.operator() : node.outputs().get(0);
    }
}
