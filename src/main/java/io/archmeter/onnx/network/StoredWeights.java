package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.graph.WeightUse;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.Constant;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** The tensors of a file that layers take: each is one weight of the graph, whoever takes it. */
final class StoredWeights {
    /** All layers together; where each of a chain of constants is taken by a layer, they are the square of its length. */
    private static final int MOST_USES = 1 << 22;

    private final InferredModel model;
    private final Folded constants;
    private final LayerNames layers;
    private final GraphDraft draft;
    private final WeightNames names = new WeightNames();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final Map<Integer, Integer> values = new HashMap<>();
    private final Map<String, Integer> byFile = new LinkedHashMap<>();
    private long taken;

    StoredWeights(InferredModel model, Folded constants, LayerNames layers, GraphDraft draft) {
        this.model = model;
        this.constants = constants;
        this.layers = layers;
        this.draft = draft;
    }

    /** The weights that an input of a layer is computed of, each as the layer calls the input. */
    List<WeightUse> uses(InferredNode node, int input, String role) {
        ModelValue constant = node.node().inputs().get(input).orElseThrow();
        return uses(node, constant, role, root -> number(root, node, input, role));
    }

    private List<WeightUse> uses(
            InferredNode node, ModelValue constant, String role, ToIntFunction<ModelValue> number) {
        List<WeightUse> uses = new ArrayList<>();
        List<ModelValue> roots = roots(node, constant);
        for (ModelValue root : roots) {
            String part = roots.size() == 1 ? role : role + WeightUse.OF + root.name();
            uses.add(new WeightUse(part, Operand.weight(number.applyAsInt(root))));
        }
        return uses;
    }

    private List<ModelValue> roots(InferredNode node, ModelValue constant) {
        List<ModelValue> roots = constants.roots(constant);
        taken += roots.size();
        if (taken > MOST_USES) {
            throw new ProblemException(new Problem(
                    "too-many-weights",
                    Span.of(model.model().file().name()),
                    layers.of(node),
                    "constants are computed of constants again and again: layers take more than " + MOST_USES
                            + " weights up to here",
                    "store the constants that layers take as tensors"));
        }
        return roots;
    }

    /** The number of the weight that a stored tensor is which a layer takes. */
    int number(ModelValue stored, InferredNode node, int input) {
        return number(stored, node, input, ParameterRules.role(node, input));
    }

    /** @param role what the layer calls it */
    private int number(ModelValue stored, InferredNode node, int input, String role) {
        Integer known = numbers.get(model.resolved(stored.number()));
        if (known != null) {
            return known;
        }
        Output tensor = packed(node, input)
                .orElseGet(() -> NetworkBuilder.output("", model.facts().get(model.resolved(stored.number()))));
        Weight.Kind kind = ParameterRules.kind(stored, tensor, ParameterRules.kind(node, input), constants);
        return add(stored, names.weight(stored.name(), layers.of(node), role, tensor, kind));
    }

    /**
     * The weights that a constant is computed of which regions of a layer take.
     *
     * @param role what the layer calls the constant
     */
    List<WeightUse> ofRegion(InferredNode node, ModelValue constant, String role) {
        return uses(node, constant, role, root -> numberInRegion(root, node));
    }

    private int numberInRegion(ModelValue stored, InferredNode node) {
        int value = model.resolved(stored.number());
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        Output tensor = NetworkBuilder.output("", model.facts().get(value));
        Weight.Kind kind = ParameterRules.kind(stored, tensor, Weight.Kind.PARAMETER, constants);
        return add(stored, names.weight(stored.name(), layers.of(node), "constant", tensor, kind));
    }

