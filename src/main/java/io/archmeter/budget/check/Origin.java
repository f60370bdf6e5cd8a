package io.archmeter.budget.check;

import io.archmeter.problem.Span;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.List;
import java.util.Objects;

/**
 * Where to look at a layer: where it is written, or the call of a block that made it what it is.
 *
 * @param place what to look at first
 * @param inBlock where {@code place} calls a block, the lines in blocks that lead from there to the layer, the outermost first
 * @param calls where {@code place} is in a block, calls of that block, the nearest first
 */
public record Origin(Span place, List<Span> inBlock, List<Span> calls) {
    public Origin {
        Objects.requireNonNull(place, "place");
        inBlock = List.copyOf(inBlock);
        calls = List.copyOf(calls);
    }

    /** Where a layer is written. */
    static Origin of(LayerSnapshot layer) {
        return new Origin(layer.place(), List.of(), layer.calls());
    }

    /** A place that has nothing to do with blocks. */
    public static Origin at(Span place) {
        return new Origin(place, List.of(), List.of());
    }
}
