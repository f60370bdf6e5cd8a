package io.archmeter.report;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Tile;
import io.archmeter.roofline.Binding;
import io.archmeter.roofline.Bound;
import io.archmeter.roofline.Roofline;
import java.util.ArrayList;
import java.util.List;

/** The figures that the page of one model begins with. */
final class RooflineTiles {
    private RooflineTiles() {}

    static List<Tile> of(RooflineDocument.Entry model) {
        Roofline network = model.network();
        List<Tile> tiles = new ArrayList<>();
        model.bounds().ifPresent(bounds -> {
            Bound fused = bounds.fused();
            tiles.add(new Tile(
                    "at least, layer by layer",
                    RooflineColumns.time(bounds.layerByLayer()),
                    List.of("a bound, and no prediction")));
            tiles.add(new Tile(
                    "at least, fused into one",
                    RooflineColumns.time(fused.least()),
                    fused.binding() == Binding.UNKNOWN
                            ? List.of("not all of it is known")
                            : List.of("bound by " + fused.binding())));
        });
        Cell intensity = RooflineColumns.intensity(RooflineLine.total(model));
        tiles.add(new Tile("operations", MetricCells.count(network.operations()), List.of()));
        tiles.add(new Tile(
                "moved, layer by layer", MetricCells.bytes(network.total().moved()), List.of()));
        tiles.add(new Tile(
                "moved, fused into one", MetricCells.bytes(network.fused().moved()), List.of()));
        if (!intensity.equals(Cell.EMPTY)) {
            tiles.add(new Tile("operations per byte, layer by layer", intensity, List.of()));
        }
        return tiles;
    }
}
