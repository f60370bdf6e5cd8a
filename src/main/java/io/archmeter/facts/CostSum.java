package io.archmeter.facts;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sum of costs that grows, for whoever adds up many: one that does not change is made of it at the end. */
final class CostSum {
    private final OperationCounts.Sum others = new OperationCounts.Sum();
    private long parameters;
    private long buffers;
    private long counters;
    private long multiplyAdds;
    private long effectiveMultiplyAdds;
    private long weightBytes;
    private long outputBytes;
    private Map<CostPart, List<String>> unknown = Map.of();
    private Map<String, Amount> counted = Map.of();

    /** Throws {@link ArithmeticException} where a {@code long} does not hold the sum, which is of no use then. */
    void add(Cost more) {
        parameters = Math.addExact(parameters, more.parameters());
        buffers = Math.addExact(buffers, more.buffers());
        counters = Math.addExact(counters, more.counters());
        multiplyAdds = Math.addExact(multiplyAdds, more.multiplyAdds());
        effectiveMultiplyAdds = Math.addExact(effectiveMultiplyAdds, more.effectiveMultiplyAdds());
        weightBytes = Math.addExact(weightBytes, more.weightBytes());
        outputBytes = Math.addExact(outputBytes, more.outputBytes());
        others.add(more.others());
        if (!more.unknown().isEmpty()) {
            addUnknown(more.unknown());
        }
        if (!more.counted().isEmpty()) {
            addCounted(more.counted());
        }
    }

    private void addUnknown(Map<CostPart, List<String>> more) {
        if (unknown.isEmpty()) {
            unknown = new EnumMap<>(CostPart.class);
        }
        more.forEach((part, origins) -> unknown.merge(part, origins, Amount::together));
    }

    private void addCounted(Map<String, Amount> more) {
        if (counted.isEmpty()) {
            counted = new LinkedHashMap<>();
        }
        more.forEach((convention, amount) -> counted.merge(convention, amount, Amount::plus));
    }

    Cost cost() {
        return new Cost(
                parameters,
                buffers,
                counters,
                multiplyAdds,
                effectiveMultiplyAdds,
                weightBytes,
                outputBytes,
                others.counts(),
                unknown,
                counted);
    }
}
