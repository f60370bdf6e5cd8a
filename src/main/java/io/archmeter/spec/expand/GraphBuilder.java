package io.archmeter.spec.expand;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
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
    private final GraphDraft draft = new GraphDraft(DType.FLOAT32);
    private final AlikeLayers alike = new AlikeLayers();
    /** The calls that lead to what is added now, those within a block before those around it; the lists are shared by its layers. */
    private final Deque<List<Span>> trails = new ArrayDeque<>(List.of(List.of()));

    private final long mostThatFit = mostThatFit(Runtime.getRuntime().maxMemory());
    private boolean auxiliary;

    /** @param calls learns what each node after the input was made of, in order */
    GraphBuilder(Shape input, Span at, References references, Consumer<FlatCall> calls, Problems problems) {
        this.problems = problems;
        this.calls = calls;
        this.references = references;
        draft.addInput(Names.INPUT, input, DType.FLOAT32, at);
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

    /** The type of the elements of a tensor that is known. */
    DType type(LayerOutput tensor) {
        return draft.value(tensor.value()).type();
    }

    /** The attributes and outputs of a layer, which all that are like it share. */
    AlikeLayers.Known alike(Op op, Inputs inputs) {
        return alike.of(op, inputs);
    }

    LayerOutput add(String path, FlatCall call, Op op, List<Operand> inputs, Inferred inferred, Span at) {
        if (draft.nodes().size() > MOST_LAYERS) {
            problems.add(
                    at,
                    "too-many-layers",
                    "this makes more than " + MOST_LAYERS + " layers",
                    "repeat less often, or split the model");
            problems.throwIfAny();
        }
        if (draft.nodes().size() > mostThatFit) {
            problems.add(
                    at,
                    "not-enough-memory",
                    "this makes more than " + mostThatFit + " layers, and more do not fit into the "
                            + (Runtime.getRuntime().maxMemory() >> 20) + " MiB that Java was given",
                    "repeat less often, or give Java more, e.g. by ARCHMETER_JAVA_OPTS=-Xmx4g");
            problems.throwIfAny();
        }
        int value = inferred.addTo(draft, path, op, inputs, auxiliary, at, trails.peek());
        calls.accept(call);
        return LayerOutput.of(value, draft.value(value).shape());
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
        if (draft.nodes().size() == 1) {
            problems.add(at, "no-layers", "none of the model's layers exists", "look at their 'when' and 'repeat'");
        }
        problems.throwIfAny();
        return draft.graph(name, title, List.of(output.value()));
    }

    private void reportUnused(LayerOutput output, List<LayerOutput> heads) {
        BitSet used = new BitSet();
        used.set(output.value());
        heads.forEach(head -> used.set(head.value()));
        for (Node node : draft.nodes()) {
            node.values().forEach(used::set);
        }
        for (Node node : draft.nodes()) {
            if (!node.isInput() && node.outputs().stream().noneMatch(used::get)) {
                reportUnused(node);
            }
        }
    }

    private void reportUnused(Node node) {
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
