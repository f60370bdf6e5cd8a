package io.archmeter.graph;

/** The tensor that a network is given; it is a node so that layers can take it, but no layer. */
public record Input() implements Op {
    @Override
    public String kind() {
        return "input";
    }
}
