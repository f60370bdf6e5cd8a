package io.archmeter.analysis;

import java.util.List;

/**
 * The window of the network's input that one element of a tensor sees: one entry for each spatial axis of the input, none if
 * the input has no spatial axes.
 *
 * @since 0.1.0
 */
public record ReceptiveField(List<SeenAxis> axes) {
    public ReceptiveField {
        axes = List.copyOf(axes);
    }
}