    /** Lists of real numbers that an operator takes as it takes attributes, as scales are: nobody can tell whether they were learnt. */
    List<WeightUse> ofContents(InferredNode node, Set<Integer> taken) {
        List<WeightUse> uses = new ArrayList<>();
        for (int input = 0; input < node.node().inputs().size(); input++) {
            Optional<ModelValue> value = node.node().inputs().get(input);
            boolean stored = value.isPresent()
                    && !taken.contains(input)
                    && ContentInputs.has(node, input)
                    && constants.isConstant(value.get())
                    && !node.node().attributes().has(value.get().name());
            if (stored
                    && node.inputs().get(input).orElseThrow() instanceof Fact.Tensor tensor
                    && tensor.type().hasGradients()
                    && tensor.shape().rank() > 0) {
                uses.addAll(uses(node, input, WeightUse.AS_ATTRIBUTE + ParameterRules.role(node, input)));
            }
        }
        return uses;
    }

    /** Which elements are not there; costs do not need them. */
    Optional<String> noteOfAbsent() {
        int absent = 0;
        Set<String> files = new TreeSet<>();
        for (int value : numbers.keySet()) {
            if (model.model().constants().get(value) instanceof Constant.Stored stored
                    && model.model().file().isAbsent(stored.tensor())) {
                absent++;
                files.add(stored.tensor().external().getOrDefault("location", ""));
            }
        }
        return absent == 0
                ? Optional.empty()
                : Optional.of("the elements of " + absent + (absent == 1 ? " tensor" : " tensors") + " are not here: "
                        + Origins.some(List.copyOf(files)) + (files.size() == 1 ? " is absent" : " are absent"));
    }

    private int add(ModelValue stored, Weight weight) {
        int number = draft.addWeight(weight);
        int value = model.resolved(stored.number());
        numbers.put(value, number);
        values.put(number, value);
        byFile.putIfAbsent(stored.name(), number);
        return number;
    }

    /** The number of the weight that a stored tensor is, which some layer has taken. */
    int known(ModelValue stored) {
        return numbers.get(model.resolved(stored.number()));
    }

    /** Whether a weight has other extents than the bytes that are stored for it. */
    boolean isPacked(ModelValue stored) {
        Output bytes = NetworkBuilder.output("", model.facts().get(model.resolved(stored.number())));
        return !draft.weight(known(stored)).shape().equals(bytes.shape());
    }

    /** A matrix of which several elements share a byte: its own extents, and not those of the bytes. */
    private static Optional<Output> packed(InferredNode node, int input) {
        return switch (node.node().operator()) {
            case "GatherBlockQuantized" -> input == 0 ? packedTable(node) : Optional.empty();
            case "MatMulBnb4", "MatMulNBits" -> input == 1 ? packedMatrix(node) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Output> packedMatrix(InferredNode node) {
        long columns = node.node().attributes().whole("N", 0);
        long rows = node.node().attributes().whole("K", 0);
        return columns > 0 && rows > 0 ? packed(node, Shape.of(columns, rows)) : Optional.empty();
    }

    /** Along its last axis elements lie beside each other in a byte. */
    private static Optional<Output> packedTable(InferredNode node) {
        long bits = node.node().attributes().whole("bits", 4);
        if (bits < 1
                || !(node.inputs().get(0).orElseThrow() instanceof Fact.Tensor tensor)
                || tensor.type() != DType.UINT8
                || tensor.shape().rank() == 0
                || tensor.shape().unknown().isPresent()) {
            return Optional.empty();
        }
        Shape bytes = tensor.shape();
        int last = bytes.rank() - 1;
        return packed(node, bytes.with(last, Math.multiplyExact(bytes.extent(last), Math.floorDiv(Byte.SIZE, bits))));
    }

    private static Optional<Output> packed(InferredNode node, Shape shape) {
        Map<Long, DType> types = Map.of(2L, DType.UINT2, 4L, DType.UINT4, 8L, DType.UINT8);
        return Optional.ofNullable(types.get(node.node().attributes().whole("bits", 4)))
                .map(type -> new Output("", shape, type));
    }

    /** The number of the value that a weight is. */
    int value(int weight) {
        return values.get(weight);
    }

    /** The numbers of weights by what the file calls them. */
    Map<String, Integer> names() {
        return byFile;
    }
}
