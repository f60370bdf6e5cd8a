package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.Paint;
import io.archmeter.report.picture.ParallelAxes;
import io.archmeter.report.picture.Picture;
import io.archmeter.sweep.PointText;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.Sweep;
import io.archmeter.value.PlainValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Networks of a space as lines across all params that vary and all figures. */
final class SweepLines {
    /** More lines than this are a surface. */
    private static final int MOST_LINES = 400;

    private static final int MOST_MARKS = 12;
    private static final int MOST_WORDS = 24;
    private static final int MOST_AXES = 10;

    private final Sweep sweep;
    private final List<Row> best;
    private final List<Row> rows = new ArrayList<>();
    private final List<ParallelAxes.Axis> axes = new ArrayList<>();
    private final List<List<Integer>> places = new ArrayList<>();

    private SweepLines(Sweep sweep, Summary summary) {
        this.sweep = sweep;
        this.best = summary.front().rows();
        List<Row> drawn = summary.drawn();
        int step = (drawn.size() + MOST_LINES - 1) / MOST_LINES;
        for (int i = 0; i < drawn.size(); i += Math.max(1, step)) {
            rows.add(drawn.get(i));
        }
        rows.addAll(best);
    }

    static Optional<Picture> of(Sweep sweep, Summary summary) {
        return summary.networks() < 2 ? Optional.empty() : new SweepLines(sweep, summary).picture();
    }

    private Optional<Picture> picture() {
        for (String param : sweep.space().params()) {
            addParam(param);
        }
        for (int figure = 0; figure < sweep.figures().size(); figure++) {
            addFigure(figure);
        }
        if (axes.size() < 2) {
            return Optional.empty();
        }
        Set<BigInteger> marked = new HashSet<>();
        best.forEach(row -> marked.add(row.position()));
        List<ParallelAxes.Line> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            int number = row;
            boolean isBest = marked.contains(rows.get(row).position());
            if (!isBest || row >= rows.size() - best.size()) {
                lines.add(new ParallelAxes.Line(
                        PointText.name(rows.get(row).point(), sweep.space()),
                        Paint.series(isBest ? 1 : 0),
                        places.stream().map(column -> column.get(number)).toList(),
                        isBest));
            }
        }
        return Optional.of(new ParallelAxes(
                "parallel",
                "networks as lines across what varies and what it costs",
                lines.size() + " networks, " + best.size() + " of them the best, across " + axes.size() + " axes.",
                axes,
                lines));
    }

    /** Lists that are all as long have an axis for each element. */
    private void addParam(String name) {
        List<PlainValue> values =
                rows.stream().map(row -> row.point().settings().get(name)).toList();
        int length = commonLength(values);
        if (length == 0) {
            addValues(name, values);
        }
        for (int i = 0; i < length; i++) {
            int element = i;
            addValues(
                    name + "[" + element + "]",
                    values.stream()
                            .map(list -> ((PlainValue.Items) list).items().get(element))
                            .toList());
        }
    }

    /** How long all of some lists are; 0 where they differ, or are none. */
    private static int commonLength(List<PlainValue> values) {
        int length =
                values.get(0) instanceof PlainValue.Items first ? first.items().size() : 0;
        for (PlainValue value : values) {
            if (!(value instanceof PlainValue.Items list) || list.items().size() != length) {
                return 0;
            }
        }
        return length;
    }

    /** Numbers lie in their order, and other values in that of their words, at equal distances; too many words are no axis. */
    private void addValues(String name, List<PlainValue> values) {
        TreeSet<PlainValue> different = new TreeSet<>(SweepLines::compare);
        different.addAll(values);
        boolean numbers = values.stream().allMatch(PlainValue.Num.class::isInstance);
        if (different.size() < 2
                || !numbers && different.size() > MOST_WORDS
                || axes.size() + sweep.figures().size() >= MOST_AXES) {
            return;
        }
        List<PlainValue> sorted = List.copyOf(different);
        List<Integer> column = new ArrayList<>();
        for (PlainValue value : values) {
            column.add(place(different.headSet(value).size(), sorted.size() - 1L));
        }
        List<ParallelAxes.Mark> marks = new ArrayList<>();
        int step = (sorted.size() + MOST_MARKS - 1) / MOST_MARKS;
        for (int i = 0; i < sorted.size(); i += step) {
            marks.add(new ParallelAxes.Mark(place(i, sorted.size() - 1L), PointText.of(sorted.get(i))));
        }
        axes.add(new ParallelAxes.Axis(name, marks));
        places.add(column);
    }

    private static int compare(PlainValue one, PlainValue other) {
        return one instanceof PlainValue.Num a && other instanceof PlainValue.Num b
                ? a.number().compareTo(b.number())
                : PointText.of(one).compareTo(PointText.of(other));
    }

    private void addFigure(int figure) {
        Metric metric = sweep.figures().get(figure);
        long least = Long.MAX_VALUE;
        long largest = 0;
        List<Long> values = new ArrayList<>();
        for (Row row : rows) {
            long value = row.figure(figure).map(Amount::atLeast).orElse(0L);
            values.add(value);
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        if (least == largest) {
            return;
        }
        List<Integer> column = new ArrayList<>();
        for (long value : values) {
            column.add(place(value - least, largest - least));
        }
        axes.add(new ParallelAxes.Axis(
                metric.header(),
                List.of(
                        new ParallelAxes.Mark(0, words(metric, least)),
                        new ParallelAxes.Mark(ParallelAxes.STEPS, words(metric, largest)))));
        places.add(column);
    }

    private static String words(Metric metric, long value) {
        return Quantities.of(metric.unit(), Amount.exactly(value)).words();
    }

    private static int place(long amount, long largest) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(ParallelAxes.STEPS))
                .divide(BigInteger.valueOf(largest))
                .intValueExact();
    }
}
