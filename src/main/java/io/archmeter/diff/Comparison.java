package io.archmeter.diff;

import java.util.List;

/**
 * What became of models.
 *
 * @param attributes whether the attributes of layers were compared; reports of older builds do not say them
 * @since 0.1.0
 */
public record Comparison(List<ModelChange> changes, boolean attributes) {
    public Comparison {
        changes = List.copyOf(changes);
    }
}
