package io.archmeter;

import io.archmeter.TriedLayer.Numbers;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Category;
import io.archmeter.op.Inputs;
import io.archmeter.op.Layer;
import io.archmeter.op.Operator;
import io.archmeter.op.Refusal;
import io.archmeter.op.Trait;
import io.archmeter.weights.SeededInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * A small network of layers of any operator that is computed, wired at random: with several inputs, also of whole numbers and truth
 * values, several outputs, shared weights, layers of several outputs, tensors of its own, and heads. Each layer is run as it is added, and
 * one whose numbers would tell nothing is left out; a layer that puts out what is no number, and should not, is an error.
 */
public final class AnyNetwork {
    /** Of which several meet in one layer, because many of their extents are equal, or 1. */
    private static final List<String> FITTING = List.of("adaptiveavgpool", "conv", "flatten", "identity");

    /** Whose numbers can be infinite, or none: of quotients, roots and powers, and of windows beside the input. */
    private static final Set<String> NOT_ALWAYS_NUMBERS = Set.of("avgpool", "div", "lppool", "maxpool", "norm", "prod");

    /** Of which some have no form in ONNX, or none in ONNX Runtime. */
    private static final List<String> PERHAPS_REFUSED =
            List.of("avgpool", "buffer", "lppool", "lstm", "maxpool", "pad", "upsample", "zeropad");

    private static final long MOST_ELEMENTS = 600;
    /** A mask is made for whatever queries and keys there are. */
    private static final long MOST_OF_ITS_OWN = MOST_ELEMENTS * MOST_ELEMENTS;

    private static final List<DType> OTHERS = List.of(DType.BOOL, DType.BOOL, DType.INT8, DType.UINT8, DType.INT16);
    private static final int MOST_LAYERS = 16;
    private static final int MOST_ATTEMPTS = 60;
    private static final int MOST_EXTENT = 6;

    private final long seed;
    private final SplittableRandom random;
    private final Nodes nodes;
    private final DrawnInputs drawn;
    /** Of each value; none of what heads put out. */
    private final List<Optional<Numbers>> numbers = new ArrayList<>();
    /** Of the layers that have weights, by the first value that they put out. */
    private final Map<Integer, String> owners = new HashMap<>();

    private final boolean hasRefused;
    /** Whether a layer is looked for that ONNX has no form for. */
    private boolean wantsRefused;

    private final Set<String> refused = new LinkedHashSet<>();
    private final Graph graph;

    private AnyNetwork(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.hasRefused = random.nextInt(10) == 0;
        this.nodes = Nodes.on(shape(2 + random.nextInt(4)));
        this.drawn = new DrawnInputs(random, nodes, this::source);
        addInputs();
        for (Value input : nodes.graph(0).inputValues()) {
            float[] elements = SeededInput.draw(
                    seed, input.name(), input.type(), (int) input.shape().elements());
            numbers.add(Optional.of(Numbers.of(input.type(), elements, random)));
        }
        if (hasRefused) {
            addRefused();
        }
        int end = nodes.size() + 2 + random.nextInt(MOST_LAYERS);
        while (nodes.size() < end) {
            addSome(false);
        }
        this.graph = nodes.graph(outputs());
    }

    public static AnyNetwork of(long seed) {
        return new AnyNetwork(seed);
    }

    /** The operators that it has layers of: all but those whose figures are declared, which nobody runs. */
    public static List<String> kinds() {
        return Layer.computedKinds();
    }

    public Graph graph() {
        return graph;
    }

    /** The seed of inputs and weights. */
    public long seed() {
        return seed;
    }

    /** What has a number, as its layer alone puts it out on what comes in. */
    public float[] elements(int value) {
        return numbers.get(value).orElseThrow().elements();
    }

    /** The names of layers that ONNX has no form for. */
    public Set<String> refused() {
        return refused;
    }

