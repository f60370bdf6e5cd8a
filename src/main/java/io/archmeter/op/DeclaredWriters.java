package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Output;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From what is declared of a layer to the values that say it in a spec, and of weights to a text like theirs. */
final class DeclaredWriters {
    private static final PlainValue UNKNOWN = new PlainValue.Text(DeclaredReaders.UNKNOWN);

    private DeclaredWriters() {}

    static PlainValue amount(OptionalLong amount) {
        return amount.isPresent() ? Writers.number(amount.getAsLong()) : UNKNOWN;
    }

    static PlainValue extents(List<Extent> extents) {
        return new PlainValue.Items(extents.stream()
                .map(extent -> extent instanceof Extent.Known known ? Writers.number(known.value()) : UNKNOWN)
                .toList());
    }

    /** A count where that alone was declared, or else {@code weight 64x3x7x7, bias 64}. */
    static PlainValue weights(String name, Optional<List<WeightDeclaration>> weights) {
        return weights.isPresent() ? declared(name, weights.get()) : UNKNOWN;
    }

    private static PlainValue declared(String name, List<WeightDeclaration> weights) {
        if (weights.isEmpty()) {
            return Writers.number(0);
        }
        WeightDeclaration first = weights.get(0);
        if (weights.size() == 1 && first.name().equals(name) && first.shape().rank() == 1) {
            return Writers.number(first.shape().extent(0));
        }
        return new PlainValue.Text(weights.stream()
                .map(weight -> (weight.name() + " " + weight.shape()).strip())
                .collect(Collectors.joining(", ")));
    }

    /** {@code indices 8 int64}. */
    static PlainValue outputs(List<Output> outputs) {
        return new PlainValue.Text(outputs.stream()
                .map(output -> (output.name() + " " + output.shape()).strip()
                        + (output.type() == DType.FLOAT32 ? "" : " " + output.type()))
                .collect(Collectors.joining(", ")));
    }

    /** {@code add 100, compare 20}. */
    static PlainValue operations(Optional<Map<ElementaryOperation, OptionalLong>> operations) {
        return operations.isEmpty()
                ? UNKNOWN
                : new PlainValue.Text(new TreeMap<>(operations.get())
                        .entrySet().stream()
                                .map(kind -> kind.getKey() + " "
                                        + (kind.getValue().isPresent()
                                                ? kind.getValue().getAsLong()
                                                : DeclaredReaders.UNKNOWN))
                                .collect(Collectors.joining(", ")));
    }

    static PlainValue saved(Optional<Custom.Saved> saved) {
        return saved.isPresent() ? declared(saved.get()) : UNKNOWN;
    }

    private static PlainValue declared(Custom.Saved saved) {
        List<PlainValue> all = new ArrayList<>();
        if (saved.inputs()) {
            all.add(new PlainValue.Text(Custom.Saved.INPUTS));
        }
        if (saved.output()) {
            all.add(new PlainValue.Text(Custom.Saved.OUTPUT));
        }
        if (saved.elements() > 0 || all.isEmpty()) {
            all.add(Writers.number(saved.elements()));
        }
        return all.size() == 1 ? all.get(0) : new PlainValue.Items(all);
    }
}
