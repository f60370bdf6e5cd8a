package io.archmeter.memory;

/**
 * Which tensors may lie in the same memory at the same time.
 *
 * @since 0.1.0
 */
public enum Sharing {
    /** A tensor and its views, which are the same bytes under other shapes. */
    VIEWS,
    /** Views, and functions of one number in the place of their input, as {@code ReLU(inplace=True)} in PyTorch. */
    ACTIVATIONS,
    /** Views, and the output of an operator in the place of an input that nobody reads any more. */
    IN_PLACE
}
