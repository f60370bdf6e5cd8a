package io.archmeter.op;

/**
 * What an operator is good for, where others ask for a kind of operators and not for a number. Whoever asks names the trait, and
 * never an operator.
 */
public enum Trait {
    /** Adds up products of its input with weights: the layers by whose number networks are named. */
    PRODUCT,
    /** Takes elements of a map together, by their mean or their maximum. */
    POOL,
    /** Is asked for a size: an input that has it already is passed on. */
    TO_SIZE,
    /** A function of one number, which frameworks compute in the place of its input when they are told to. */
    ACTIVATION,
    /** Makes a vector of a map. */
    MAP_TO_VECTOR,
    /** Has fewer weights where the maps before it are averaged (Lin et al. 2014, arXiv:1312.4400, section 3.2). */
    LIGHTER_AFTER_AVERAGE,
    /** Several with small kernels see as far with fewer weights (Simonyan and Zisserman 2015, arXiv:1409.1556, section 2.3). */
    LIGHTER_IN_SMALL_KERNELS,
    /** Has fewer weights after a 1×1 convolution that leaves few channels (He et al. 2016, arXiv:1512.03385, figure 5). */
    LIGHTER_AFTER_BOTTLENECK,
    /** Has fewer weights in groups of channels (Xie et al. 2017, arXiv:1611.05431). */
    LIGHTER_IN_GROUPS,
    /** Its figures are what the spec declares: nothing computes it here, so that no forward pass proves them. */
    DECLARED,
    /** Moves, joins or compares elements, or adds, subtracts or multiplies them, of whatever type. */
    ANY_TYPE,
    /** Takes positions with their features along the last axis, N×T×C. */
    FEATURES_LAST,
    /** Takes no input. */
    SOURCE,
    /** Takes whole numbers of 32 or 64 bits, which stand for rows of its weights. */
    INDICES,
    /** Takes rows of a tensor of any type, and after it whole numbers of 32 or 64 bits, which stand for them. */
    ROWS,
    /** Takes the network's numbers, and after them whole numbers of 64 bits: for each its place in a map. */
    PLACES,
    /** Its last input may be a mask of truth values. */
    MASKED,
    /** May take another tensor, of any type, for its shape alone. */
    SHAPED_BY_ANOTHER,
    /** Costs memory and time and gains nothing (Simonyan and Zisserman 2015, section 4.1, with it and without). */
    WITHOUT_GAIN
}