    private void addInputs() {
        Shape first = nodes.shape(0);
        for (int more = random.nextInt(4); more > 0; more--) {
            switch (random.nextInt(6)) {
                case 0 -> nodes.addInput(first);
                case 1 -> nodes.addInput(first.with(1 + random.nextInt(first.rank() - 1), 1));
                case 2 -> nodes.addInput(shape(2 + random.nextInt(3)));
                case 3 -> nodes.addInput(shape(2 + random.nextInt(2)).with(0, first.batch()), DType.INT64);
                case 4 -> nodes.addInput(shape(1 + random.nextInt(2)), DType.INT32);
                default -> nodes.addInput(shape(2 + random.nextInt(3)), OTHERS.get(random.nextInt(OTHERS.size())));
            }
        }
    }

    private Shape shape(int rank) {
        List<Long> extents = new ArrayList<>(List.of(1L + random.nextInt(3)));
        while (extents.size() < rank) {
            extents.add(1L + random.nextInt(rank == 5 ? 4 : MOST_EXTENT));
        }
        return new Shape(extents);
    }

    /** The last value, and some others, also inputs; after that come heads. */
    private Integer[] outputs() {
        int last = nodes.size() - 1;
        Set<Integer> outputs = new LinkedHashSet<>(Set.of(last));
        for (int more = random.nextInt(4); more > 0; more--) {
            outputs.add(random.nextInt(last + 1));
        }
        for (int heads = Math.max(0, random.nextInt(6) - 3); heads > 0; heads--) {
            addSome(true);
        }
        return outputs.toArray(Integer[]::new);
    }

    private void addRefused() {
        wantsRefused = true;
        for (int tries = 0; tries < MOST_ATTEMPTS && refused.isEmpty(); tries++) {
            find(PERHAPS_REFUSED.get(random.nextInt(PERHAPS_REFUSED.size())), false, false);
        }
        wantsRefused = false;
    }

    private void addSome(boolean auxiliary) {
        int choice = random.nextInt(10);
        if (!auxiliary && choice == 0 && share()) {
            return;
        }
        List<String> kinds = choice == 1 ? FITTING : kinds();
        for (int tries = 0; tries < MOST_ATTEMPTS; tries++) {
            String kind = kinds.get(random.nextInt(kinds.size()));
            if (find(kind, choice == 1, auxiliary)) {
                return;
            }
        }
    }

