package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.growth.Fitted;
import io.archmeter.growth.Growth;
import io.archmeter.growth.Limit;
import io.archmeter.growth.Variable;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tone;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people see of growth: formulas by where they hold, what fits, some values, and a curve. */
final class GrowDetails {
    /** Rows of a table that is read, and not computed with. */
    private static final int MOST_ROWS = 9;

    private GrowDetails() {}

    static List<Detail> together(Growth growth) {
        List<String> symbols = growth.variables().stream().map(Variable::symbol).toList();
        Map<String, List<Map.Entry<Metric, Fitted>>> alike = new LinkedHashMap<>();
        for (Map.Entry<Metric, Fitted> found : growth.together().entrySet()) {
            alike.computeIfAbsent(
                            DomainText.of(growth.variables(), found.getValue().domain()), domain -> new ArrayList<>())
                    .add(found);
        }
        List<Detail> details = new ArrayList<>();
        alike.forEach((domain, found) -> details.add(formulas(domain, found, symbols)));
        List<String> none = growth.measures().metrics().stream()
                .filter(metric -> !growth.together().containsKey(metric)
                        && growth.alone().stream().allMatch(along -> isKnown(metric, along)))
                .map(Metric::words)
                .toList();
        if (!none.isEmpty()) {
            details.add(Detail.Remark.of("no polynomial in " + SmallWords.and(symbols) + " is " + SmallWords.and(none)
                    + ": see " + (growth.alone().size() == 1 ? "below" : "each alone")));
        }
        return details;
    }

