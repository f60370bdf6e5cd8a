package io.archmeter.spec.expand;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Input;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.WeightUse;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
import io.archmeter.op.StoredWeight;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.Names;
import io.archmeter.spec.flat.FlatCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Collects the nodes of a graph, the names of its layers, and what is wrong with either. */
final class GraphBuilder {
    /** A million lines of a spec, with the additions after their shortcuts. */
    static final int MOST_LAYERS = 1_500_000;

    /** Of its outputs, in a problem. */
    private static final int MOST_SHOWN = 5;

    /**
     * What a layer takes until it is in an answer, measured: 640 bytes of a convolution, a normalization, an activation and the sums
     * of shortcuts, one after the other. With less than a quarter more, Java would collect garbage for minutes before it gave up.
     */
    private static final int BYTES_OF_A_LAYER = 800;

    private final Problems problems;
    private final References references;
    private final Consumer<FlatCall> calls;
    private final GraphDraft draft = new GraphDraft(DType.FLOAT32);
    private final AlikeLayers alike = new AlikeLayers();
    /** The calls that lead to what is added now, those within a block before those around it; the lists are shared by its layers. */
    private final Deque<List<Span>> trails = new ArrayDeque<>(List.of(List.of()));

    private final long mostThatFit = mostThatFit(Runtime.getRuntime().maxMemory());
    private final WeightSharing sharing;
    /** The values of which is written that nobody takes them. */
    private final BitSet left = new BitSet();

    private boolean auxiliary;
    private boolean functional;
    private int inputs;

    /** @param calls learns what each node after the inputs was made of, in order */
    GraphBuilder(References references, Consumer<FlatCall> calls, Problems problems) {
        this.problems = problems;
        this.calls = calls;
        this.references = references;
        this.sharing = new WeightSharing(draft, references, problems);
    }

    /** Adds an input, which layers can take by its name; all of them come before the layers. */
    void addInput(InputTensor input) {
        if (!input.name().equals(Names.INPUT)) {
            references.claim(input.name(), input.at());
        }
        int value = draft.addInput(input.name(), new Input(input.batch()), input.shape(), input.type(), input.at());
        if (input.unused()) {
            left.set(value);
        }
        if (!input.name().equals(Names.INPUT)) {
            references.finish(input.name(), LayerOutput.of(value, input.shape()));
        }
        inputs++;
    }

    /** How many layers fit into so many bytes of memory. */
    static long mostThatFit(long bytes) {
        return bytes / BYTES_OF_A_LAYER;
    }

    /** Whose weights layers take in place of their own. */
    WeightSharing sharing() {
        return sharing;
    }

    /** From now on, layers serve outputs beside the main one. */
    void beginHeads() {
        auxiliary = true;
    }

    /** Whether layers are calls of functions now, and no modules. */
    boolean callsFunctions() {
        return functional;
    }

