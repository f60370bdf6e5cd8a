package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Models side by side, in the figures of the lectures: memory, parameters, multiply-adds. */
public final class ComparePictures {
    static final List<Metric> DRAWN = List.of(Metric.OUTPUT_BYTES, Metric.PARAMETERS, Metric.MULTIPLY_ADDS);

    private static final String LAYERS = "layers";

    private ComparePictures() {}

    /** Those of a page: totals, layer by layer, shares by stage and kind, and all models as points. */
    public static List<Picture> onPage(List<CompareDocument.Entry> models) {
        List<CostReport> reports = reports(models);
        List<Picture> pictures = new ArrayList<>();
        pictures.add(TotalBars.of("totals", DRAWN, reports));
        LayerCharts.of(LAYERS, DRAWN, reports).ifPresent(pictures::add);
        CostScatter.of(models).ifPresent(pictures::add);
        pictures.add(ShareCharts.stages(DRAWN, reports));
        pictures.add(ShareCharts.kinds(DRAWN, reports));
        return pictures;
    }

    /** Those that can stand alone: what is on the page, the chart of the lectures first, and each figure by itself. */
    public static List<Picture> alone(List<CompareDocument.Entry> models) {
        List<CostReport> reports = reports(models);
        List<Picture> pictures = new ArrayList<>(onPage(models));
        pictures.sort(Comparator.comparing(picture -> !picture.name().equals(LAYERS)));
        for (Metric metric : DRAWN) {
            pictures.add(TotalBars.of(metric.toString(), List.of(metric), reports));
        }
        for (Metric metric : DRAWN) {
            LayerCharts.of("layers-" + metric, List.of(metric), reports).ifPresent(pictures::add);
        }
        return pictures;
    }

    private static List<CostReport> reports(List<CompareDocument.Entry> models) {
        return models.stream().map(CompareDocument.Entry::costs).toList();
    }
}
