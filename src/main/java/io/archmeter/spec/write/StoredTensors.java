package io.archmeter.spec.write;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Weights that layers work on as on any tensor: each is a {@code parameter} or a {@code buffer}, before the first layer that takes it. */
final class StoredTensors {
    /**
     * How one is written.
     *
     * @param weight its number
     * @param shape the extents after the batch
     * @param batchAxis whether the weight itself begins with an axis of one
     */
    record Form(int weight, List<Long> shape, boolean batchAxis) {
        Form {
            shape = List.copyOf(shape);
        }

        Shape output() {
            return new Shape(shape).batched(1);
        }
    }

    private final Graph graph;
    private final StoredTypes types;
    private final ValidNames valid;
    private final TensorNames tensors;
    private final Consumer<SaidLayer> layers;
    private final Map<Integer, Form> written = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final Map<Integer, Owned> owned = new HashMap<>();

    StoredTensors(Graph graph, StoredTypes types, ValidNames valid, TensorNames tensors, Consumer<SaidLayer> layers) {
        this.graph = graph;
        this.types = types;
        this.valid = valid;
        this.tensors = tensors;
        this.layers = layers;
    }

    /** Whether a layer has it already. */
    boolean isTaken(int weight) {
        return taken.contains(weight);
    }

    /** A weight that a layer has, as that declares it. */
    private record Owned(String layer, WeightDeclaration declared) {}

    /** From now on a layer has it. */
    void take(int weight, String layer, WeightDeclaration declared) {
        taken.add(weight);
        owned.put(weight, new Owned(layer, declared));
    }

    /** The layer that has it already, and its name there, where it is what another would have. */
    Optional<SaidLayer.Shared> shared(int weight, WeightDeclaration wanted) {
        Owned found = owned.get(weight);
        boolean alike = found != null
                && found.declared().kind() == wanted.kind()
                && found.declared().type() == wanted.type()
                && found.declared().shape().equals(wanted.shape());
        return alike
                ? Optional.of(
                        new SaidLayer.Shared(found.layer(), found.declared().name()))
                : Optional.empty();
    }

    /** The ways in which the constants can be written that a node works on: stretched to its output, or as they are. */
    List<List<Form>> forms(Node node) {
        List<Integer> constants = new ArrayList<>();
        for (Operand operand : node.inputs()) {
            if (operand instanceof Operand.OfWeight weight) {
                constants.add(weight.number());
            }
        }
        if (constants.isEmpty()) {
            return List.of(List.of());
        }
        int rank = graph.values().get(node.output()).shape().rank();
        List<List<Form>> ways = new ArrayList<>();
        List<Form> stretched = constants.stream()
                .flatMap(weight -> stretched(weight, rank).stream())
                .toList();
        if (stretched.size() == constants.size()) {
            ways.add(stretched);
        }
        ways.add(constants.stream().map(this::asItIs).toList());
        return ways;
    }

    /** With as many axes as an output. */
    private Optional<Form> stretched(int weight, int rank) {
        List<Long> extents = graph.weights().get(weight).shape().extents();
        if (extents.size() == rank && rank > 1) {
            return extents.get(0) == 1
                    ? Optional.of(new Form(weight, extents.subList(1, rank), true))
                    : Optional.empty();
        }
        if (extents.size() > rank - 1 || rank < 2) {
            return Optional.empty();
        }
        List<Long> shape = new ArrayList<>(Collections.nCopies(rank - 1 - extents.size(), 1L));
        shape.addAll(extents);
        return Optional.of(new Form(weight, shape, false));
    }

    Form asItIs(int weight) {
        List<Long> extents = graph.weights().get(weight).shape().extents();
        return new Form(weight, extents.isEmpty() ? List.of(1L) : extents, false);
    }

    /** The numbers of the tensors that a node takes, the constants among them. */
    List<Integer> takes(Node node, List<Form> forms) {
        List<Integer> takes = new ArrayList<>();
        int constant = 0;
        for (Operand operand : node.inputs()) {
            takes.add(operand instanceof Operand.OfWeight ? number(forms.get(constant++)) : operand.number());
        }
        return takes;
    }

    /** The number of the tensor that a constant is, written before. */
    int number(Form form) {
        int number = graph.values().size() + form.weight();
        Form before = written.get(form.weight());
        if (before == null) {
            if (isTaken(form.weight())) {
                throw new CannotSay("it works on a weight of another layer", "leave it to the ONNX file");
            }
            write(form, number);
            written.put(form.weight(), form);
            taken.add(form.weight());
        } else if (!before.equals(form)) {
            throw new CannotSay(
                    "it works on a constant that another layer takes under another shape", "leave it to the ONNX file");
        }
        return number;
    }

    private void write(Form form, int number) {
        Weight weight = graph.weights().get(form.weight());
        DType type = types.of(weight.type());
        boolean learnt = weight.kind() == Weight.Kind.PARAMETER;
        boolean possible = form.shape().stream().allMatch(extent -> extent > 0) && DType.IN_SPECS.contains(type);
        if (!possible || learnt && type != DType.FLOAT32) {
            throw new CannotSay(
                    "it works on a constant of " + weight.type() + " " + weight.shape() + ", which a spec cannot have",
                    "leave it to the ONNX file");
        }
        String path = valid.of(weight.fullName());
        tensors.add(number, path);
        Map<String, Written> arguments = new LinkedHashMap<>();
        if (form.batchAxis()) {
            arguments.put("batch_axis", new Written.Value(new PlainValue.Flag(true)));
        }
        if (!learnt && type != DType.FLOAT32) {
            arguments.put("dtype", Written.text(type.toString()));
        }
        if (weight.kind() == Weight.Kind.CONSTANT) {
            arguments.put("persistent", new Written.Value(new PlainValue.Flag(false)));
        }
        layers.accept(new SaidLayer(
                path,
                learnt ? "parameter" : "buffer",
                Optional.of(new Written.Value(shape(form.shape()))),
                arguments,
                List.of(),
                number,
                Optional.empty(),
                Map.of(),
                false));
    }

    private static PlainValue shape(List<Long> extents) {
        return extents.size() == 1
                ? PlainValue.Num.of(extents.get(0))
                : new PlainValue.Items(extents.stream()
                        .map(extent -> (PlainValue) PlainValue.Num.of(extent))
                        .toList());
    }
}
