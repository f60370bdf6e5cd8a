package io.archmeter.roofline;

import io.archmeter.facts.Amount;

/**
 * Bytes that are moved between a memory and what computes; each as often as it must be, once.
 *
 * @param inputs bytes of what is read and comes from other layers, or into the network
 * @param weights bytes of parameters, buffers and constants that are read
 * @param outputs bytes that are written
 */
public record Traffic(Amount inputs, Amount weights, Amount outputs) {
    /** Nothing is moved. */
    public static final Traffic NONE = new Traffic(Amount.ZERO, Amount.ZERO, Amount.ZERO);

    /** All that is read and written; throws {@link ArithmeticException} where that does not fit a {@code long}. */
    public Amount moved() {
        return inputs.plus(weights).plus(outputs);
    }

    /** Both together; throws {@link ArithmeticException} where a sum does not fit a {@code long}. */
    public Traffic plus(Traffic more) {
        return new Traffic(inputs.plus(more.inputs), weights.plus(more.weights), outputs.plus(more.outputs));
    }
}
