package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.LayerCost;
import io.archmeter.facts.Cost;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.MetricCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Layers that a table does not show, because only those of some operators are asked for. They are in the totals; this says with how much.
 */
final class HiddenLayers {
    private static final List<Metric> TOLD = List.of(Metric.PARAMETERS, Metric.MULTIPLY_ADDS, Metric.OUTPUT_BYTES);

    private final String model;
    private final int layers;
    private final Cost cost;

    private HiddenLayers(String model, int layers, Cost cost) {
        this.model = model;
        this.layers = layers;
        this.cost = cost;
    }

    /** @param only the operators that are shown; none for all of them */
    static HiddenLayers of(CostReport report, Set<String> only) {
        int layers = 0;
        Cost cost = Cost.ZERO;
        for (LayerCost layer : report.layers()) {
            if (!only.isEmpty() && !only.contains(layer.operator())) {
                layers++;
                cost = cost.plus(layer.cost());
            }
        }
        return new HiddenLayers(report.model(), layers, cost);
    }

    /** What people read below the table, and programs find as {@code hidden}; nothing where all is shown. */
    List<HeaderField> fields() {
        return fields("not shown, but in the totals:");
    }

    /** The same where there are other models. */
    List<HeaderField> ofOneOfSeveral() {
        return fields("not shown of " + model + ", but in its totals:");
    }

    private List<HeaderField> fields(String label) {
        if (layers == 0) {
            return List.of();
        }
        List<Cell.Member> members = new ArrayList<>();
        members.add(new Cell.Member("layers", new Cell.ExactCount(layers)));
        for (Metric metric : TOLD) {
            members.add(
                    new Cell.Member(metric.toString(), metric.header(), MetricCells.of(metric, metric.amount(cost))));
        }
        return List.of(HeaderField.below("hidden", label, new Cell.Members(members)));
    }
}