    private static Detail formulas(String domain, List<Map.Entry<Metric, Fitted>> found, List<String> symbols) {
        long checked = Long.MAX_VALUE;
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Metric, Fitted> each : found) {
            checked = Math.min(checked, each.getValue().checked());
            lines.add(GrowWords.exactly(each.getKey()) + " = "
                    + PolynomialText.of(each.getValue().polynomial(), symbols));
        }
        return new Detail.Remark(Tone.PLAIN, caption(domain, checked), lines);
    }

    private static String caption(String domain, long checked) {
        return checked == 0
                ? domain
                : domain + ": right at " + Readable.exact(checked) + (checked == 1 ? " more point" : " more points")
                        + " than it takes";
    }

    static List<Detail> along(Growth growth, Growth.Along along, boolean drawn) {
        List<Detail> details = new ArrayList<>(pieces(along));
        along.before().ifPresent(end -> details.add(end("from " + Readable.exact(end.value()) + " down", end)));
        along.after().ifPresent(end -> details.add(end("from " + Readable.exact(end.value()) + " up", end)));
        along.fits().ifPresent(fit -> details.addAll(GrowFits.details(along, fit)));
        List<Metric> growing = growing(growth, along);
        if (!growing.isEmpty() && along.points().size() > 1) {
            details.add(values(along, growing));
            charted(along, growing).ifPresent(metric -> details.add(chart(along, metric)));
            if (drawn) {
                GrowPictures.of(growth, along, growing).ifPresent(picture -> details.add(Detail.Drawn.of(picture)));
            }
        }
        return details;
    }

    private static Detail end(String where, Growth.End end) {
        return Detail.Remark.of(where + " there is no network: " + end.reason().fact());
    }

    /** Those that are one polynomial everywhere by where they hold; the others one by one. */
    private static List<Detail> pieces(Growth.Along along) {
        List<Variable> variable = List.of(along.line().variable());
        List<String> symbols = List.of(along.line().variable().symbol());
        Map<String, List<Map.Entry<Metric, Fitted>>> alike = new LinkedHashMap<>();
        List<Detail> several = new ArrayList<>();
        List<String> none = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        along.pieces().forEach((metric, pieces) -> {
            if (!isKnown(metric, along)) {
                unknown.add(metric.words());
            } else if (pieces.isEmpty()) {
                none.add(metric.words());
            } else if (pieces.size() == 1) {
                alike.computeIfAbsent(DomainText.of(variable, pieces.get(0).domain()), domain -> new ArrayList<>())
                        .add(Map.entry(metric, pieces.get(0)));
            } else {
                several.add(new Detail.Remark(
                        Tone.PLAIN,
                        GrowWords.exactly(metric) + ", piece by piece",
                        pieces.stream()
                                .map(piece -> PolynomialText.of(piece.polynomial(), symbols) + " for "
                                        + caption(DomainText.of(variable, piece.domain()), piece.checked()))
                                .toList()));
            }
        });
        List<Detail> details = new ArrayList<>();
        alike.forEach((domain, found) -> details.add(formulas(domain, found, symbols)));
        details.addAll(several);
        if (!unknown.isEmpty()) {
            details.add(
                    Detail.Remark.of("not all is known of " + SmallWords.and(unknown) + ", so there is no formula"));
        }
        if (!none.isEmpty()) {
            details.add(Detail.Remark.of("no polynomial in " + symbols.get(0)
                    + ", nor a few for some of its values, is " + SmallWords.and(none) + "; below are values"));
        }
        return details;
    }

    private static boolean isKnown(Metric metric, Growth.Along along) {
        return along.points().stream()
                .map(point -> point.figures().get(metric))
                .allMatch(amount -> amount != null && amount.isExact());
    }

    /** The figures that are not the same at all points. */
    static List<Metric> growing(Growth growth, Growth.Along along) {
        return growth.measures().metrics().stream()
                .filter(metric -> along.points().stream()
                                .map(point ->
                                        Optional.ofNullable(point.figures().get(metric)))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    /** What is limited, or else the first; empty where nobody knows all of it. */
    private static Optional<Metric> charted(Growth.Along along, List<Metric> growing) {
        List<Metric> known =
                growing.stream().filter(metric -> isKnown(metric, along)).toList();
        List<Limit> limits = along.fits().map(Growth.LargestFit::limits).orElse(List.of());
        return limits.stream()
                .map(Limit::metric)
                .filter(known::contains)
                .findFirst()
                .or(() -> known.stream().findFirst());
    }

    private static Detail values(Growth.Along along, List<Metric> growing) {
        Variable variable = along.line().variable();
        List<Column> columns = new ArrayList<>(List.of(Column.number("value", variable.symbol())));
        growing.forEach(metric -> columns.add(Column.number(metric.toString(), metric.words())));
        List<Growth.Point> points = along.points();
        int marked = marked(along);
        int apart = (points.size() + MOST_ROWS - 1) / MOST_ROWS;
        List<Row> rows = new ArrayList<>();
        for (int point = 0; point < points.size(); point++) {
            if (point % apart == marked % apart || point == points.size() - 1) {
                rows.add(row(points.get(point), growing));
            }
        }
        return new Detail.Listing("some values", Table.of("values", columns, rows));
    }

    private static Row row(Growth.Point point, List<Metric> growing) {
        Row row = Row.of(new Cell.ExactCount(point.value()));
        for (Metric metric : growing) {
            row = row.with(
                    MetricCells.of(metric, Optional.ofNullable(point.figures().get(metric))));
        }
        return row;
    }

    /** The number of the point that fits as the largest, or else of the network that was asked for. */
    static int marked(Growth.Along along) {
        long value = along.fits()
                .filter(Growth.LargestFit::end)
                .flatMap(Growth.LargestFit::largest)
                .map(Growth.Point::value)
                .orElse(along.line().variable().base());
        for (int point = 0; point < along.points().size(); point++) {
            if (along.points().get(point).value() == value) {
                return point;
            }
        }
        return 0;
    }

    private static Detail chart(Growth.Along along, Metric metric) {
        List<Long> values = new ArrayList<>();
        for (Growth.Point point : along.points()) {
            Amount amount = point.figures().get(metric);
            values.add(amount == null ? 0 : amount.atLeast());
        }
        List<Growth.Point> points = along.points();
        int marked = marked(along);
        String symbol = along.line().variable().symbol();
        return new Detail.Chart(
                metric.words() + " over " + along.line().variable().word(),
                metric.unit() == Metric.Unit.BYTES,
                List.of(new Detail.Stretch(
                        symbol + " = " + Readable.exact(points.get(0).value()) + " to "
                                + Readable.exact(points.get(points.size() - 1).value()),
                        values)),
                new Detail.Mark(
                        0,
                        marked,
                        symbol + " = " + Readable.exact(points.get(marked).value())));
    }
}
