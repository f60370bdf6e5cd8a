package io.archmeter.graph;

/**
 * The tensor that a network is given; it is a node so that layers can take it, but no layer.
 *
 * @param batch whether its first axis is that of the batch, so that it has as many samples as are asked for
 * @since 0.1.0
 */
public record Input(boolean batch) implements Op {
    @Override
    public String kind() {
        return "input";
    }
}
