package io.archmeter.graph;

/**
 * A tensor that a node puts out, before it has a place in a graph.
 *
 * @param name within the node, e.g. {@code hidden}; empty for the first or only one
 * @since 0.1.0
 */
public record Output(String name, Shape shape, DType type) {
    /** The only output of a node. */
    public static Output of(Shape shape, DType type) {
        return new Output("", shape, type);
    }
}
