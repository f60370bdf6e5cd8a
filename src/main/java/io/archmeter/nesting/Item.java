package io.archmeter.nesting;

import java.util.List;
import java.util.Optional;

/**
 * What stands in a level.
 *
 * @param path of a layer or module, as the network calls it; empty for what is neither
 * @param name what tells it from the others of its level
 * @param nodes the numbers of the nodes that are in it, in the order of execution
 * @param value the number of the value that is passed on here; meaningless for layers and modules
 * @param inside what a module consists of, where that is shown
 */
public record Item(Kind kind, String path, String name, List<Integer> nodes, int value, Optional<Level> inside) {
    /** What it is. */
    public enum Kind {
        /** What the network is given. */
        INPUT,
        /** What a module takes from outside. */
        ENTRY,
        /** One layer. */
        LAYER,
        /** Layers with a name in common. */
        MODULE,
        /** All further layers of a level that has too many. */
        REST,
        /** What a module gives to the outside. */
        EXIT,
        /** What the network puts out. */
        OUTPUT
    }

    public Item {
        nodes = List.copyOf(nodes);
    }

    static Item port(Kind kind, int value, String name) {
        return new Item(kind, "", name, List.of(), value, Optional.empty());
    }

    static Item layer(int node, String path, String name) {
        return new Item(Kind.LAYER, path, name, List.of(node), -1, Optional.empty());
    }

    /** Whether it lets values through the border of a module. */
    public boolean isPort() {
        return kind == Kind.ENTRY || kind == Kind.EXIT;
    }
}
