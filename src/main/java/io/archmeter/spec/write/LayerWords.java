package io.archmeter.spec.write;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.graph.WeightUse;
import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Custom;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
import io.archmeter.op.OnnxOperator;
import io.archmeter.op.Refusal;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** From nodes to layers of a spec, one after the other. */
final class LayerWords {
    private static final String LEAVE = "leave it to the ONNX file";

    /** Who was said to have some weights, and which they are. */
    private record Owner(String path, List<WeightDeclaration> declared) {}

    private final Graph graph;
    private final StoredTypes types;
    private final ValidNames valid;
    private final TensorNames tensors;
    private final ShortArguments arguments = new ShortArguments();
    private final List<SaidLayer> layers = new ArrayList<>();
    private final Map<List<Integer>, Owner> owners = new HashMap<>();
    private final StoredTensors stored;

    private final Set<Integer> settings = new TreeSet<>();
    private final Set<Integer> single = new TreeSet<>();

    LayerWords(Graph graph, StoredTypes types, ValidNames valid, TensorNames tensors) {
        this.graph = graph;
        this.types = types;
        this.valid = valid;
        this.tensors = tensors;
        this.stored = new StoredTensors(graph, types, valid, tensors, layers::add);
    }

    List<SaidLayer> layers() {
        return layers;
    }

    /** @throws CannotSay where a spec has no words for it */
    void add(Node node) {
        String path = valid.of(node.name());
        name(node, path);
        if (node.op() instanceof OnnxOperator op) {
            layers.add(new DeclaredWords(graph, types, stored).say(node, op, path));
        } else {
            catalogued(node, path);
        }
    }

    private void name(Node node, String path) {
        for (Value value : graph.valuesOf(node)) {
            String own = value.name().equals(node.name()) ? "" : "." + DeclaredWords.outputName(value, node);
            valid.reserve(path + own);
            tensors.add(node.outputs().get(value.slot()), path + own);
        }
    }

    private void catalogued(Node node, String path) {
        if (node.weights().stream().anyMatch(use -> use.operand() instanceof Operand.OfValue)) {
            throw new CannotSay(node.op().kind() + " has weights that are computed, and here it has its own", LEAVE);
        }
        Optional<CannotSay> first = Optional.empty();
        for (List<StoredTensors.Form> forms : stored.forms(node)) {
            try {
                said(node, path, forms);
                return;
            } catch (CannotSay reason) {
                first = first.or(() -> Optional.of(reason));
            }
        }
        throw first.orElseGet(() -> new CannotSay("it takes a constant that begins with a batch of its own", LEAVE));
    }

    /** @param forms of the constants that it works on */
    private void said(Node node, String path, List<StoredTensors.Form> forms) {
        List<Shape> shapes = new ArrayList<>();
        List<DType> stored = new ArrayList<>();
        int constant = 0;
        for (Operand operand : node.inputs()) {
            if (operand instanceof Operand.OfWeight weight) {
                shapes.add(forms.get(constant++).output());
                stored.add(graph.weights().get(weight.number()).type());
            } else {
                shapes.add(graph.values().get(operand.number()).shape());
                stored.add(graph.values().get(operand.number()).type());
            }
        }
        Inputs inputs = types.inputs(shapes, stored);
        Map<String, Written> keys = node.op() instanceof Custom custom
                ? CustomWords.of(custom)
                : arguments
                        .of(node.op(), inputs)
                        .map(LayerWords::written)
                        .orElseThrow(
                                () -> new CannotSay(node.op().kind() + " cannot take these tensors in a spec", LEAVE));
        List<WeightDeclaration> declared = check(node, inputs);
        Map<String, SaidLayer.Shared> shared = new LinkedHashMap<>();
        Optional<String> weightsOf = weightsOf(node, path, declared, shared);
        List<Integer> takes = this.stored.takes(node, forms);
        add(node, path, keys, takes, weightsOf, shared);
    }

    private static Map<String, Written> written(Map<String, PlainValue> values) {
        Map<String, Written> written = new LinkedHashMap<>();
        values.forEach((name, value) -> written.put(name, new Written.Value(value)));
        return written;
    }

    private void add(
            Node node,
            String path,
            Map<String, Written> keys,
            List<Integer> takes,
            Optional<String> weightsOf,
            Map<String, SaidLayer.Shared> shared) {
        Optional<String> usual = Catalogue.find(node.op().kind()).orElseThrow().arguments().stream()
                .filter(Argument::usual)
                .map(Argument::name)
                .findFirst();
        Map<String, Written> others = new LinkedHashMap<>(keys);
        usual.ifPresent(others::remove);
        layers.add(new SaidLayer(
                path,
                node.op().kind(),
                usual.map(keys::get),
                others,
                takes,
                node.output(),
                weightsOf,
                shared,
                node.auxiliary()));
    }

