package io.archmeter.facts;

import io.archmeter.op.ElementaryOperation;
import java.util.Collections;
import java.util.EnumMap;
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
 */
public record Cost(
        long parameters,
        long buffers,
        long counters,
        long multiplyAdds,
        long effectiveMultiplyAdds,
        long weightBytes,
        long outputBytes,
        Map<ElementaryOperation, Long> others) {

    /** The cost of no layers. */
    public static final Cost ZERO = new Cost(0, 0, 0, 0, 0, 0, 0, Map.of());

    public Cost {
        others = others.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(others));
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
        return new CostSum().add(this).add(more).cost();
    }
}