    /** Draws until a layer's inputs and attributes go together. */
    private boolean find(String kind, boolean fitting, boolean auxiliary) {
        Operator operator = Catalogue.find(kind).orElseThrow();
        IntPredicate usable =
                auxiliary ? value -> true : value -> numbers.get(value).isPresent();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<List<Integer>> inputs = drawn.of(operator, usable);
            if (inputs.isEmpty()) {
                return false;
            }
            Shape first = inputs.get().isEmpty()
                    ? nodes.shape(0)
                    : nodes.shape(inputs.get().get(0));
            String arguments =
                    fitting ? DrawnArguments.fitting(kind, random, first) : DrawnArguments.of(kind, random, first);
            if (add(kind, arguments, inputs.get(), auxiliary)) {
                return true;
            }
        }
        return false;
    }

    private int source(String kind, String arguments) {
        int number = nodes.size();
        if (!add(kind, arguments, List.of(), false)) {
            throw new AssertionError("no " + kind + " " + arguments);
        }
        return number;
    }

    private boolean add(String kind, String arguments, List<Integer> inputs, boolean auxiliary) {
        Optional<Layer> layer = layer(kind, arguments, inputs);
        if (layer.isEmpty()) {
            return false;
        }
        String name = kind + nodes.size();
        if (!auxiliary && !serves(layer.get(), name, name, inputs)) {
            return false;
        }
        int first = auxiliary
                ? nodes.add(layer.get().op(), true, inputs)
                : nodes.add(name, layer.get().op(), inputs.toArray(Integer[]::new));
        while (numbers.size() < nodes.size()) {
            numbers.add(Optional.empty());
        }
        if (!auxiliary && !layer.get().inferred().weights().isEmpty() && !inputs.isEmpty()) {
            owners.put(first, arguments);
        }
        return true;
    }

    /** Adds a layer with the weights of another one, on inputs of which it asks for the very same. */
    private boolean share() {
        if (owners.isEmpty()) {
            return false;
        }
        List<Integer> all = owners.keySet().stream().sorted().toList();
        int owner = all.get(random.nextInt(all.size()));
        String kind = nodes.get(owner).op().kind();
        Optional<List<Integer>> inputs = drawn.of(
                Catalogue.find(kind).orElseThrow(), value -> numbers.get(value).isPresent());
        Optional<Layer> layer = inputs.flatMap(numbers -> layer(kind, owners.get(owner), numbers));
        if (layer.isEmpty()
                || !layer.get().inferred().weights().equals(weights(owner))
                || !serves(layer.get(), kind + nodes.size(), nodes.get(owner).name(), inputs.get())) {
            return false;
        }
        return nodes.addSharing(owner, layer.get().op(), false, inputs.get()).isPresent();
    }

    private List<?> weights(int owner) {
        List<Integer> inputs = nodes.get(owner).values();
        return layer(nodes.get(owner).op().kind(), owners.get(owner), inputs)
                .orElseThrow()
                .inferred()
                .weights();
    }

    private Optional<Layer> layer(String kind, String arguments, List<Integer> inputs) {
        Inputs in = new Inputs(
                inputs.stream().map(nodes::shape).toList(),
                inputs.stream().map(nodes::type).toList());
        try {
            Layer layer = Layer.of(kind, arguments, in);
            long most = inputs.isEmpty() ? MOST_OF_ITS_OWN : MOST_ELEMENTS;
            boolean small = layer.outputs().stream().allMatch(shape -> shape.elements() <= most);
            return Optional.of(layer).filter(found -> small);
        } catch (Refusal doNotGoTogether) {
            return Optional.empty();
        }
    }

    /** Whether a layer can be compared; its numbers are then those of the values that come next. */
    private boolean serves(Layer layer, String name, String module, List<Integer> inputs) {
        List<Numbers> given =
                inputs.stream().map(numbers::get).map(Optional::orElseThrow).toList();
        if (!areThere(layer, given)) {
            return false;
        }
        LayerAlone alone = LayerAlone.of(
                module,
                layer.op(),
                inputs.stream().map(nodes::shape).toList(),
                inputs.stream().map(nodes::type).toList());
        boolean written = alone.canBeWritten();
        if (written == wantsRefused || !written && !hasRefused) {
            return false;
        }
        List<Numbers> taken = given.isEmpty() ? List.of(Numbers.of(DType.FLOAT32, new float[1], random)) : given;
        List<Numbers> made = TriedLayer.run(alone.graph(), taken, seed, random);
        Operator operator = Catalogue.find(layer.op().kind()).orElseThrow();
        if (!made.stream().allMatch(Numbers::areFinite)) {
            if (operator.category() != Category.FUNCTION && !NOT_ALWAYS_NUMBERS.contains(operator.kind())) {
                throw new AssertionError(layer.op() + " on " + layer.inputs() + " puts out what is no number");
            }
            return false;
        }
        if (!made.stream().allMatch(Numbers::areSteady)) {
            return false;
        }
        if (!written) {
            refused.add(name);
        }
        made.forEach(one -> numbers.add(Optional.of(one)));
        return true;
    }

    /** Whether the indices that come in stand for rows of a table, of weights or of the first input, or for places in a map. */
    private static boolean areThere(Layer layer, List<Numbers> given) {
        Set<Trait> traits = Catalogue.traits(layer.op());
        if (traits.contains(Trait.INDICES)) {
            long rows = layer.inferred().weights().get(0).shape().extent(0);
            return given.get(0).areWithin(rows);
        }
        if (traits.contains(Trait.PLACES)) {
            return given.get(1).areWithin(layer.output().spatial().stream().reduce(1L, Math::multiplyExact));
        }
        return !traits.contains(Trait.ROWS)
                || given.get(1).areWithin(layer.inputs().first().extent(1));
    }
}
