package io.archmeter.diff;

import io.archmeter.snapshot.LayerSnapshot;

/** What became of a layer. */
public sealed interface LayerChange {
    /** It is the same, name and all. */
    record Same(LayerSnapshot before, LayerSnapshot after) implements LayerChange {}

    /** Only its name is another. */
    record Renamed(LayerSnapshot before, LayerSnapshot after) implements LayerChange {}

    /** It does the same with other attributes or shapes, maybe under another name. */
    record Changed(LayerSnapshot before, LayerSnapshot after) implements LayerChange {}

    record Added(LayerSnapshot after) implements LayerChange {}

    record Removed(LayerSnapshot before) implements LayerChange {}
}
