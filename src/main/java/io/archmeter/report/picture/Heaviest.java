package io.archmeter.report.picture;

import java.util.List;

/**
 * Layers that have most of something, and how much of that is new.
 *
 * @param since what is called new, in a few words; empty where nothing is known to be
 */
public record Heaviest(String name, String title, String summary, String since, List<Layer> layers) implements Picture {
    public Heaviest {
        layers = List.copyOf(layers);
    }

    /**
     * A layer.
     *
     * @param now what it has
     * @param more how much of that it did not have before
     */
    public record Layer(String label, Quantity now, Quantity more) {
        public Layer {
            if (more.exact() > now.exact()) {
                throw new IllegalArgumentException(label + " cannot have " + more + " of " + now);
            }
        }
    }

    /** The most of all, at least 1. */
    public long most() {
        return layers.stream().mapToLong(layer -> layer.now().exact()).reduce(1, Math::max);
    }
}
