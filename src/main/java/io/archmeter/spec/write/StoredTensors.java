package io.archmeter.spec.write;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.op.OwnTensor;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Weights that layers work on as on any tensor: each is a {@code parameter} or a {@code buffer}, before the first layer that takes it. */
final class StoredTensors {
    /**
     * How one is written.
     *
     * @param weight its number
     * @param shape the extents after the batch
     * @param batchAxis whether the weight itself begins with an axis of one
     * @param batch whether what it puts out does
     */
    record Form(int weight, List<Long> shape, boolean batchAxis, boolean batch) {
        Form {
            shape = List.copyOf(shape);
        }

        Shape output() {
            return batch ? new Shape(shape).batched(1) : new Shape(shape);
        }
    }

    private final Graph graph;
    private final StoredTypes types;
    private final ValidNames valid;
    private final TensorNames tensors;
    private final Consumer<SaidLayer> layers;
    private final Map<Integer, Form> written = new HashMap<>();
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
        return owned.containsKey(weight);
    }

    /** A weight that a layer has, as that declares it. */
    private record Owned(String layer, WeightDeclaration declared) {}

    /** From now on a layer has it. */
    void take(int weight, String layer, WeightDeclaration declared) {
        owned.put(weight, new Owned(layer, declared));
    }

    /** The layer that has it already, and its name there. */
    Optional<SaidLayer.Shared> owner(int weight) {
        return Optional.ofNullable(owned.get(weight))
                .map(found ->
                        new SaidLayer.Shared(found.layer(), found.declared().name()));
    }

    /** As what the layer that has it already declares it. */
    Optional<WeightDeclaration> declared(int weight) {
        return Optional.ofNullable(owned.get(weight)).map(Owned::declared);
    }

    /** The layer that has it already, where it is what another would have. */
    Optional<SaidLayer.Shared> shared(int weight, WeightDeclaration wanted) {
        return declared(weight)
                .filter(found -> found.kind() == wanted.kind()
                        && found.type() == wanted.type()
                        && found.shape().equals(wanted.shape()))
                .flatMap(alike -> owner(weight));
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
        for (boolean batch : List.of(true, false)) {
            List<Form> asTheyAre =
                    constants.stream().map(weight -> asItIs(weight, batch)).toList();
            ways.add(asTheyAre);
        }
        return ways;
    }

    /** With as many axes as an output. */
    private Optional<Form> stretched(int weight, int rank) {
        List<Long> extents = graph.weights().get(weight).shape().extents();
        if (extents.size() == rank && rank > 1) {
            return extents.get(0) == 1
                    ? Optional.of(new Form(weight, extents.subList(1, rank), true, true))
                    : Optional.empty();
        }
        if (extents.size() > rank - 1 || rank < 2) {
            return Optional.empty();
        }
        List<Long> shape = new ArrayList<>(Collections.nCopies(rank - 1 - extents.size(), 1L));
        shape.addAll(extents);
        return Optional.of(new Form(weight, shape, false, true));
    }

    private Form asItIs(int weight, boolean batch) {
        List<Long> extents = graph.weights().get(weight).shape().extents();
        return new Form(weight, extents.isEmpty() ? List.of(1L) : extents, false, batch);
    }

    /** Whether a weight has elements, or nobody knows that it has none. */
    boolean isThere(int weight) {
        Shape shape = graph.weights().get(weight).shape();
        return shape.unknown().isPresent() || shape.elements() > 0;
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

    /** @throws CannotSay where one of them cannot be a tensor of a spec */
    void require(List<Form> forms) {
        for (Form form : forms) {
            Weight weight = graph.weights().get(form.weight());
            boolean typed = weight.kind() != Weight.Kind.PARAMETER || types.of(weight.type()) == DType.FLOAT32;
            Form before = written.get(form.weight());
            boolean free = before == null ? !isTaken(form.weight()) : before.equals(form);
            if (!free || !typed || form.shape().stream().anyMatch(extent -> extent < 1)) {
                throw new CannotSay("a spec has no such constant: " + weight.fullName());
            }
        }
    }

    /** The number of the tensor that a constant is, written before. */
    private int number(Form form) {
        int number = graph.values().size() + form.weight();
        if (written.putIfAbsent(form.weight(), form) == null) {
            write(form, number);
        }
        return number;
    }

    private void write(Form form, int number) {
        Weight weight = graph.weights().get(form.weight());
        DType type = types.of(weight.type());
        boolean learnt = weight.kind() == Weight.Kind.PARAMETER;
        String path = valid.of(weight.fullName());
        tensors.add(number, path);
        Shape own = form.batchAxis() ? form.output() : new Shape(form.shape());
        take(form.weight(), path, new WeightDeclaration(OwnTensor.NAME, weight.kind(), own, type));
        Map<String, Written> arguments = new LinkedHashMap<>();
        if (form.batchAxis()) {
            arguments.put("batch_axis", new Written.Value(new PlainValue.Flag(true)));
        }
        if (!form.batch()) {
            arguments.put("batch", new Written.Value(new PlainValue.Flag(false)));
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
