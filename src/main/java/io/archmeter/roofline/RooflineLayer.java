package io.archmeter.roofline;

import io.archmeter.facts.Amount;
import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import java.util.Objects;

/**
 * What one layer moves and computes.
 *
 * @param name the path of the layer, e.g. {@code layer1.0.conv1}
 * @param type of the numbers that it multiplies
 * @param moves whether it moves anything; not where what it puts out is its input under another shape, or a weight
 * @param multiplyAdds those whose tap falls on the input: who skips the zeros of padding needs no more
 * @param others elementary operations outside sums of products
 */
public record RooflineLayer(
        String name, Op op, DType type, boolean moves, Traffic traffic, Amount multiplyAdds, Amount others) {
    private static final long OF_A_MULTIPLY_ADD = 2;

    public RooflineLayer {
        Objects.requireNonNull(op, "op");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(traffic, "traffic");
        if (!moves && !traffic.equals(Traffic.NONE)) {
            throw new IllegalArgumentException(name + " moves nothing, and it moves " + traffic);
        }
    }

    /**
     * Two for each multiply-add, as vendors count what their devices do.
     *
     * @throws ArithmeticException where they do not fit a {@code long}
     */
    public Amount operations() {
        return new Amount(Math.multiplyExact(OF_A_MULTIPLY_ADD, multiplyAdds.atLeast()), multiplyAdds.origins());
    }
}
