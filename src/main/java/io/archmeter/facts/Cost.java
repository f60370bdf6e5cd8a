package io.archmeter.facts;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a layer, or several together, cost. All counts are exact; sums throw {@link ArithmeticException} where they do not
 * fit a {@code long}.
 *
 * @param parameters elements of tensors that training changes
 * @param buffers elements of tensors that are kept beside them (running statistics, counters of batches)
 * @param counters those of the buffers that only count batches
 * @param multiplyAdds one multiply and one add of a sum of products, taps on padding included
 * @param effectiveMultiplyAdds those whose tap falls on the input
 * @param weightBytes bytes of parameters and buffers, as they are stored
 * @param outputBytes bytes of the output tensors
 * @param others elementary operations outside sums of products, by kind
 * @param unknown where the rest of a count comes from that is not known in full; the count is then what is known of it
 * @param counted what conventions count of it, by their names
 * @since 0.1.0
 */
public record Cost(
        long parameters,
        long buffers,
        long counters,
        long multiplyAdds,
        long effectiveMultiplyAdds,
        long weightBytes,
        long outputBytes,
        OperationCounts others,
        Map<CostPart, List<String>> unknown,
        Map<String, Amount> counted) {

    /** The cost of no layers. */
    public static final Cost ZERO = new CostSum().cost();

    public Cost {
        unknown = unknown.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(unknown));
        counted = counted.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(counted));
    }

    /** The same with what conventions count of it, by their names. */
    public Cost counted(Map<String, Amount> byConvention) {
        return new Cost(
                parameters,
                buffers,
                counters,
                multiplyAdds,
                effectiveMultiplyAdds,
                weightBytes,
                outputBytes,
                others,
                unknown,
                byConvention);
    }

    /** What is known of a count; of other operations, of all kinds together. */
    public Amount amount(CostPart part) {
        long known = switch (part) {
            case PARAMETERS -> parameters;
            case BUFFERS -> buffers;
            case MULTIPLY_ADDS -> multiplyAdds;
            case EFFECTIVE_MULTIPLY_ADDS -> effectiveMultiplyAdds;
            case WEIGHT_BYTES -> weightBytes;
            case OUTPUT_BYTES -> outputBytes;
            case OTHERS -> others.ofAllKinds();
        };
        return new Amount(known, unknown.getOrDefault(part, List.of()));
    }

    /** Where all comes from that is not known. */
    public List<String> origins() {
        return Amount.together(unknown.values());
    }

    /** The same, where what comes from nowhere else comes from a layer. */
    Cost from(String layer) {
        if (unknown.isEmpty()) {
            return this;
        }
        Map<CostPart, List<String>> named = new EnumMap<>(CostPart.class);
        unknown.forEach((part, origins) -> named.put(part, Amount.named(origins, layer)));
        return new Cost(
                parameters,
                buffers,
                counters,
                multiplyAdds,
                effectiveMultiplyAdds,
                weightBytes,
                outputBytes,
                others,
                named,
                counted);
    }

    /** What Keras counts as not trainable: the buffers without the counters, which Keras does not have. */
    public long nonTrainable() {
        return buffers - counters;
    }

    /**
     * Both together.
     *
     * @throws ArithmeticException where a {@code long} does not hold the sum
     */
    public Cost plus(Cost more) {
        return sum(List.of(this, more));
    }

    /**
     * All together.
     *
     * @throws ArithmeticException where a {@code long} does not hold the sum
     */
    public static Cost sum(Iterable<Cost> all) {
        CostSum sum = new CostSum();
        all.forEach(sum::add);
        return sum.cost();
    }
}
