package io.archmeter.spec.write;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Value;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.spec.NamedAxes;
import io.archmeter.spec.SampleShape;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.BitSet;
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
    private final ValidNames valid = new ValidNames();
    private final TensorNames tensors = new TensorNames();
    private final Map<String, Written> spec = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** @param called what it would be called without a name */
    NetworkWords(Graph graph, String called) {
        this.graph = graph;
        this.types = StoredTypes.of(graph);
        if (!graph.name().equals(called)) {
            spec.put("name", Written.text(graph.name()));
        }
        if (!graph.title().isBlank()) {
            spec.put("title", Written.text(graph.title()));
        }
        Set<String> inputs = inputs();
        problems.throwIfAny();
        LayerWords words = new LayerWords(graph, types, valid, tensors);
        for (Node node : graph.nodes()) {
            if (!node.isInput()) {
                say(node, words);
            }
        }
        reportUnused();
        problems.throwIfAny();
        layers(words.layers(), inputs);
        problems.throwIfAny();
        remark();
        remarks.addAll(words.otherParameters());
    }

    Written.Entries spec() {
        return new Written.Entries(spec, true);
    }

    /** What is to be said about it, a line each. */
    List<String> remarks() {
        return remarks;
    }

    private void say(Node node, LayerWords words) {
        try {
            words.add(node);
        } catch (CannotSay reason) {
            problem(node, reason);
        }
    }

    private void problem(Node node, CannotSay reason) {
        problems.add(new Problem(CODE, node.place(), node.name(), reason.getMessage(), reason.remedy()));
    }

    private Set<String> inputs() {
        Set<String> all = new LinkedHashSet<>();
        Map<String, Written> written = new LinkedHashMap<>();
        boolean only = graph.inputs().size() == 1;
        for (Value input : graph.inputValues()) {
            DType type = types.of(input.type());
            String name = valid.ofInput(input.name(), only && type == DType.FLOAT32);
            all.add(name);
            tensors.add(graph.inputs().get(written.size()), name);
            try {
                written.put(name, input(input, type));
            } catch (CannotSay reason) {
                written.put(name, Written.text(name));
                problem(graph.nodes().get(input.node()), reason);
            }
        }
        boolean usual = all.equals(Set.of("input"));
        spec.put(usual ? "input" : "inputs", usual ? written.get("input") : new Written.Entries(written, false));
        return all;
    }

    private Written input(Value input, DType type) {
        Shape shape = input.shape();
        try {
            if (shape.rank() < 2 || shape.batch() != graph.input().batch()) {
                throw new CannotSay(
                        "the input is " + shape + ", and a spec has inputs of samples behind one batch",
                        "bind another shape to it, or leave it to the ONNX file");
            }
        } catch (UnknownException notKnown) {
            throw new CannotSay("the batch of the input is not known", "say it, with --bind");
        }
        if (!DType.IN_SPECS.contains(type)) {
            throw new CannotSay("a spec has no tensors of " + type, "leave it to the ONNX file");
        }
        Written sample = sample(shape.sample());
        if (type == DType.FLOAT32) {
            return sample;
        }
        Map<String, Written> keys = new LinkedHashMap<>();
        keys.put("shape", sample);
        keys.put("dtype", Written.text(type.toString()));
        return new Written.Entries(keys, false);
    }

    /** With the names of its axes, where their order would be asked about. */
    private static Written sample(Shape sample) {
        if (!SampleShape.isAskedAbout(sample)) {
            return new Written.Value(CustomWords.shape(sample));
        }
        Map<String, Written> axes = new LinkedHashMap<>();
        NamedAxes.named(sample).forEach((name, extent) -> axes.put(name, new Written.Value(PlainValue.Num.of(extent))));
        return new Written.Entries(axes, false);
    }

    /** A spec takes it for a mistake where nobody takes what a layer puts out. */
    private void reportUnused() {
        BitSet used = new BitSet();
        graph.outputs().forEach(used::set);
        graph.nodes().forEach(node -> node.values().forEach(used::set));
        for (Node node : graph.nodes()) {
            boolean head = node.auxiliary();
            boolean alone = node.isInput() && graph.inputs().size() == 1;
            if (!head && !alone && node.outputs().stream().noneMatch(used::get)) {
                problem(
                        node,
                        new CannotSay(
                                "no layer takes " + (node.isInput() ? "this input" : "its output"),
                                "leave it out of the ONNX file: a spec takes it for a mistake"));
            }
        }
    }

    private void layers(List<SaidLayer> all, Set<String> inputs) {
        LayerTree tree = new LayerTree(tensors, inputs, graph.inputs().get(0));
        List<SaidLayer> main = all.stream().filter(layer -> !layer.auxiliary()).toList();
        spec.put("layers", tree.layers(main));
        List<Integer> outputs = graph.outputs().stream().distinct().toList();
        if (!outputs.equals(List.of(tree.last()))) {
            List<Written> names = new ArrayList<>();
            for (int output : outputs) {
                Node node = graph.nodes().get(graph.values().get(output).node());
                if (node.isInput()) {
                    problem(
                            node,
                            new CannotSay(
                                    "the network puts out its input as it is",
                                    "leave that output out of the ONNX file"));
                }
                names.add(Written.text(tensors.of(output)));
            }
            spec.put("outputs", new Written.Items(names, false));
        }
        List<SaidLayer> heads = all.stream().filter(SaidLayer::auxiliary).toList();
        if (!heads.isEmpty()) {
            spec.put("heads", tree.heads(heads));
        }
        tree.unsayable()
                .forEach(layer -> problems.add(new Problem(
                        CODE,
                        graph.nodes().get(0).place(),
                        layer,
                        "takes a tensor that no name means there",
                        "give one of the layers another name in the ONNX file")));
    }

    private void remark() {
        List<String> options = new ArrayList<>();
        if (graph.input().batch() != 1) {
            options.add("--batch " + graph.input().batch());
        }
        types.other().ifPresent(type -> options.add("--dtype " + type));
        if (!options.isEmpty()) {
            remarks.add("its figures are those with " + String.join(" ", options));
        }
        remarks.addAll(graph.notes());
        valid.note().ifPresent(remarks::add);
    }
}
