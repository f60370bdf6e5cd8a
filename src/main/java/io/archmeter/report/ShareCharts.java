package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.analysis.Share;
import io.archmeter.facts.Cost;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.Key;
import io.archmeter.report.picture.Paint;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.StackedShares;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where the cost of models sits, as shares of each model's own total: by stage, and by what layers do. */
final class ShareCharts {
    private static final String HEAD = "head";
    private static final Paint PAINT_OF_HEAD = Paint.series(1);

    private ShareCharts() {}

    /** By stage, from the first to the last. */
    static StackedShares stages(List<Metric> metrics, List<CostReport> models) {
        List<Key> keys = List.of(
                new Key(Paint.step(0, 2), "first stage: layers with maps of one size"),
                new Key(Paint.step(1, 2), "last stage"),
                new Key(PAINT_OF_HEAD, "head: no map"));
        List<StackedShares.Panel> panels = new ArrayList<>();
        for (Metric metric : metrics) {
            panels.add(new StackedShares.Panel(
                    metric.header(),
                    models.stream().map(model -> stagesOf(model, metric)).toList()));
        }
        return picture("stages", "where the cost sits, by stage", keys, models, panels);
    }

    private static List<StackedShares.Part> stagesOf(CostReport model, Metric metric) {
        List<Share> stages = model.by(Grouping.STAGE);
        long maps = stages.stream().filter(stage -> !stage.label().equals(HEAD)).count();
        List<StackedShares.Part> parts = new ArrayList<>();
        int seen = 0;
        for (Share stage : stages) {
            Paint paint = stage.label().equals(HEAD) ? PAINT_OF_HEAD : Paint.step(seen, Math.toIntExact(maps));
            seen += stage.label().equals(HEAD) ? 0 : 1;
            parts.add(part(stage.label(), paint, metric, stage.cost(), model));
        }
        return parts;
    }

    /** By what layers do. */
    static StackedShares kinds(List<Metric> metrics, List<CostReport> models) {
        List<Map<LayerFamily, Cost>> costs =
                models.stream().map(ShareCharts::byFamily).toList();
        List<Key> keys = new ArrayList<>();
        for (LayerFamily family : LayerFamily.values()) {
            if (costs.stream().anyMatch(model -> model.containsKey(family))) {
                keys.add(family.key());
            }
        }
        List<StackedShares.Panel> panels = new ArrayList<>();
        for (Metric metric : metrics) {
            List<List<StackedShares.Part>> stacks = new ArrayList<>();
            for (int i = 0; i < models.size(); i++) {
                List<StackedShares.Part> parts = new ArrayList<>();
                CostReport model = models.get(i);
                costs.get(i)
                        .forEach(
                                (family, cost) -> parts.add(part(family.words(), family.paint(), metric, cost, model)));
                stacks.add(parts);
            }
            panels.add(new StackedShares.Panel(metric.header(), stacks));
        }
        return picture("kinds", "where the cost sits, by kind of layer", keys, models, panels);
    }

    private static Map<LayerFamily, Cost> byFamily(CostReport model) {
        Map<LayerFamily, Cost> costs = new EnumMap<>(LayerFamily.class);
        for (Share kind : model.by(Grouping.KIND)) {
            costs.merge(LayerFamily.ofKind(kind.label()), kind.cost(), Cost::plus);
        }
        return costs;
    }

    private static StackedShares.Part part(String label, Paint paint, Metric metric, Cost cost, CostReport model) {
        Quantity amount = Quantities.of(metric, metric.amount(cost));
        long whole = Quantities.of(metric, metric.amount(model.total())).exact();
        String share = whole == 0 ? "" : ", " + Readable.percent(amount.exact(), whole);
        return new StackedShares.Part(label, paint, new Quantity(amount.exact(), amount.words() + share));
    }

    private static StackedShares picture(
            String name, String title, List<Key> keys, List<CostReport> models, List<StackedShares.Panel> panels) {
        List<String> sentences = new ArrayList<>();
        for (StackedShares.Panel panel : panels) {
            for (int i = 0; i < models.size(); i++) {
                sentences.add(models.get(i).model() + ", " + panel.title() + ": most in "
                        + largest(panel.stacks().get(i)));
            }
        }
        return new StackedShares(
                name,
                title,
                String.join("; ", sentences) + ".",
                keys,
                models.stream().map(CostReport::model).toList(),
                panels);
    }

    private static String largest(List<StackedShares.Part> parts) {
        StackedShares.Part largest = parts.get(0);
        for (StackedShares.Part part : parts) {
            largest = part.amount().exact() > largest.amount().exact() ? part : largest;
        }
        return largest.label() + ", " + largest.amount().words();
    }
}
