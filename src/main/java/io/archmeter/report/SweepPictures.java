package io.archmeter.report;

import io.archmeter.accuracy.Accuracy;
import io.archmeter.facts.Amount;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.FrontPlot;
import io.archmeter.report.picture.Paint;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Scatter;
import io.archmeter.report.text.Readable;
import io.archmeter.sweep.Objective;
import io.archmeter.sweep.PointText;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The networks of a space as points at two figures, and as lines across all that varies and all that is counted. */
public final class SweepPictures {
    /** As much as one picture bears. */
    private static final int MOST_LABEL = 80;

    private final Sweep sweep;
    private final Summary summary;

    /** What stands along an axis: an objective, or a figure where there are not two of these. */
    private record Shown(String title, Metric.Unit unit, Optional<Objective> objective, int figure) {
        OptionalLong of(Row row, Sweep sweep) {
            return objective
                    .map(known -> known.of(row, sweep))
                    .orElseGet(() -> row.figure(figure).map(Amount::exact).orElse(OptionalLong.empty()));
        }

        boolean isAccuracy() {
            return objective.isPresent() && objective.get() instanceof Objective.OfAccuracy;
        }

        Quantity quantity(long value) {
            return isAccuracy()
                    ? new Quantity(value, new Accuracy(value).percent() + "%")
                    : Quantities.of(unit, Amount.exactly(value));
        }
    }

    private SweepPictures(Sweep sweep, Summary summary) {
        this.sweep = sweep;
        this.summary = summary;
    }

    /** None where there are too few networks or figures. */
    public static List<Picture> of(Sweep sweep, Summary summary) {
        SweepPictures pictures = new SweepPictures(sweep, summary);
        List<Picture> all = new ArrayList<>();
        pictures.front().ifPresent(all::add);
        SweepLines.of(sweep, summary).ifPresent(all::add);
        return all;
    }

    private Optional<Picture> front() {
        List<Shown> shown = shown();
        List<Row> best = summary.front().rows();
        if (shown.size() < 2 || summary.networks() < 2) {
            return Optional.empty();
        }
        Shown across = shown.get(0);
        Shown up = shown.get(1);
        List<Row> all = new ArrayList<>(summary.drawn());
        all.addAll(best);
        List<FrontPlot.Dot> others = dots(summary.drawn(), across, up, Paint.series(0));
        if (others.isEmpty()) {
            return Optional.empty();
        }
        List<FrontPlot.Dot> marked = new ArrayList<>(dots(best, across, up, Paint.series(1)));
        marked.sort((one, other) -> {
            int order = Long.compare(one.across().exact(), other.across().exact());
            return order != 0
                    ? order
                    : Long.compare(one.up().exact(), other.up().exact());
        });
        String title =
                up.title() + " over " + across.title() + (best.isEmpty() ? "" : ", with the best of all networks");
        return Optional.of(new FrontPlot(
                "front",
                title,
                summaryOf(marked, across, up),
                axis(across, all),
                axis(up, all),
                others,
                marked,
                sweep.objectives().size() == 2
                        && sweep.objectives().get(0).maximized()
                                != sweep.objectives().get(1).maximized()));
    }

    private String summaryOf(List<FrontPlot.Dot> marked, Shown across, Shown up) {
        if (marked.isEmpty()) {
            return Readable.exact(summary.networks()) + " networks.";
        }
        FrontPlot.Dot first = marked.get(0);
        FrontPlot.Dot last = marked.get(marked.size() - 1);
        return "Of " + Readable.exact(summary.networks()) + " networks " + marked.size() + " are best, from "
                + across.title() + " " + first.across().words() + " and " + up.title() + " "
                + first.up().words() + " to " + last.across().words() + " and "
                + last.up().words() + ".";
    }

    private List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        for (Objective objective : sweep.objectives()) {
            Metric.Unit unit = objective instanceof Objective.OfMetric known
                    ? known.metric().unit()
                    : Metric.Unit.COUNT;
            String title = objective instanceof Objective.OfMetric known
                    ? known.metric().words()
                    : objective.name();
            shown.add(new Shown(title, unit, Optional.of(objective), 0));
        }
        for (int figure = 0; figure < sweep.figures().size() && shown.size() < 2; figure++) {
            Metric metric = sweep.figures().get(figure);
            boolean there = shown.stream().anyMatch(one -> one.title().equals(metric.words()));
            if (!there) {
                shown.add(new Shown(metric.words(), metric.unit(), Optional.empty(), figure));
            }
        }
        return shown;
    }

    private List<FrontPlot.Dot> dots(List<Row> rows, Shown across, Shown up, Paint paint) {
        List<FrontPlot.Dot> dots = new ArrayList<>();
        for (Row row : rows) {
            OptionalLong x = across.of(row, sweep);
            OptionalLong y = up.of(row, sweep);
            if (x.isPresent() && y.isPresent()) {
                dots.add(new FrontPlot.Dot(
                        label(row),
                        sweep.keepsLimits(row) ? paint : Paint.REST,
                        across.quantity(x.getAsLong()),
                        up.quantity(y.getAsLong())));
            }
        }
        return dots;
    }

    private String label(Row row) {
        String name = PointText.name(row.point(), sweep.space());
        return name.length() <= MOST_LABEL ? name : name.substring(0, MOST_LABEL) + "…";
    }

    /** Where an amount is a hundred times another, powers of ten are equally far from each other. */
    private Scatter.Axis axis(Shown shown, List<Row> rows) {
        long least = Long.MAX_VALUE;
        long largest = 0;
        for (Row row : rows) {
            OptionalLong value = shown.of(row, sweep);
            if (value.isPresent()) {
                least = Math.min(least, value.getAsLong());
                largest = Math.max(largest, value.getAsLong());
            }
        }
        if (shown.isAccuracy()) {
            return new Scatter.Axis(
                    shown.title(), false, List.of(shown.quantity(least / 1000 * 1000), shown.quantity(Accuracy.ALL)));
        }
        return least > 0 && largest / least >= 8
                ? new Scatter.Axis(shown.title(), true, RoundNumbers.around(least, largest, shown.unit()))
                : new Scatter.Axis(
                        shown.title(),
                        false,
                        RoundNumbers.upTo(largest, shown.unit()).ticks());
    }
}
