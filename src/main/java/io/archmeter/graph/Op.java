package io.archmeter.graph;

/**
 * What a layer does: the attributes of an operator, and no arithmetic. Each implementation is an immutable record.
 *
 * @since 0.1.0
 */
public interface Op {
    /** The operator's name in a spec, in reports and in the catalogue, e.g. {@code conv}. */
    String kind();
}
