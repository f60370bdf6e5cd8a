package io.archmeter.nesting;

/**
 * A value that one item of a level makes and another takes.
 *
 * @param value its number in the graph
 * @param from the place of the item that makes it, or lets it in, among those of the level
 * @param to the place of the item that takes it, or lets it out: after the other
 */
public record Link(int value, int from, int to) {
    public Link {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a value goes down, not from " + from + " to " + to);
        }
    }
}
