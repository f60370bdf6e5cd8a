package io.archmeter.op;

/** What sort of operator one is: each is of one, much as the documentation of {@code torch.nn} divides them. */
public enum Category {
    /** A window with weights slides over a map. */
    CONVOLUTION,
    /** A matrix of weights. */
    LINEAR,
    /** Goes through a sequence step by step. */
    RECURRENT,
    /** Rows of a table are looked up, which are mostly weights. */
    EMBEDDING,
    /** Elements of a map are taken together. */
    POOLING,
    NORMALIZATION,
    /** Elements along axes become one. */
    REDUCTION,
    /** A function of elements without weights. */
    ACTIVATION,
    /** Several tensors become one. */
    JOIN,
    /** Tensors are multiplied as matrices, with each other. */
    PRODUCT,
    /** Elements are passed on, perhaps under another shape, or with others around them. */
    ARRANGEMENT,
    /** A mathematical function of each element. */
    FUNCTION,
    /** A weight that other layers take. */
    WEIGHT,
    /** Its facts are declared, and nobody computes it. */
    DECLARED
}
