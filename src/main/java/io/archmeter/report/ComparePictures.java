package io.archmeter.report;

import io.archmeter.metric.Metric;
import io.archmeter.report.picture.GroupedBars;
import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/** Models side by side, as bars: one chart for each figure of the lectures. */
public final class ComparePictures {
    private static final List<Metric> DRAWN = List.of(Metric.OUTPUT_BYTES, Metric.PARAMETERS, Metric.MULTIPLY_ADDS);

    private ComparePictures() {}

    /** One for each figure that is drawn. */
    public static List<Picture> of(List<CompareDocument.Entry> models) {
        List<Picture> pictures = new ArrayList<>();
        for (Metric metric : DRAWN) {
            List<GroupedBars.Group> groups = models.stream()
                    .map(model -> new GroupedBars.Group(
                            model.costs().model(),
                            List.of(PictureAmounts.of(
                                    metric, metric.amount(model.costs().total())))))
                    .toList();
            pictures.add(new GroupedBars(
                    metric.toString(),
                    metric.header(),
                    metric.header() + " of " + models.size() + " models",
                    List.of(metric.header()),
                    groups));
        }
        return pictures;
    }
}
