package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.Key;
import io.archmeter.report.picture.LayerBars;
import io.archmeter.report.picture.Quantity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Networks layer by layer, as the lectures draw them: all on one scale, each with its own layers. */
final class LayerCharts {
    private static final int MOST_NETWORKS = 6;
    private static final int MOST_LAYERS = 60;
    private static final int MOST_TOGETHER = 120;

    private LayerCharts() {}

    /** A picture with a row for each metric; empty where nobody could tell the bars of so many networks apart. */
    static Optional<LayerBars> of(String name, List<Metric> metrics, List<CostReport> models) {
        List<DrawnLayers> networks = new ArrayList<>();
        int most = Math.min(MOST_LAYERS, MOST_TOGETHER / models.size());
        for (CostReport model : models) {
            DrawnLayers.of(model, most).ifPresent(networks::add);
        }
        if (models.size() > MOST_NETWORKS || networks.size() < models.size()) {
            return Optional.empty();
        }
        List<String> headers = metrics.stream().map(Metric::header).toList();
        List<LayerBars.Row> rows =
                metrics.stream().map(metric -> row(metric, networks, models)).toList();
        return Optional.of(new LayerBars(
                name,
                "layer by layer: " + String.join(", ", headers)
                        + " of layers with weights and pools; totals are of all",
                summary(metrics, networks, models),
                keys(networks),
                networks.stream().map(LayerCharts::network).toList(),
                rows));
    }

    private static LayerBars.Network network(DrawnLayers network) {
        return new LayerBars.Network(
                network.label(),
                network.layers().stream()
                        .map(layer -> new LayerBars.Layer(
                                layer.label(), layer.family().paint()))
                        .toList());
    }

    private static List<Key> keys(List<DrawnLayers> networks) {
        Set<LayerFamily> seen = EnumSet.noneOf(LayerFamily.class);
        networks.forEach(network -> network.layers().forEach(layer -> seen.add(layer.family())));
        return seen.stream().map(LayerFamily::key).toList();
    }

    private static LayerBars.Row row(Metric metric, List<DrawnLayers> networks, List<CostReport> models) {
        long largest = 0;
        List<LayerBars.Bars> bars = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            List<Quantity> amounts = new ArrayList<>();
            for (DrawnLayers.Bar layer : networks.get(i).layers()) {
                Quantity amount = Quantities.of(metric, metric.amount(layer.cost()));
                largest = Math.max(largest, amount.exact());
                amounts.add(amount);
            }
            bars.add(new LayerBars.Bars(total(metric, models.get(i)), amounts));
        }
        return new LayerBars.Row(metric.header(), RoundNumbers.upTo(largest, metric.unit()), bars);
    }

    private static String total(Metric metric, CostReport model) {
        return Quantities.of(metric, metric.amount(model.total())).words();
    }

    /** Where each network has most. */
    private static String summary(List<Metric> metrics, List<DrawnLayers> networks, List<CostReport> models) {
        StringBuilder summary = new StringBuilder();
        for (Metric metric : metrics) {
            for (int i = 0; i < networks.size(); i++) {
                summary.append(summary.isEmpty() ? "" : " ")
                        .append(models.get(i).model())
                        .append(" has ")
                        .append(total(metric, models.get(i)))
                        .append(" of ")
                        .append(metric.header())
                        .append(largest(metric, networks.get(i)))
                        .append('.');
            }
        }
        return summary.toString();
    }

    private static String largest(Metric metric, DrawnLayers network) {
        Quantity largest = new Quantity(0, "");
        String label = "";
        for (DrawnLayers.Bar layer : network.layers()) {
            Quantity amount = Quantities.of(metric, metric.amount(layer.cost()));
            if (amount.exact() > largest.exact()) {
                largest = amount;
                label = layer.label();
            }
        }
        return label.isEmpty() ? "" : ", most of it in " + label + ": " + largest.words();
    }
}