    /** The weights that a layer of a spec would have, which puts out the same. */
    private List<WeightDeclaration> check(Node node, Inputs inputs) {
        try {
            Inferred inferred = Catalogue.infer(node.op(), inputs);
            List<Value> made = graph.valuesOf(node);
            boolean same = made.size() == inferred.outputs().size();
            for (int slot = 0; same && slot < made.size(); slot++) {
                Output output = inferred.outputs().get(slot);
                same = output.shape()
                                .withoutOrigins()
                                .equals(made.get(slot).shape().withoutOrigins())
                        && output.type() == types.of(made.get(slot).type());
            }
            if (same) {
                return inferred.weights();
            }
        } catch (Refusal | UnknownException | ArithmeticException | IllegalArgumentException doesNotFit) {
            // It is said below.
        }
        throw new CannotSay(node.op().kind() + " would put out something else in a spec", LEAVE);
    }

    /**
     * The layer whose weights this one takes; empty where it has its own.
     *
     * @param shared learns which of its own are those of others
     */
    private Optional<String> weightsOf(
            Node node, String path, List<WeightDeclaration> declared, Map<String, SaidLayer.Shared> shared) {
        List<Integer> numbers =
                node.weights().stream().map(use -> use.operand().number()).toList();
        if (declared.isEmpty() && numbers.isEmpty()) {
            return Optional.empty();
        }
        Owner owner = owners.get(numbers);
        if (owner != null && !declared.isEmpty() && described(owner.declared()).equals(described(declared))) {
            return Optional.of(owner.path());
        }
        shared.putAll(own(node, path, declared));
        if (shared.isEmpty()) {
            owners.put(numbers, new Owner(path, declared));
        }
        return Optional.empty();
    }

    /** Takes what nobody has yet for the layer's own, and returns what others have. */
    private Map<String, SaidLayer.Shared> own(Node node, String path, List<WeightDeclaration> declared) {
        List<Weight> weights = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (WeightUse use : node.weights()) {
            Weight weight = graph.weights().get(use.operand().number());
            if (use.isAttribute()) {
                settings.add(use.operand().number());
            } else if (weight.shape().unknown().isPresent() || weight.shape().elements() > 0) {
                weights.add(weight);
                numbers.add(use.operand().number());
            }
        }
        if (!fit(weights, declared)) {
            throw new CannotSay(
                    node.op().kind() + " would have other weights in a spec: " + listed(declared) + ", and not "
                            + weights.stream().map(LayerWords::described).toList(),
                    LEAVE);
        }
        Map<String, SaidLayer.Shared> shared = new LinkedHashMap<>();
        for (int i = 0; i < declared.size(); i++) {
            WeightDeclaration wanted = declared.get(i);
            int number = numbers.get(i);
            if (isSingleNumber(weights.get(i), wanted)) {
                single.add(number);
            }
            if (stored.isTaken(number)) {
                shared.put(
                        wanted.name(),
                        stored.shared(number, wanted)
                                .orElseThrow(() -> new CannotSay(
                                        "its " + wanted.name() + " is a weight of another layer, with another shape",
                                        LEAVE)));
            }
        }
        for (int i = 0; i < declared.size(); i++) {
            if (!shared.containsKey(declared.get(i).name())) {
                stored.take(numbers.get(i), path, declared.get(i));
            }
        }
        return shared;
    }

    private boolean fit(List<Weight> weights, List<WeightDeclaration> declared) {
        boolean fit = declared.size() == weights.size();
        for (int i = 0; fit && i < weights.size(); i++) {
            Weight weight = weights.get(i);
            WeightDeclaration wanted = declared.get(i);
            fit = (weight.kind() == wanted.kind() || isSingleNumber(weight, wanted))
                    && types.of(weight.type()) == wanted.type()
                    && weight.shape().withoutOrigins().hasAsManyElements(wanted.shape());
        }
        return fit;
    }

    /** A file does not tell a parameter of one element from a setting; a layer that has one does. */
    private static boolean isSingleNumber(Weight stored, WeightDeclaration wanted) {
        return stored.kind() == Weight.Kind.CONSTANT
                && wanted.kind() == Weight.Kind.PARAMETER
                && wanted.shape().elements() == 1;
    }

    /** Where a spec counts other parameters than the file, for people. */
    List<String> otherParameters() {
        List<String> others = new ArrayList<>();
        long elements = 0;
        for (int setting : settings) {
            if (!stored.isTaken(setting) && graph.weights().get(setting).kind() == Weight.Kind.PARAMETER) {
                elements += graph.weights().get(setting).shape().elements();
            }
        }
        if (elements > 0) {
            others.add("parameters: " + elements
                    + " fewer than in the file, which stores settings of layers, as scales are");
        }
        if (!single.isEmpty()) {
            others.add("parameters: " + single.size()
                    + " more than in the file, where a tensor of one element is not told from a setting");
        }
        return others;
    }

    private static List<String> described(List<WeightDeclaration> declared) {
        return declared.stream().map(Record::toString).toList();
    }

    private static String listed(List<WeightDeclaration> declared) {
        return declared.stream()
                .map(weight -> weight.name() + " " + weight.shape())
                .toList()
                .toString();
    }

    private static String described(Weight weight) {
        return weight.fullName() + " " + weight.shape() + " " + weight.type() + " " + weight.kind();
    }
}
