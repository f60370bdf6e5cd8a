package io.archmeter.nesting;

import java.util.List;

/**
 * What a network or a module consists of, one level deep.
 *
 * @param items what comes in first, what goes out last, and each after all that it takes something of
 * @param links each value once for each two items between which it passes
 */
public record Level(List<Item> items, List<Link> links) {
    public Level {
        items = List.copyOf(items);
        links = List.copyOf(links);
        for (Link link : links) {
            if (link.to() >= items.size()) {
                throw new IllegalArgumentException("there is no item " + link.to());
            }
        }
    }

    /** How many layers are not drawn one by one, because there are too many. */
    public long hiddenLayers() {
        long hidden = 0;
        for (Item item : items) {
            if (item.inside().isPresent()) {
                hidden += item.inside().get().hiddenLayers();
            } else if (item.kind() == Item.Kind.MODULE || item.kind() == Item.Kind.REST) {
                hidden += item.nodes().size();
            }
        }
        return hidden;
    }
}
