package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tile;
import io.archmeter.report.text.Readable;
import io.archmeter.sweep.Distribution;
import io.archmeter.sweep.Limit;
import io.archmeter.sweep.Objective;
import io.archmeter.sweep.PointText;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.Sweep;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the networks of a space cost: the best of them, how the figures are distributed, and which points are no networks. */
public final class SweepDocument {
    private static final List<Share> SHARES = List.of(
            new Share(0, "least"),
            new Share(5, "5%"),
            new Share(25, "25%"),
            new Share(50, "median"),
            new Share(75, "75%"),
            new Share(95, "95%"),
            new Share(100, "largest"));

    private static final int MOST_ORIGINS = 4;

    private final Sweep sweep;
    private final Summary summary;

    /** A quantile, in hundredths, and what it is called. */
    private record Share(int hundredths, String words) {
        String key() {
            return switch (hundredths) {
                case 0 -> "least";
                case 50 -> "median";
                case 100 -> "largest";
                default -> "percentile_" + hundredths;
            };
        }
    }

    private SweepDocument(Sweep sweep, Summary summary) {
        this.sweep = sweep;
        this.summary = summary;
    }

    public static Document of(Sweep sweep, Summary summary) {
        return new SweepDocument(sweep, summary).document();
    }

    private Document document() {
        List<Measure<io.archmeter.sweep.Row>> measures = measures();
        List<Row> front = Measure.rows(measures, summary.front().rows());
        List<Detail> details = new ArrayList<>();
        distributions().ifPresent(details::add);
        reasons().ifPresent(details::add);
        Section section = Section.of(Row.NONE, front).with(details);
        Table table = new Table(
                "",
                "front",
                front.isEmpty() ? Table.Layout.DETAILS : Table.Layout.GRID,
                List.of(),
                Measure.columns(measures),
                List.of(section));
        return new Document("sweep", 1, title(), about(), table, notes(), remarks()).beginning(tiles());
    }

    private String title() {
        String name = sweep.title().isEmpty() ? sweep.name() : sweep.title();
        return summary.front().rows().isEmpty()
                ? name
                : name + ": the best " + summary.front().rows().size();
    }

    private List<Measure<io.archmeter.sweep.Row>> measures() {
        List<Measure<io.archmeter.sweep.Row>> measures = new ArrayList<>();
        measures.add(new Measure<>(
                Column.name("model", "network"), row -> new Cell.Text(PointText.name(row.point(), sweep.space()))));
        measures.add(new Measure<>(
                Column.text("index", "index").leaving(1),
                row -> new Cell.Text(row.point().index().toString())));
        for (int i = 0; i < sweep.figures().size(); i++) {
            int figure = i;
            Metric metric = sweep.figures().get(i);
            measures.add(new Measure<>(
                    Column.number(metric.toString(), metric.header()),
                    row -> MetricCells.of(metric, row.figure(figure))));
        }
        if (sweep.accuracies().isPresent()) {
            measures.add(new Measure<>(
                    Column.number(Objective.ACCURACY, "accuracy (%)"),
                    row -> sweep.accuracy(row.point())
                            .<Cell>map(known -> new Cell.Decimal(known.percent()))
                            .orElse(Cell.EMPTY)));
        }
        return measures;
    }

    private List<HeaderField> about() {
        List<HeaderField> about = new ArrayList<>();
        about.add(HeaderField.of("name", new Cell.Text(sweep.name())));
        about.add(HeaderField.of("space", new Cell.Text(sweep.fingerprint())));
        about.add(HeaderField.above("points", "points", new Cell.Text(points())));
        if (sweep.sample().isPresent()) {
            about.add(
                    HeaderField.above("sample", "sample", new Cell.ExactCount(summary.networks() + summary.refused())));
            about.add(HeaderField.above(
                    "seed",
                    "seed",
                    new Cell.Text(String.valueOf(sweep.sample().get().seed()))));
        }
        about.add(counted("excluded", "excluded by conditions", summary.excluded()));
        about.add(counted("refused", "no networks", summary.refused()));
        about.add(HeaderField.above("networks", "networks", new Cell.ExactCount(summary.networks())));
        if (!sweep.limits().isEmpty()) {
            about.add(HeaderField.above("within", "within limits", new Cell.ExactCount(summary.within())));
        }
        sweep.limits()
                .forEach(limit -> about.add(HeaderField.of("limit_" + limit.metric(), new Cell.Text(limit.text()))));
        about.add(HeaderField.of("objectives", new Cell.Items(objectives())));
        about.add(HeaderField.of("distributions", new Cell.Members(distributionMembers())));
        about.add(HeaderField.of("problems", new Cell.Members(reasonMembers())));
        return about;
    }

