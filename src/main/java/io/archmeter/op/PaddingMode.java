package io.archmeter.op;

import java.util.Locale;

/** What stands beside an input that is padded, in PyTorch's words. */
public enum PaddingMode {
    /** One number. */
    CONSTANT,
    /** The input, mirrored at its outermost element, which is not there twice. */
    REFLECT,
    /** The outermost element. */
    REPLICATE,
    /** The other end of the input. */
    CIRCULAR;

    static PaddingMode named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As it would be written in a spec. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
