package io.archmeter.spec.write;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Weight;
import io.archmeter.op.StoredWeight;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tensors that a file stores for one layer, as a spec says them: each by its shape, its type and its kind, or as that of another layer. */
final class OwnWeights {
    /** A tensor that nobody has had before, as this layer declares it. */
    private record Taken(int number, WeightDeclaration declared) {}

    private final Graph graph;
    private final StoredTypes types;
    private final StoredTensors stored;
    private final Set<String> names;
    private final Set<Integer> numbers = new HashSet<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Map<String, Written> parameters = new LinkedHashMap<>();
    private final Map<String, Written> forms = new LinkedHashMap<>();
    private final Map<String, Map<String, Written>> parts = new LinkedHashMap<>();
    private final Map<String, SaidLayer.Shared> shared = new LinkedHashMap<>();

    /** @param reserved names that only weights of the operator can have */
    OwnWeights(Graph graph, StoredTypes types, StoredTensors stored, Set<String> reserved) {
        this.graph = graph;
        this.types = types;
        this.stored = stored;
        this.names = new HashSet<>(reserved);
    }

    /** One that is what the operator asks for, of which nothing is to be said but whose it is. */
    boolean addAsAsked(int number, WeightDeclaration asked) {
        if (!numbers.add(number)) {
            return false;
        }
        own(number, asked);
        return true;
    }

    /** One that is what the operator calls so, in another form. */
    boolean addWeight(int number, String name) {
        return add(number, name, forms);
    }

    /** One of those of which a weight of the operator is computed. */
    boolean addPart(int number, String weight, String name) {
        return add(number, free(name), parts.computeIfAbsent(weight, unseen -> new LinkedHashMap<>()));
    }

    /** One that serves no weight of the operator. */
    boolean addFurther(int number, String name) {
        return add(number, free(name), forms);
    }

    /** One of a layer whose weights are declared. */
    boolean addDeclared(int number) {
        WeightDeclaration declared = declaration(number, "");
        boolean plain = declared.kind() == Weight.Kind.PARAMETER
                && declared.type() == DType.FLOAT32
                && declared.shape().axes().stream()
                        .allMatch(extent -> extent instanceof Extent.Known known && known.value() > 0);
        String name = graph.weights().get(number).name();
        String known = name.isEmpty() ? graph.weights().get(number).fullName() : name;
        return add(number, free(known), plain ? parameters : forms);
    }

    /** @return whether it can be said: a tensor has one name in a layer */
    private boolean add(int number, String name, Map<String, Written> words) {
        if (!numbers.add(number)) {
            return false;
        }
        WeightDeclaration declared = declaration(number, name);
        words.put(name, words == parameters ? new Written.Value(CustomWords.shape(declared.shape())) : form(declared));
        own(number, declared);
        return true;
    }

    private void own(int number, WeightDeclaration declared) {
        Optional<SaidLayer.Shared> other = stored.owner(number);
        if (other.isPresent()) {
            shared.put(declared.name(), other.get());
        } else {
            taken.add(new Taken(number, declared));
        }
    }

    /** As its owner declares it, who may have it under another shape. */
    private WeightDeclaration declaration(int number, String name) {
        Weight weight = graph.weights().get(number);
        WeightDeclaration own =
                new WeightDeclaration(name, weight.kind(), weight.shape().withoutOrigins(), types.of(weight.type()));
        return stored.declared(number)
                .map(other -> new WeightDeclaration(name, other.kind(), other.shape(), other.type()))
                .orElse(own);
    }

    private String free(String name) {
        String letters = ValidNames.word(name);
        String wanted = letters.isEmpty() ? "tensor" : letters;
        String free = wanted;
        for (int other = 2; !names.add(free); other++) {
            free = wanted + "_" + other;
        }
        return free;
    }

    private static Written form(WeightDeclaration declared) {
        List<PlainValue> words = new ArrayList<>(((PlainValue.Items) CustomWords.shape(declared.shape())).items());
        if (declared.type() != DType.FLOAT32) {
            words.add(new PlainValue.Text(declared.type().toString()));
        }
        if (declared.kind() != Weight.Kind.PARAMETER) {
            words.add(new PlainValue.Text(StoredWeight.word(declared.kind())));
        }
        return new Written.Value(new PlainValue.Items(words));
    }

    /** From now on they are those of a layer. */
    void take(String path) {
        taken.forEach(weight -> stored.take(weight.number(), path, weight.declared()));
    }

    /** Those that are declared as parameters; 0 where there are none. */
    Written parameters() {
        return parameters.isEmpty() ? new Written.Value(PlainValue.Num.of(0)) : new Written.Entries(parameters, false);
    }

    /** The others; empty where there are none. */
    Optional<Written> stored() {
        Map<String, Written> all = new LinkedHashMap<>(forms);
        parts.forEach((weight, own) -> all.put(weight, new Written.Entries(own, false)));
        return all.isEmpty() ? Optional.empty() : Optional.of(new Written.Entries(all, false));
    }

    Map<String, SaidLayer.Shared> shared() {
        return shared;
    }
}
