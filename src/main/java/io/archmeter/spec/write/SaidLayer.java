package io.archmeter.spec.write;

import io.archmeter.value.PlainValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A layer in the words of a spec, before it has a place among others.
 *
 * @param path its full name
 * @param kind an operator
 * @param usual the argument that stands as the operator's value
 * @param arguments the others
 * @param takes the numbers of the tensors that it takes
 * @param gives the number of its first output
 * @param weightsOf the path of the layer whose weights it takes
 * @param shared by the names of its weights, those of others that it takes for them
 * @param auxiliary whether it serves an output beside the main one
 */
record SaidLayer(
        String path,
        String kind,
        Optional<Written> usual,
        Map<String, Written> arguments,
        List<Integer> takes,
        int gives,
        Optional<String> weightsOf,
        Map<String, Shared> shared,
        boolean auxiliary) {
    /** A weight of another layer: the path of that, and its name there. */
    record Shared(String layer, String weight) {
        /**
         * How it is named.
         *
         * @param name that of the layer; one that is a tensor itself needs no other
         */
        String in(String name) {
            return weight.isEmpty() ? name : name + "." + weight;
        }
    }

    /** Whether nothing follows for it, so that it is said where it takes nothing. */
    boolean isDeclared() {
        return kind.equals(CustomWords.KIND);
    }

    /** The same, of which is said that nobody takes its output. */
    SaidLayer unused() {
        Map<String, Written> further = new LinkedHashMap<>(arguments);
        further.put("unused", new Written.Value(new PlainValue.Flag(true)));
        return new SaidLayer(path, kind, usual, further, takes, gives, weightsOf, shared, auxiliary);
    }

    /** The layer in a list or under its name, without either. */
    Written written(Optional<Written> from, Optional<Written> weights) {
        if (usual.isEmpty() && arguments.isEmpty() && from.isEmpty() && weights.isEmpty()) {
            return Written.text(kind);
        }
        Map<String, Written> keys = new LinkedHashMap<>();
        keys.put(kind, usual.orElse(new Written.Value(new PlainValue.Nothing())));
        keys.putAll(arguments);
        from.ifPresent(names -> keys.put("from", names));
        weights.ifPresent(name -> keys.put("weights", name));
        return new Written.Entries(keys, false);
    }
}
