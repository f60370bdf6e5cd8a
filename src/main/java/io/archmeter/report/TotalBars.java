package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.GroupedBars;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What whole models cost, side by side, each with how many times the first's it is. */
final class TotalBars {
    private TotalBars() {}

    /** A picture with a panel for each metric. */
    static GroupedBars of(String name, List<Metric> metrics, List<CostReport> models) {
        List<String> headers = metrics.stream().map(Metric::header).toList();
        return new GroupedBars(
                name,
                models.size() == 1
                        ? String.join(", ", headers)
                        : String.join(", ", headers) + ", with ratios to "
                                + models.get(0).model(),
                summary(metrics, models),
                List.of("total"),
                models.stream().map(CostReport::model).toList(),
                metrics.stream().map(metric -> panel(metric, models)).toList());
    }

    private static GroupedBars.Panel panel(Metric metric, List<CostReport> models) {
        List<List<Optional<Quantity>>> bars = new ArrayList<>();
        long largest = 0;
        for (CostReport model : models) {
            Quantity amount = related(metric, model, models.get(0));
            largest = Math.max(largest, amount.exact());
            bars.add(List.of(Optional.of(amount)));
        }
        return new GroupedBars.Panel(metric.header(), RoundNumbers.upTo(largest, metric.unit()), bars);
    }

    private static Quantity related(Metric metric, CostReport model, CostReport first) {
        Quantity amount = Quantities.of(metric, metric.amount(model.total()));
        OptionalLong own = metric.of(model.total());
        OptionalLong other = metric.of(first.total());
        boolean related = model != first && own.isPresent() && other.isPresent() && other.getAsLong() > 0;
        return related
                ? new Quantity(
                        amount.exact(),
                        amount.words() + " · " + Readable.ratio(own.getAsLong(), other.getAsLong()) + "×")
                : amount;
    }

    /** The first and the largest; the table below has all. */
    private static String summary(List<Metric> metrics, List<CostReport> models) {
        List<String> sentences = new ArrayList<>();
        for (Metric metric : metrics) {
            CostReport most = models.get(0);
            for (CostReport model : models) {
                most = exact(metric, model) > exact(metric, most) ? model : most;
            }
            sentences.add(metric.header() + ": most in " + most.model() + ", "
                    + Quantities.of(metric, metric.amount(most.total())).words());
        }
        return models.size() + (models.size() == 1 ? " model; " : " models; ") + String.join("; ", sentences) + ".";
    }

    private static long exact(Metric metric, CostReport model) {
        return Quantities.of(metric, metric.amount(model.total())).exact();
    }
}