    /** As a number of any size: there are spaces of which a {@code long} cannot count the points. */
    private String points() {
        BigInteger size = sweep.space().size();
        return size.bitLength() < Long.SIZE ? Readable.exact(size.longValueExact()) : size.toString();
    }

    private static HeaderField counted(String key, String label, long number) {
        Cell count = new Cell.ExactCount(number);
        return number == 0 ? HeaderField.of(key, count) : HeaderField.above(key, label, count);
    }

    private List<Cell> objectives() {
        List<Cell> objectives = new ArrayList<>();
        for (Objective objective : sweep.objectives()) {
            String way = objective.maximized() ? "maximize " : "minimize ";
            objectives.add(new Cell.Text(way + objective.name()));
        }
        return objectives;
    }

    private List<Cell.Member> distributionMembers() {
        List<Cell.Member> members = new ArrayList<>();
        for (int figure = 0; figure < sweep.figures().size(); figure++) {
            Optional<Distribution> known = summary.distribution(figure);
            if (known.isPresent()) {
                List<Cell.Member> quantiles = new ArrayList<>();
                for (Share share : SHARES) {
                    Distribution.Quantile quantile = known.get().quantile(share.hundredths());
                    quantiles.add(new Cell.Member(share.key(), exactOrBetween(quantile)));
                }
                members.add(new Cell.Member(sweep.figures().get(figure).toString(), new Cell.Members(quantiles)));
            }
        }
        return members;
    }

    private static Cell exactOrBetween(Distribution.Quantile quantile) {
        Cell least = new Cell.ExactCount(quantile.least());
        return quantile.least() == quantile.most()
                ? least
                : new Cell.Items(List.of(least, new Cell.ExactCount(quantile.most())));
    }

    private List<Cell.Member> reasonMembers() {
        List<Cell.Member> members = new ArrayList<>();
        for (Summary.Reason reason : summary.reasons()) {
            members.add(new Cell.Member(
                    reason.code(),
                    Cell.Members.of(
                            new Cell.Member("points", new Cell.ExactCount(reason.points())),
                            new Cell.Member("first", new Cell.Text(name(reason))),
                            new Cell.Member("fact", new Cell.Text(reason.fact())))));
        }
        return members;
    }

    private String name(Summary.Reason reason) {
        return PointText.name(reason.first().point(), sweep.space());
    }

    private Optional<Detail> distributions() {
        List<Integer> known = new ArrayList<>();
        for (int figure = 0; figure < sweep.figures().size(); figure++) {
            if (summary.distribution(figure).isPresent()) {
                known.add(figure);
            }
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<Measure<Integer>> measures = new ArrayList<>();
        measures.add(new Measure<>(
                Column.text("figure", "figure"),
                figure -> new Cell.Text(sweep.figures().get(figure).words())));
        for (Share share : SHARES) {
            measures.add(new Measure<>(
                    Column.number(share.key(), share.words()),
                    figure -> MetricCells.of(
                            sweep.figures().get(figure),
                            Optional.of(amount(
                                    summary.distribution(figure).orElseThrow().quantile(share.hundredths()))))));
        }
        Table table = Table.of("distributions", Measure.columns(measures), Measure.rows(measures, known));
        return Optional.of(new Detail.Listing("how the figures of all networks are distributed", table));
    }

    /** People see that there is more where a quantile is known to lie between two numbers. */
    private static Amount amount(Distribution.Quantile quantile) {
        return quantile.least() == quantile.most()
                ? Amount.exactly(quantile.least())
                : new Amount(quantile.least(), List.of("quantile"));
    }

    private Optional<Detail> reasons() {
        if (summary.reasons().isEmpty()) {
            return Optional.empty();
        }
        List<Measure<Summary.Reason>> measures = List.of(
                new Measure<>(Column.text("problem", "problem"), reason -> new Cell.Text(reason.code())),
                new Measure<>(Column.number("points", "points"), reason -> new Cell.ExactCount(reason.points())),
                new Measure<>(Column.phrase("fact", "of the first of them"), reason -> new Cell.Text(reason.fact())),
                new Measure<>(Column.phrase("first", "which is"), reason -> new Cell.Text(name(reason))));
        Table table = Table.of("problems", Measure.columns(measures), Measure.rows(measures, summary.reasons()));
        return Optional.of(new Detail.Listing("why points are no networks", table));
    }

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        if (!sweep.objectives().isEmpty()) {
            List<String> wanted = new ArrayList<>();
            for (Objective objective : sweep.objectives()) {
                wanted.add((objective.maximized() ? "most " : "least ") + words(objective));
            }
            notes.add(Note.of("best: no other network is at least as good in all that is wanted, and better in one: "
                    + String.join(", ", wanted)));
        }
        return notes;
    }

