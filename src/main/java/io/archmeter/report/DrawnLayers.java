package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.analysis.LayerCost;
import io.archmeter.facts.Cost;
import io.archmeter.metric.Metric;
import io.archmeter.value.LayerPath;
import java.util.List;
import java.util.Optional;

/**
 * The layers of a network that a chart has bars for: those with weights, and pools; not normalization, activations and what only
 * arranges. Where there are too many, modules stand for their layers, as deep as there is room; and where that is still too many,
 * stages do.
 */
record DrawnLayers(String label, List<Bar> layers) {
    /** A bar. */
    record Bar(String label, LayerFamily family, Cost cost) {}

    DrawnLayers {
        layers = List.copyOf(layers);
    }

    /** @param most bars that there is room for; empty where even stages are more */
    static Optional<DrawnLayers> of(CostReport report, int most) {
        CostReport folded = report;
        for (int depth = deepest(report); depth > 0; depth--) {
            List<Bar> layers = drawn(folded);
            if (layers.size() <= most) {
                return Optional.of(new DrawnLayers(report.model(), layers));
            }
            folded = report.folded(depth);
        }
        List<Bar> modules = drawn(folded);
        if (modules.size() <= most) {
            return Optional.of(new DrawnLayers(report.model(), modules));
        }
        List<Bar> stages = stages(report);
        return stages.size() <= most
                ? Optional.of(new DrawnLayers(report.model() + ", by stage", stages))
                : Optional.empty();
    }

    /** How many levels of modules there are. */
    private static int deepest(CostReport report) {
        int deepest = 0;
        for (LayerCost layer : report.layers()) {
            deepest = Math.max(deepest, new LayerPath(layer.name()).modules().size());
        }
        return deepest;
    }

    private static List<Bar> drawn(CostReport report) {
        return report.layers().stream()
                .filter(DrawnLayers::counts)
                .map(layer -> new Bar(layer.name(), LayerFamily.of(layer), layer.cost()))
                .toList();
    }

    private static boolean counts(LayerCost layer) {
        LayerFamily family = LayerFamily.of(layer);
        boolean other = family == LayerFamily.MODULE || family == LayerFamily.OTHER;
        return family.isDrawn()
                || other && (has(Metric.PARAMETERS, layer.cost()) || has(Metric.MULTIPLY_ADDS, layer.cost()));
    }

    private static boolean has(Metric metric, Cost cost) {
        return metric.amount(cost)
                .filter(amount -> amount.atLeast() > 0 || !amount.isExact())
                .isPresent();
    }

    private static List<Bar> stages(CostReport report) {
        return report.by(Grouping.STAGE).stream()
                .map(stage -> new Bar(stage.label(), LayerFamily.MODULE, stage.cost()))
                .toList();
    }
}
