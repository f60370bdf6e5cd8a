package io.archmeter.spec;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Input;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the nodes of a graph, the names of its layers, and what is wrong with either. */
final class GraphBuilder {
    static final int MOST_LAYERS = 1_000_000;

    /** Turns of loops that add no layer take time too. */
    private static final int MOST_STEPS = 5 * MOST_LAYERS;

    static final String INPUT = "input";

    /** A name that could not be resolved when it was met; whether it comes later is known at the end. */
    private record Missing(Span at, String layer, String name, List<String> candidates) {}

    private final Problems problems;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Span> claimed = new HashMap<>();
    private final Map<String, Tensor> outputs = new HashMap<>();
    /** How many joins of one name were given a number; looking for a free one from the start would take quadratic time. */
    private final Map<String, Integer> joins = new HashMap<>();

    private final List<Missing> missing = new ArrayList<>();
    private int steps;
    private boolean auxiliary;

    GraphBuilder(Shape input, Span at, Problems problems) {
        this.problems = problems;
        nodes.add(new Node(INPUT, new Input(), List.of(), input, false, at));
        claimed.put(INPUT, at);
    }

    /** From now on, layers serve outputs beside the main one. */
    void beginHeads() {
        auxiliary = true;
    }

    /** Counts a step of the expansion; refuses a spec that would take too many. */
    void step(Span at) {
        steps++;
        if (steps > MOST_STEPS) {
            tooMany(at);
        }
    }

    private void tooMany(Span at) {
        problems.add(
                at,
                "too-many-layers",
                "this makes more than " + MOST_LAYERS + " layers",
                "repeat less often, or split the model");
        problems.throwIfAny();
    }

    /** Takes a name for a layer or module; a name that is taken already is a problem. */
    void claim(String path, Span at) {
        Span first = claimed.putIfAbsent(path, at);
        if (first != null) {
            problem(
                    at,
                    "duplicate-name",
                    path,
                    path.equals(INPUT) ? "'input' names the network's input" : "the name is taken at " + first,
                    "give it another name; in a loop, put a variable into it: name{i}");
        }
    }

    /** A path that no layer has: {@code add}, or {@code add_2}. */
    String free(Level level, String name) {
        String wanted = level.path(name);
        String path = wanted;
        while (claimed.containsKey(path)) {
            path = wanted + "_" + joins.merge(wanted, 1, Integer::sum);
        }
        joins.putIfAbsent(wanted, 1);
        return path;
    }

    Tensor add(String path, Op op, List<Integer> inputs, Shape output, Span at) {
        if (nodes.size() > MOST_LAYERS) {
            tooMany(at);
        }
        nodes.add(new Node(path, op, inputs, output, auxiliary, at));
        return Tensor.of(nodes.size() - 1, output);
    }

    /** The output of a layer or module can be taken by its name from now on. */
    void finish(String path, Tensor output) {
        outputs.put(path, output);
    }

    /** The output of the layer that a name means; not known where there is none, or none yet. */
    Tensor resolve(String name, Span at, Level level, String layer) {
        if (name.equals(INPUT)) {
            return level.input();
        }
        List<String> candidates = level.candidates(name);
        for (String path : candidates) {
            if (outputs.containsKey(path)) {
                return outputs.get(path);
            }
        }
        missing.add(new Missing(at, layer, name, candidates));
        return Tensor.UNKNOWN;
    }

    void problem(Span at, String code, String layer, String fact, String remedy) {
        problems.add(new Problem(code, at, layer, fact, remedy));
    }

    /** The graph; throws all problems, if there are any. */
    Graph build(String name, String title, Tensor output, List<Tensor> heads) {
        missing.forEach(this::reportMissing);
        problems.throwIfAny();
        reportUnused(output, heads);
        problems.throwIfAny();
        return new Graph(name, title, nodes, output.node());
    }

    private void reportMissing(Missing reference) {
        Optional<String> later =
                reference.candidates().stream().filter(claimed::containsKey).findFirst();
        if (later.isPresent()) {
            problem(
                    reference.at(),
                    "cycle",
                    reference.layer(),
                    later.get().equals(reference.layer())
                            ? "takes its own output"
                            : "takes the output of " + later.get() + ", which is not computed before it",
                    "take the output of a layer that stands before it");
            return;
        }
        Optional<String> near = Nearest.to(reference.name(), outputs.keySet());
        problem(
                reference.at(),
                "unknown-layer",
                reference.layer(),
                "there is no layer '" + reference.name() + "'",
                near.map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("name a layer that stands before it, or 'input'"));
    }

    private void reportUnused(Tensor output, List<Tensor> heads) {
        BitSet used = new BitSet();
        used.set(0);
        used.set(output.node());
        heads.forEach(head -> used.set(head.node()));
        nodes.forEach(node -> node.inputs().forEach(used::set));
        for (int i = used.nextClearBit(0); i < nodes.size(); i = used.nextClearBit(i + 1)) {
            Node node = nodes.get(i);
            problem(
                    node.place(),
                    "unused-output",
                    node.name(),
                    "no layer takes its output",
                    "take it with 'from: " + node.name() + "', or remove the layer");
        }
    }
}