    private static String words(Objective objective) {
        return objective instanceof Objective.OfMetric known ? known.metric().words() : objective.name();
    }

    private List<Detail.Remark> remarks() {
        List<Detail.Remark> remarks = new ArrayList<>();
        if (summary.networks() == 0) {
            remarks.add(Detail.Remark.of("no point of this space is a network"));
        } else if (summary.within() == 0) {
            remarks.add(Detail.Remark.of("no network keeps all limits: " + limits()));
        }
        if (summary.notKnown() > 0) {
            remarks.add(Detail.Remark.of("of " + Readable.exact(summary.notKnown())
                    + " networks a part of a figure is not known, because of " + unknown()));
        }
        if (summary.unrated() > 0) {
            remarks.add(Detail.Remark.of("of " + Readable.exact(summary.unrated())
                    + " networks within limits an objective is not known: they cannot be among the best"));
        }
        if (sweep.objectives().isEmpty()) {
            remarks.add(Detail.Remark.of("nothing is said to be best: write e.g. minimize: multiply_adds"));
        }
        return remarks;
    }

    /** What keeps figures from being known, the most frequent first. */
    private String unknown() {
        List<String> origins = new ArrayList<>(summary.unknown().keySet());
        origins.sort((one, other) ->
                Long.compare(summary.unknown().get(other), summary.unknown().get(one)));
        List<String> named = new ArrayList<>();
        for (String origin : origins.subList(0, Math.min(MOST_ORIGINS, origins.size()))) {
            named.add(origin + " (" + Readable.exact(summary.unknown().get(origin)) + ")");
        }
        int more = origins.size() - named.size();
        return String.join(", ", named) + (more == 0 ? "" : " and " + Readable.exact(more) + " more");
    }

    private String limits() {
        List<String> limits = new ArrayList<>();
        for (Limit limit : sweep.limits()) {
            int figure = sweep.figures().indexOf(limit.metric());
            summary.distribution(figure)
                    .ifPresent(known -> limits.add(limit.metric().words() + " are to be " + limit.text() + ", and are "
                            + Readable.exact(known.quantile(0).least()) + " to "
                            + Readable.exact(known.quantile(100).most())));
        }
        return String.join("; ", limits);
    }

    private List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile("networks", new Cell.Count(summary.networks()), List.of("of " + points() + " points")));
        if (!sweep.objectives().isEmpty()) {
            tiles.add(
                    new Tile("best", new Cell.Count(summary.front().rows().size()), List.of("none is better in all")));
        }
        for (int figure = 0; figure < Math.min(2, sweep.figures().size()); figure++) {
            Metric metric = sweep.figures().get(figure);
            summary.distribution(figure)
                    .ifPresent(known -> tiles.add(new Tile(
                            "median of " + metric.words(),
                            MetricCells.of(metric, Optional.of(amount(known.quantile(50)))),
                            List.of("largest "
                                    + Readable.exact(known.quantile(100).most())))));
        }
        return tiles;
    }
}
