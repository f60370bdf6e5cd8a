package io.archmeter.report;

import io.archmeter.accuracy.Accuracy;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.Paint;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Scatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Models as discs: their work across, and up what it is for. Where accuracies are known that is accuracy, and parameters are the
 * area, as in Canziani, Paszke and Culurciello 2016, arXiv:1605.07678; else parameters are up, and memory is the area.
 */
final class CostScatter {
    private static final int FEWEST = 3;
    private static final int MOST_TICKS = 8;
    private static final long[] STEPS = {100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000};

    private CostScatter() {}

    /** Empty where there are too few models to see more than in their bars. */
    static Optional<Scatter> of(List<CompareDocument.Entry> models) {
        List<CompareDocument.Entry> working = models.stream()
                .filter(model -> amount(Metric.MULTIPLY_ADDS, model).exact() > 0
                        && amount(Metric.PARAMETERS, model).exact() > 0)
                .toList();
        List<CompareDocument.Entry> measured =
                working.stream().filter(model -> model.accuracy().isPresent()).toList();
        if (measured.size() >= FEWEST) {
            return Optional.of(byAccuracy(measured));
        }
        return working.size() >= FEWEST ? Optional.of(byParameters(working)) : Optional.empty();
    }

    private static Scatter byAccuracy(List<CompareDocument.Entry> models) {
        return picture(
                "accuracy over multiply-adds; the area of a disc is the number of parameters",
                new Scatter.Axis("accuracy", false, percents(models)),
                models,
                model -> percent(model.accuracy().orElseThrow()),
                Metric.PARAMETERS);
    }

    private static Scatter byParameters(List<CompareDocument.Entry> models) {
        return picture(
                "parameters over multiply-adds; the area of a disc is output memory",
                logarithmic(Metric.PARAMETERS, models),
                models,
                model -> amount(Metric.PARAMETERS, model),
                Metric.OUTPUT_BYTES);
    }

    /** Reads an amount off a model. */
    private interface Reading {
        Quantity of(CompareDocument.Entry model);
    }

    private static Scatter picture(
            String title, Scatter.Axis up, List<CompareDocument.Entry> models, Reading height, Metric area) {
        List<String> families = new ArrayList<>();
        List<Scatter.Point> points = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (CompareDocument.Entry model : models) {
            String family = familyOf(model.costs().model());
            if (!families.contains(family)) {
                families.add(family);
            }
            Quantity across = amount(Metric.MULTIPLY_ADDS, model);
            Quantity filled = amount(area, model);
            points.add(new Scatter.Point(
                    model.costs().model(),
                    Paint.series(families.indexOf(family)),
                    across,
                    height.of(model),
                    new Quantity(filled.exact(), area.header() + " " + filled.words())));
            sentences.add(model.costs().model() + ": " + height.of(model).words() + " at " + across.words());
        }
        Scatter.Axis across = logarithmic(Metric.MULTIPLY_ADDS, models);
        return new Scatter("scatter", title, String.join("; ", sentences) + ".", across, up, points);
    }

    /** What the name begins with: networks of one family have one colour. */
    private static String familyOf(String model) {
        int end = 0;
        while (end < model.length() && Character.isLetter(model.charAt(end))) {
            end++;
        }
        return model.substring(0, end);
    }

    private static Quantity amount(Metric metric, CompareDocument.Entry model) {
        return Quantities.of(metric, metric.amount(model.costs().total()));
    }

    private static Quantity percent(Accuracy accuracy) {
        return new Quantity(accuracy.thousandths(), accuracy.percent() + "%");
    }

    private static Scatter.Axis logarithmic(Metric metric, List<CompareDocument.Entry> models) {
        long least = Long.MAX_VALUE;
        long largest = 1;
        for (CompareDocument.Entry model : models) {
            long amount = amount(metric, model).exact();
            least = Math.min(least, amount);
            largest = Math.max(largest, amount);
        }
        return new Scatter.Axis(metric.header(), true, RoundNumbers.around(least, largest, metric.unit()));
    }

    /** Percents around the accuracies, in thousandths: not from zero, since all are far from it. */
    private static List<Quantity> percents(List<CompareDocument.Entry> models) {
        long least = Accuracy.ALL;
        long largest = 0;
        for (CompareDocument.Entry model : models) {
            long thousandths = model.accuracy().orElseThrow().thousandths();
            least = Math.min(least, thousandths);
            largest = Math.max(largest, thousandths);
        }
        int size = 0;
        while (size < STEPS.length - 1 && (largest - least) / STEPS[size] > MOST_TICKS - 2) {
            size++;
        }
        long step = STEPS[size];
        List<Quantity> ticks = new ArrayList<>();
        long last = Math.max(ceiling(largest, step), least / step * step + step);
        for (long tick = least / step * step; tick <= last; tick += step) {
            ticks.add(new Quantity(
                    tick,
                    new Accuracy(Math.min(tick, Accuracy.ALL))
                                    .percent()
                                    .stripTrailingZeros()
                                    .toPlainString() + "%"));
        }
        return ticks;
    }

    private static long ceiling(long amount, long step) {
        return (amount + step - 1) / step * step;
    }
}
