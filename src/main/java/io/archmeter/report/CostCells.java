package io.archmeter.report;

import io.archmeter.facts.Cost;
import io.archmeter.facts.CostPart;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.MetricCells;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What costs are in a table of layers. Networks repeat themselves: layers with the very same costs, as objects, share their cells. */
final class CostCells {
    /** The last of the multiply-adds; after it comes the share that a layer has of all of them. */
    static final Metric SHARED = Metric.EFFECTIVE_MULTIPLY_ADDS;

    private final Cost total;
    private final Map<Cost, Of> known = new IdentityHashMap<>();

    /** @param total that of all layers */
    CostCells(Cost total) {
        this.total = total;
    }

    /**
     * The cells of one layer.
     *
     * @param figures metrics, the share, what conventions count, and the bytes of weights
     * @param others other operations
     */
    record Of(List<Cell> figures, Cell others) {}

    Of of(Cost cost) {
        Of cells = known.get(cost);
        if (cells == null) {
            cells = new Of(figures(cost), Facts.others(cost));
            known.put(cost, cells);
        }
        return cells;
    }

    private List<Cell> figures(Cost cost) {
        List<Cell> cells = new ArrayList<>();
        for (Metric metric : Metric.inTables()) {
            cells.add(MetricCells.of(metric, metric.amount(cost)));
            if (metric == SHARED) {
                cells.add(Facts.share(Metric.MULTIPLY_ADDS, cost, total));
            }
        }
        cells.addAll(CountedColumns.cells(cost, total));
        cells.add(MetricCells.bytes(cost.amount(CostPart.WEIGHT_BYTES)));
        return cells;
    }
}
