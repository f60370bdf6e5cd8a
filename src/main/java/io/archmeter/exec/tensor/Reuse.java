package io.archmeter.exec.tensor;

/** What a kernel can do with the memory of its inputs, as its code is written. */
public enum Reuse {
    /** Nothing: it reads elements after it has written others. */
    NONE,
    /** Its output may lie where an input of the same size lies, for it reads all that an element needs before writing it. */
    IN_PLACE,
    /** Its output is its input: it computes nothing. */
    VIEW,
    /** Its outputs are parts of its input: it computes nothing. */
    PARTS,
    /** Its output is a weight: it takes no input. */
    WEIGHT
}