    /** From now on, layers are calls of functions, or modules. */
    void callFunctions(boolean calls) {
        functional = calls;
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

    /** Whether a tensor that is known is one that the network is given. */
    boolean isInput(LayerOutput tensor) {
        return node(tensor).isInput();
    }

    /** Whether a tensor that is known exists in training only. */
    boolean isAuxiliary(LayerOutput tensor) {
        return node(tensor).auxiliary();
    }

    private Node node(LayerOutput tensor) {
        return draft.nodes().get(draft.value(tensor.value()).node());
    }

    /** The attributes and outputs of a layer, which all that are like it share. */
    AlikeLayers.Known alike(Op op, Inputs inputs) {
        return alike.of(op, inputs);
    }

    /** Of a value is written that nobody takes it. */
    void leave(LayerOutput output) {
        left.set(output.value());
    }

    /** @param stored what is stored in place of the weights that the operator asks for; empty where these are */
    LayerOutput add(
            String path,
            FlatCall call,
            Op op,
            List<Operand> inputs,
            Inferred inferred,
            Optional<List<StoredWeight>> stored,
            Span at) {
        if (draft.nodes().size() > MOST_LAYERS) {
            problems.add(
                    at,
                    "too-many-layers",
                    "this makes more than " + MOST_LAYERS + " layers",
                    "repeat less often, or split the model");
            problems.throwIfAny();
        }
        if (draft.values() > mostThatFit) {
            problems.add(
                    at,
                    "not-enough-memory",
                    "this makes more than " + mostThatFit + " layers, and more do not fit into the "
                            + (Runtime.getRuntime().maxMemory() >> 20) + " MiB that Java was given",
                    "repeat less often, or give Java more, e.g. by ARCHMETER_JAVA_OPTS=-Xmx4g");
            problems.throwIfAny();
        }
        Optional<List<WeightUse>> shared =
                stored.isPresent() ? Optional.of(uses(path, stored.get())) : sharing.of(path, inferred.weights());
        int value = shared.isPresent()
                ? inferred.addTo(draft, path, op, inputs, shared.get(), auxiliary, at, trails.peek())
                : inferred.addTo(draft, path, op, inputs, auxiliary, at, trails.peek());
        if (functional) {
            draft.callAsFunction(value);
        }
        calls.accept(call);
        if (inferred.outputs().size() > 1) {
            Map<String, LayerOutput> named = named(inferred.outputs(), value);
            named.keySet().forEach(name -> references.claim(path + "." + name, at));
            references.finish(path, named);
        }
        return LayerOutput.of(value, draft.value(value).shape());
    }

    private List<WeightUse> uses(String path, List<StoredWeight> stored) {
        List<WeightDeclaration> declared =
                stored.stream().map(StoredWeight::declared).toList();
        List<WeightUse> taken = sharing.of(path, declared)
                .orElseGet(() -> declared.stream()
                        .map(weight -> Inferred.own(draft, path, weight))
                        .toList());
        List<WeightUse> uses = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            uses.add(taken.get(i).as(stored.get(i).role()));
        }
        return uses;
    }

    private Map<String, LayerOutput> named(List<Output> outputs, int first) {
        Map<String, LayerOutput> named = new LinkedHashMap<>();
        for (int slot = 0; slot < outputs.size(); slot++) {
            Output output = outputs.get(slot);
            if (!output.name().isEmpty()) {
                named.put(
                        output.name(),
                        LayerOutput.of(first + slot, draft.value(first + slot).shape()));
            }
        }
        return named;
    }

    void problem(Span at, String code, String layer, String fact, String remedy) {
        problems.add(new Problem(code, at, layer, fact, remedy));
    }

    /**
     * The graph; throws all problems, if there are any.
     *
     * @param outputs what it puts out, the main one first
     * @param at where the layers are written
     */
    Graph build(String name, String title, List<LayerOutput> outputs, List<LayerOutput> heads, Span at) {
        references.report();
        problems.throwIfAny();
        reportUnused(outputs, heads);
        if (draft.nodes().size() == inputs) {
            problems.add(at, "no-layers", "none of the model's layers exists", "look at their 'when' and 'repeat'");
        }
        problems.throwIfAny();
        List<Integer> numbers = new ArrayList<>(outputs.size());
        outputs.forEach(output -> numbers.add(output.value()));
        return draft.graph(name, title, numbers);
    }

    private void reportUnused(List<LayerOutput> outputs, List<LayerOutput> heads) {
        BitSet used = BitSet.valueOf(left.toLongArray());
        outputs.forEach(output -> used.set(output.value()));
        heads.forEach(head -> used.set(head.value()));
        for (Node node : draft.nodes()) {
            node.values().forEach(used::set);
        }
        for (Node node : draft.nodes()) {
            if (node.outputs().stream().anyMatch(used::get)) {
                continue;
            }
            if (!node.isInput()) {
                reportUnused(node, outputs);
            } else if (inputs > 1) {
                problem(
                        node.place(),
                        "unused-input",
                        node.name(),
                        "no layer takes this input",
                        "take it with 'from: " + node.name() + "', or remove it");
            }
        }
    }

    private void reportUnused(Node node, List<LayerOutput> outputs) {
        String named = outputs.stream()
                .map(this::node)
                .map(Node::name)
                .limit(MOST_SHOWN)
                .collect(Collectors.joining(", "));
        problem(
                node.place(),
                "unused-output",
                node.name(),
                "no layer takes its output",
                "take it with 'from: " + node.name()
                        + "', or remove the layer; a network with several outputs names them, outputs: [" + named + ", "
                        + node.name() + "], and an output of training alone is a head, below 'heads:'");
    }
}
