package io.archmeter.spec.expand;

import io.archmeter.problem.Span;
import io.archmeter.spec.Layer;
import io.archmeter.spec.expression.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a network puts out, where its spec says so: outputs of layers that exist at inference, each once. */
final class NetworkOutputs {
    private final References references;
    private final Evaluator evaluator;
    private final GraphBuilder graph;

    NetworkOutputs(References references, Evaluator evaluator, GraphBuilder graph) {
        this.references = references;
        this.evaluator = evaluator;
        this.graph = graph;
    }

    /** The outputs in the order in which they are named; what cannot be one is a problem. */
    List<LayerOutput> of(List<Layer.Reference> named, NameScope root, Scope scope) {
        List<LayerOutput> outputs = new ArrayList<>();
        Map<Integer, String> before = new HashMap<>();
        for (Layer.Reference reference : named) {
            Optional<String> name = evaluator.text(reference.name(), scope, root.input());
            if (name.isPresent()) {
                LayerOutput output = references.resolve(name.get(), reference.at(), root, "");
                if (output.shape().isPresent()) {
                    check(name.get(), reference.at(), output, before);
                    outputs.add(output);
                }
            }
        }
        return outputs;
    }

    private void check(String name, Span at, LayerOutput output, Map<Integer, String> before) {
        String other = before.putIfAbsent(output.value(), name);
        if (graph.isInput(output)) {
            graph.problem(
                    at,
                    "input-as-output",
                    "",
                    "'" + name + "' is an input of the network, as it comes in",
                    "name a layer; {identity: , from: …} passes an input on");
        } else if (graph.isAuxiliary(output)) {
            graph.problem(
                    at,
                    "head-as-output",
                    "",
                    "'" + name + "' is a head, which exists in training only",
                    "write it below 'layers:', or leave it out of 'outputs:'");
        } else if (other != null) {
            graph.problem(
                    at,
                    "output-twice",
                    "",
                    "'" + name + "' is an output already" + (other.equals(name) ? "" : ", as '" + other + "'"),
                    "name each output once");
        }
    }
}
