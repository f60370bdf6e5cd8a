package io.archmeter.spec.write;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Value;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From a graph to the parts of its spec. */
final class NetworkWords {
    private static final String CODE = "cannot-convert";

    private final Graph graph;
    private final Problems problems = new Problems();
    private final StoredTypes types;
    private final InputWords inputs;
    private final ValidNames valid = new ValidNames();
    private final TensorNames tensors = new TensorNames();
    private final Map<String, Written> spec = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** @param called what it would be called without a name */
    NetworkWords(Graph graph, String called) {
        this.graph = graph;
        this.types = StoredTypes.of(graph);
        UsedValues used = new UsedValues(graph);
        this.inputs = new InputWords(graph, types, used);
        if (!graph.name().equals(called)) {
            spec.put("name", Written.text(graph.name()));
        }
        if (!graph.title().isBlank()) {
            spec.put("title", Written.text(graph.title()));
        }
        Set<String> names = inputs();
        LayerWords words = new LayerWords(graph, types, used, valid, tensors);
        graph.nodes().stream().filter(node -> !node.isInput()).forEach(words::add);
        layers(words.layers(), names);
        problems.throwIfAny();
        remark();
    }

    Written.Entries spec() {
        return new Written.Entries(spec, true);
    }

    /** What is to be said about it, a line each. */
    List<String> remarks() {
        return remarks;
    }

    private void refuse(Node node, String fact, String remedy) {
        problems.add(new Problem(CODE, node.place(), node.name(), fact, remedy));
    }

    private Set<String> inputs() {
        Set<String> all = new LinkedHashSet<>();
        Map<String, Written> written = new LinkedHashMap<>();
        boolean only = graph.inputs().size() == 1;
        for (Value input : graph.inputValues()) {
            String name = valid.ofInput(input.name(), only && inputs.isShapeAlone(input));
            all.add(name);
            tensors.add(graph.inputs().get(written.size()), name);
            written.put(name, inputs.of(input));
        }
        boolean usual = all.equals(Set.of("input"));
        spec.put(usual ? "input" : "inputs", usual ? written.get("input") : new Written.Entries(written, false));
        return all;
    }

    private void layers(List<SaidLayer> all, Set<String> names) {
        List<SaidLayer> main = all.stream().filter(layer -> !layer.auxiliary()).toList();
        List<SaidLayer> heads = all.stream().filter(SaidLayer::auxiliary).toList();
        LayerTree tree = new LayerTree(tensors, names, graph.inputs().get(0), true);
        Written layers = tree.layers(main);
        Written below = tree.heads(heads);
        if (!tree.isClear()) {
            // Below their modules a name would mean something nearer; names that are written out mean one thing.
            tree = new LayerTree(tensors, names, graph.inputs().get(0), false);
            layers = tree.layers(main);
            below = tree.heads(heads);
        }
        spec.put("layers", layers);
        outputs(tree.last());
        if (!heads.isEmpty()) {
            spec.put("heads", below);
        }
    }

    private void outputs(int last) {
        List<Integer> outputs = graph.outputs().stream().distinct().toList();
        if (outputs.equals(List.of(last)) && last >= graph.inputs().size()) {
            return;
        }
        List<Written> names = new ArrayList<>();
        for (int output : outputs) {
            Node node = graph.nodes().get(graph.values().get(output).node());
            if (node.isInput()) {
                refuse(
                        node,
                        "the network puts out its input as it is",
                        "leave that output out of the ONNX file, or let a node copy it");
            }
            names.add(Written.text(tensors.of(output)));
        }
        spec.put("outputs", new Written.Items(names, false));
    }

    private void remark() {
        List<String> options = new ArrayList<>();
        if (inputs.batch() != 1) {
            options.add("--batch " + inputs.batch());
        }
        types.other().ifPresent(type -> options.add("--dtype " + type));
        if (!options.isEmpty()) {
            remarks.add("its figures are those with " + String.join(" ", options));
        }
        remarks.addAll(graph.notes());
        valid.note().ifPresent(remarks::add);
    }
}
