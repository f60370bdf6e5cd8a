package io.archmeter.roofline;

import io.archmeter.facts.Amount;
import io.archmeter.graph.Operand;

/**
 * What a layer reads of a tensor.
 *
 * @param source the weight, or the value that was written
 * @param bytes of it that have to be read, each once
 */
record Read(Operand source, Amount bytes) {
    boolean isOfWeight() {
        return source instanceof Operand.OfWeight;
    }

    /** The one that is more; of both what is not known. */
    static Amount more(Amount one, Amount other) {
        return new Amount(Math.max(one.atLeast(), other.atLeast()), Amount.together(one.origins(), other.origins()));
    }
}
