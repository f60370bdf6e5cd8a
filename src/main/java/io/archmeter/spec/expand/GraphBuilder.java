package io.archmeter.spec.expand;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Input;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.Names;
import io.archmeter.spec.flat.FlatCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Collects the nodes of a graph, the names of its layers, and what is wrong with either. */
final class GraphBuilder {
    static final int MOST_LAYERS = 1_000_000;

    /**
     * What a layer takes until it is in an answer, measured: 800,000 of them are analyzed in 1 GiB, and a million are not. With less, Java
     * would collect garbage for minutes before it gave up.
     */
    private static final int BYTES_OF_A_LAYER = 1_200;

    private final Problems problems;
    private final References references;
    private final Consumer<FlatCall> calls;
    private final List<Node> nodes = new ArrayList<>();
    /** The calls that lead to what is added now, those within a block before those around it; the lists are shared by its layers. */
    private final Deque<List<Span>> trails = new ArrayDeque<>(List.of(List.of()));

    private final long mostThatFit = mostThatFit(Runtime.getRuntime().maxMemory());
    private boolean auxiliary;

    /** @param calls learns what each node after the input was made of, in order */
    GraphBuilder(Shape input, Span at, References references, Consumer<FlatCall> calls, Problems problems) {
        this.problems = problems;
        this.calls = calls;
        this.references = references;
        nodes.add(new Node(Names.INPUT, new Input(), List.of(), input, false, at));
    }

    /** How many layers fit into so many bytes of memory. */
    static long mostThatFit(long bytes) {
        return bytes / BYTES_OF_A_LAYER;
    }

    /** From now on, layers serve outputs beside the main one. */
    void beginHeads() {
        auxiliary = true;
    }

    /** From now on, layers are those of a block. */
    void enterBlock(Span call) {
        List<Span> trail = new ArrayList<>(List.of(call));
        trail.addAll(trails.peek());
        trails.push(List.copyOf(trail));
    }

    void leaveBlock() {
        trails.pop();
    }

    LayerOutput add(String path, FlatCall call, Op op, List<Integer> inputs, Shape output, Span at) {
        if (nodes.size() > MOST_LAYERS) {
            problems.add(
                    at,
                    "too-many-layers",
                    "this makes more than " + MOST_LAYERS + " layers",
                    "repeat less often, or split the model");
            problems.throwIfAny();
        }
        if (nodes.size() > mostThatFit) {
            problems.add(
                    at,
                    "not-enough-memory",
                    "this makes more than " + mostThatFit + " layers, and more do not fit into the "
                            + (Runtime.getRuntime().maxMemory() >> 20) + " MiB that Java was given",
                    "repeat less often, or give Java more, e.g. by ARCHMETER_JAVA_OPTS=-Xmx4g");
            problems.throwIfAny();
        }
        nodes.add(new Node(path, op, inputs, output, auxiliary, at, trails.peek()));
        calls.accept(call);
        return LayerOutput.of(nodes.size() - 1, output);
    }

    void problem(Span at, String code, String layer, String fact, String remedy) {
        problems.add(new Problem(code, at, layer, fact, remedy));
    }

    /**
     * The graph; throws all problems, if there are any.
     *
     * @param at where the layers are written
     */
    Graph build(String name, String title, LayerOutput output, List<LayerOutput> heads, Span at) {
        references.report();
        problems.throwIfAny();
        reportUnused(output, heads);
        if (nodes.size() == 1) {
            problems.add(at, "no-layers", "none of the model's layers exists", "look at their 'when' and 'repeat'");
        }
        problems.throwIfAny();
        return new Graph(name, title, nodes, output.node());
    }

    private void reportUnused(LayerOutput output, List<LayerOutput> heads) {
        BitSet used = new BitSet();
        used.set(0);
        used.set(output.node());
        heads.forEach(head -> used.set(head.node()));
        for (Node node : nodes) {
            for (int input : node.inputs()) {
                used.set(input);
            }
        }
        for (int i = used.nextClearBit(0); i < nodes.size(); i = used.nextClearBit(i + 1)) {
            Node node = nodes.get(i);
            problem(
                    node.place(),
                    "unused-output",
                    node.name(),
                    "no layer takes its output",
                    "take it with 'from: " + node.name()
                            + "', or remove the layer; an output of training alone is a head, below"
                            + " 'heads:', and at inference a network has one output so far: several can be joined by concat");
        }
    }
}
