package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.analysis.Share;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.GroupedBars;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.picture.Quantity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the cost of models sits, as bars: a group for each part, with a bar for each model. */
public final class BreakdownPictures {
    /** More have not a colour each. */
    private static final int MOST_MODELS = 8;

    private static final int MOST_BARS = 120;

    private BreakdownPictures() {}

    /** Layers have each model's own names, and stand beside each other model by model. */
    public static List<Picture> of(List<CostReport> models, Grouping grouping) {
        return switch (grouping) {
            case LAYER ->
                List.copyOf(LayerCharts.of("layers", ComparePictures.DRAWN, models).stream()
                        .toList());
            case STAGE ->
                List.of(bars("stages", models, grouping)
                        .orElseGet(() -> ShareCharts.stages(ComparePictures.DRAWN, models)));
            case KIND ->
                List.of(bars("kinds", models, grouping)
                        .orElseGet(() -> ShareCharts.kinds(ComparePictures.DRAWN, models)));
        };
    }

    /** Empty where there are more bars than anyone would look at. */
    private static Optional<Picture> bars(String name, List<CostReport> models, Grouping grouping) {
        List<Map<String, Share>> parts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (CostReport model : models) {
            Map<String, Share> own = new LinkedHashMap<>();
            model.by(grouping).forEach(share -> own.put(share.label(), share));
            own.keySet().stream().filter(label -> !labels.contains(label)).forEach(labels::add);
            parts.add(own);
        }
        if (models.size() > MOST_MODELS || labels.size() * models.size() > MOST_BARS) {
            return Optional.empty();
        }
        if (grouping == Grouping.STAGE) {
            labels.sort(Comparator.comparing(BreakdownPictures::sizeOf).reversed());
        }
        return Optional.of(new GroupedBars(
                name,
                "output memory, parameters, multiply-adds by " + grouping,
                labels.size() + " groups: " + String.join(", ", labels) + ". The table below has all numbers.",
                models.stream().map(CostReport::model).toList(),
                labels,
                ComparePictures.DRAWN.stream()
                        .map(metric -> panel(metric, labels, parts))
                        .toList()));
    }

    /** How many places the maps of a stage have; what has no map comes after all. */
    private static BigInteger sizeOf(String stage) {
        BigInteger size = BigInteger.ONE;
        for (String extent : stage.split("x")) {
            if (!extent.matches("[0-9]+")) {
                return BigInteger.ZERO;
            }
            size = size.multiply(new BigInteger(extent));
        }
        return size;
    }

    private static GroupedBars.Panel panel(Metric metric, List<String> labels, List<Map<String, Share>> models) {
        long largest = 0;
        List<List<Optional<Quantity>>> groups = new ArrayList<>();
        for (String label : labels) {
            List<Optional<Quantity>> bars = new ArrayList<>();
            for (Map<String, Share> model : models) {
                Optional<Quantity> bar = Optional.ofNullable(model.get(label))
                        .map(share -> Quantities.of(metric, metric.amount(share.cost())));
                largest = Math.max(largest, bar.map(Quantity::exact).orElse(0L));
                bars.add(bar);
            }
            groups.add(bars);
        }
        return new GroupedBars.Panel(metric.header(), RoundNumbers.upTo(largest, metric.unit()), groups);
    }
}
