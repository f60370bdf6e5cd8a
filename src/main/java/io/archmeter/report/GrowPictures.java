package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.growth.Growth;
import io.archmeter.growth.Limit;
import io.archmeter.growth.Variable;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.Curves;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Ruler;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures over a variable, each as a curve of its own. */
final class GrowPictures {
    static final String NAME = "curve";

    private GrowPictures() {}

    /** Empty where a figure is not known. */
    static Optional<Curves> of(Growth growth, Growth.Along along, List<Metric> growing) {
        Variable variable = along.line().variable();
        List<Curves.Curve> curves = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        List<Growth.Point> points = along.points();
        Growth.Point marked = points.get(GrowDetails.marked(along));
        for (Metric metric : growing) {
            curves.add(curve(metric, along, marked));
            Growth.Point last = points.get(points.size() - 1);
            sentences.add(metric.words() + " from " + words(metric, points.get(0)) + " to " + words(metric, last));
        }
        Ruler across = RoundNumbers.upTo(points.get(points.size() - 1).value(), Metric.Unit.COUNT);
        String title = growth.network().graph().name() + " over " + variable.word();
        return Optional.of(new Curves(
                growth.alone().size() == 1 ? NAME : NAME + "-" + variable.word(),
                title,
                variable.symbol() + " from " + Readable.exact(points.get(0).value()) + " to "
                        + Readable.exact(points.get(points.size() - 1).value()) + ": " + String.join("; ", sentences)
                        + ".",
                variable.symbol().equals(variable.word()) ? variable.word() : variable.word() + " " + variable.symbol(),
                across,
                curves));
    }

    private static Curves.Curve curve(Metric metric, Growth.Along along, Growth.Point marked) {
        List<Curves.Point> points = new ArrayList<>();
        long most = 1;
        for (Growth.Point point : along.points()) {
            Quantity up =
                    Quantities.of(metric, Optional.ofNullable(point.figures().get(metric)));
            most = Math.max(most, up.exact());
            points.add(new Curves.Point(
                    new Quantity(point.value(), Readable.exact(point.value())), up, point.equals(marked)));
        }
        Optional<Quantity> limit = along.fits().map(Growth.LargestFit::limits).orElse(List.of()).stream()
                .filter(each -> each.metric() == metric)
                .map(Limit::most)
                .min(Long::compare)
                .map(bytes -> Quantities.of(metric, Optional.of(Amount.exactly(bytes))));
        long end = most;
        Optional<Quantity> drawn = limit.filter(quantity -> quantity.exact() / 2 <= end);
        return new Curves.Curve(
                metric.words(),
                RoundNumbers.upTo(Math.max(most, drawn.map(Quantity::exact).orElse(0L)), metric.unit()),
                points,
                drawn);
    }

    private static String words(Metric metric, Growth.Point point) {
        return Quantities.of(metric, Optional.ofNullable(point.figures().get(metric)))
                .words();
    }
}
