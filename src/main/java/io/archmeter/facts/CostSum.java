package io.archmeter.facts;

import io.archmeter.op.ElementaryOperation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Costs that are added up, one after the other. */
final class CostSum {
    private final Map<ElementaryOperation, Long> others = new EnumMap<>(ElementaryOperation.class);
    private final Map<CostPart, List<String>> unknown = new EnumMap<>(CostPart.class);
    private long parameters;
    private long buffers;
    private long counters;
    private long multiplyAdds;
    private long effectiveMultiplyAdds;
    private long weightBytes;
    private long outputBytes;

    /**
     * Adds one more.
     *
     * @throws ArithmeticException where a {@code long} does not hold the sum
     */
    CostSum add(Cost more) {
        parameters = Math.addExact(parameters, more.parameters());
        buffers = Math.addExact(buffers, more.buffers());
        counters = Math.addExact(counters, more.counters());
        multiplyAdds = Math.addExact(multiplyAdds, more.multiplyAdds());
        effectiveMultiplyAdds = Math.addExact(effectiveMultiplyAdds, more.effectiveMultiplyAdds());
        weightBytes = Math.addExact(weightBytes, more.weightBytes());
        outputBytes = Math.addExact(outputBytes, more.outputBytes());
        for (Map.Entry<ElementaryOperation, Long> other : more.others().entrySet()) {
            others.merge(other.getKey(), other.getValue(), Math::addExact);
        }
        more.unknown().forEach((part, origins) -> unknown.merge(part, origins, Amount::together));
        return this;
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
                others,
                unknown);
    }
}
