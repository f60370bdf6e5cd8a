package io.archmeter.spec.write;

import io.archmeter.facts.NetworkFacts;
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
import io.archmeter.op.Category;
import io.archmeter.op.Custom;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
import io.archmeter.op.OnnxOperator;
import io.archmeter.op.Refusal;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From nodes to layers of a spec, one after the other. */
final class LayerWords {
    /** Who was said to have some weights, and which they are. */
    private record Owner(String path, List<WeightDeclaration> declared) {}

    private final Graph graph;
    private final StoredTypes types;
    private final UsedValues used;
    private final ValidNames valid;
    private final TensorNames tensors;
    private final ShortArguments arguments = new ShortArguments();
    private final List<SaidLayer> layers = new ArrayList<>();
    private final Map<List<Integer>, Owner> owners = new HashMap<>();
    private final StoredTensors stored;
    private final DeclaredWords declared;

    LayerWords(Graph graph, StoredTypes types, UsedValues used, ValidNames valid, TensorNames tensors) {
        this.graph = graph;
        this.types = types;
        this.used = used;
        this.valid = valid;
        this.tensors = tensors;
        this.stored = new StoredTensors(graph, types, valid, tensors, layers::add);
        this.declared = new DeclaredWords(NetworkFacts.of(graph, graph.type()), types, stored);
    }

    List<SaidLayer> layers() {
        return layers;
    }

    void add(Node node) {
        String path = valid.of(node.name());
        name(node, path);
        Optional<SaidLayer> catalogued = node.op() instanceof OnnxOperator ? Optional.empty() : catalogued(node, path);
        SaidLayer layer = catalogued.orElseGet(() -> declared.say(node, path));
        layers.add(used.any(node) || node.auxiliary() ? layer : layer.unused());
    }

    private void name(Node node, String path) {
        for (Value value : graph.valuesOf(node)) {
            String own = value.name().equals(node.name()) ? "" : "." + DeclaredWords.outputName(value, node);
            valid.reserve(path + own);
            tensors.add(node.outputs().get(value.slot()), path + own);
        }
    }

    /** In the words of its operator; empty where these say something else. */
    private Optional<SaidLayer> catalogued(Node node, String path) {
        if (node.weights().stream().anyMatch(use -> use.operand() instanceof Operand.OfValue)) {
            return Optional.empty();
        }
        for (List<StoredTensors.Form> forms : stored.forms(node)) {
            try {
                return Optional.of(said(node, path, forms));
            } catch (CannotSay otherwise) {
                // The next form, or the words of a layer that is declared.
                continue;
            }
        }
        return Optional.empty();
    }

    /** @param forms of the constants that it works on */
    private SaidLayer said(Node node, String path, List<StoredTensors.Form> forms) {
        this.stored.require(forms);
        if (node.inputs().size() < 2
                && Catalogue.find(node.op().kind())
                        .filter(operator -> operator.category() == Category.JOIN)
                        .isPresent()) {
            throw new CannotSay(node.op().kind() + " joins several tensors");
        }
        List<Shape> shapes = new ArrayList<>();
        List<DType> elements = new ArrayList<>();
        int constant = 0;
        for (Operand operand : node.inputs()) {
            if (operand instanceof Operand.OfWeight weight) {
                shapes.add(forms.get(constant++).output());
                elements.add(graph.weights().get(weight.number()).type());
            } else {
                shapes.add(graph.values().get(operand.number()).shape());
                elements.add(graph.values().get(operand.number()).type());
            }
        }
        Inputs inputs = types.inputs(shapes, elements);
        Map<String, Written> keys = node.op() instanceof Custom custom
                ? CustomWords.of(custom)
                : arguments
                        .of(node.op(), inputs)
                        .map(LayerWords::written)
                        .orElseThrow(() -> new CannotSay(node.op().kind() + " cannot take these tensors"));
        List<WeightDeclaration> declared = check(node, inputs);
        List<Integer> numbers =
                node.weights().stream().map(use -> use.operand().number()).toList();
        Owner owner = owners.get(numbers);
        if (owner != null && !declared.isEmpty() && described(owner.declared()).equals(described(declared))) {
            List<Integer> takes = this.stored.takes(node, forms);
            return layer(node, path, keys, takes, Optional.of(owner.path()), Map.of());
        }
        OwnWeights own = own(node, declared);
        own.stored().ifPresent(stored -> keys.put("stored", stored));
        List<Integer> takes = this.stored.takes(node, forms);
        own.take(path);
        if (own.stored().isEmpty() && own.shared().isEmpty()) {
            owners.put(numbers, new Owner(path, declared));
        }
        return layer(node, path, keys, takes, Optional.empty(), own.shared());
    }

    private static Map<String, Written> written(Map<String, PlainValue> values) {
        Map<String, Written> written = new LinkedHashMap<>();
        values.forEach((name, value) -> written.put(name, new Written.Value(value)));
        return written;
    }

    private static SaidLayer layer(
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
        if (node.functional()) {
            others.put("functional", new Written.Value(new PlainValue.Flag(true)));
        }
        return new SaidLayer(
                path,
                node.op().kind(),
                usual.map(keys::get),
                others,
                takes,
                node.output(),
                weightsOf,
                shared,
                node.auxiliary());
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
        throw new CannotSay(node.op().kind() + " would put out something else");
    }

    /** Its weights as the operator has them, where a spec would have the same, and otherwise as they are stored. */
    private OwnWeights own(Node node, List<WeightDeclaration> declared) {
        Map<String, WeightDeclaration> asked = new LinkedHashMap<>();
        declared.forEach(weight -> asked.put(weight.name(), weight));
        OwnWeights own = new OwnWeights(graph, types, stored, asked.keySet());
        List<WeightUse> uses = node.weights().stream()
                .filter(use -> stored.isThere(use.operand().number()))
                .toList();
        boolean plain = areAsAsked(uses, declared);
        Set<String> served = new HashSet<>();
        for (int i = 0; i < uses.size(); i++) {
            WeightUse use = uses.get(i);
            int number = use.operand().number();
            Optional<String> weight =
                    asked.keySet().stream().filter(use::serves).findFirst();
            boolean said = true;
            if (plain) {
                said = own.addAsAsked(number, declared.get(i));
                served.add(declared.get(i).name());
            } else if (weight.isEmpty()) {
                own.addFurther(number, use.name());
            } else {
                said = use.role().equals(weight.get())
                        ? own.addWeight(number, weight.get())
                        : own.addPart(number, weight.get(), use.name());
                served.add(weight.get());
            }
            if (!said) {
                throw new CannotSay(node.op().kind() + " takes a tensor for two of its weights");
            }
        }
        if (!served.equals(asked.keySet())) {
            throw new CannotSay(node.op().kind() + " would have other weights");
        }
        return own;
    }

    private boolean areAsAsked(List<WeightUse> uses, List<WeightDeclaration> declared) {
        boolean fit = declared.size() == uses.size();
        for (int i = 0; fit && i < uses.size(); i++) {
            int number = uses.get(i).operand().number();
            Weight weight = graph.weights().get(number);
            WeightDeclaration wanted = declared.get(i);
            fit = weight.kind() == wanted.kind()
                    && types.of(weight.type()) == wanted.type()
                    && weight.shape().withoutOrigins().hasAsManyElements(wanted.shape())
                    && (!stored.isTaken(number) || stored.shared(number, wanted).isPresent());
        }
        return fit;
    }

    private static List<String> described(List<WeightDeclaration> declared) {
        return declared.stream().map(Record::toString).toList();
    }
}
