package io.archmeter.sweep.file;

import io.archmeter.budget.file.AbsoluteBound;
import io.archmeter.metric.Metric;
import io.archmeter.metric.MetricWords;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.sweep.Limit;
import io.archmeter.sweep.Objective;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what is asked of the points of a space: figures, limits, objectives. */
final class QuestionsReader {
    private static final List<String> METRICS =
            Metric.recorded().stream().map(Metric::toString).toList();

    private static final List<String> OBJECTIVES = objectives();

    private static final String AT_MOST = "at most ";
    private static final String AT_LEAST = "at least ";

    private final CheckedMapping keys;
    private final Problems problems;

    QuestionsReader(CheckedMapping keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    private static List<String> objectives() {
        List<String> words = new ArrayList<>(METRICS);
        words.add(Objective.ACCURACY);
        return List.copyOf(words);
    }

    List<Limit> limits() {
        List<Limit> limits = new ArrayList<>();
        Optional<SourceValue> found = keys.find("limits");
        if (found.isEmpty()) {
            return limits;
        }
        String example = "figures with bounds: {parameters: at most 5M}";
        CheckedMapping.of("limits", example, found.get(), METRICS, MetricWords.VOCABULARY, problems);
        if (found.get() instanceof SourceValue.Mapping mapping) {
            for (SourceValue.Entry entry : mapping.entries()) {
                Metric.recorded(entry.key())
                        .flatMap(metric -> limit(metric, entry.value()))
                        .ifPresent(limits::add);
            }
        }
        return limits;
    }

    private Optional<Limit> limit(Metric metric, SourceValue located) {
        if (located instanceof SourceValue.Items list) {
            return between(metric, list);
        }
        if (located instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Text text) {
            String words = text.text().strip();
            String small = words.toLowerCase(Locale.ROOT);
            if (small.startsWith(AT_MOST) || small.startsWith(AT_LEAST)) {
                boolean least = small.startsWith(AT_LEAST);
                String bound = words.substring(least ? AT_LEAST.length() : AT_MOST.length());
                SourceValue alone =
                        new SourceValue.Scalar(scalar.at(), scalar.textAt(), new PlainValue.Text(bound.strip()));
                return limit(metric, alone, least, small);
            }
            return limit(metric, located, metric.moreIsBetter(), word(metric) + words);
        }
        return limit(metric, located, metric.moreIsBetter(), word(metric) + written(located));
    }

    private static String word(Metric metric) {
        return metric.moreIsBetter() ? AT_LEAST : AT_MOST;
    }

    private static String written(SourceValue located) {
        return located instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Text text
                ? text.text().strip()
                : located.described();
    }

    private Optional<Limit> limit(Metric metric, SourceValue bound, boolean least, String text) {
        OptionalLong number = AbsoluteBound.read(bound, metric, least, problems);
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(new Limit(
                        metric, least ? number : OptionalLong.empty(), least ? OptionalLong.empty() : number, text));
    }

    private Optional<Limit> between(Metric metric, SourceValue.Items list) {
        if (list.items().size() != 2) {
            problems.add(
                    list.at(),
                    "bad-bound",
                    metric + " lies between two numbers, and here are "
                            + list.items().size(),
                    "write [300M, 600M], or 'at most 600M'");
            return Optional.empty();
        }
        OptionalLong least = AbsoluteBound.read(list.items().get(0), metric, true, problems);
        OptionalLong most = AbsoluteBound.read(list.items().get(1), metric, false, problems);
        if (least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        if (least.getAsLong() > most.getAsLong()) {
            problems.add(
                    list.at(),
                    "bad-bound",
                    "no " + metric.words() + " are between " + least.getAsLong() + " and " + most.getAsLong(),
                    "write the smaller number first");
            return Optional.empty();
        }
        String text =
                written(list.items().get(0)) + " to " + written(list.items().get(1));
        return Optional.of(new Limit(metric, least, most, text));
    }

    List<Objective> wanted() {
        List<Objective> wanted = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (boolean maximized : new boolean[] {false, true}) {
            String key = maximized ? "maximize" : "minimize";
            for (SourceValue.Scalar word : keys.texts(key, "multiply_adds")) {
                String name = ((PlainValue.Text) word.value()).text();
                if (!OBJECTIVES.contains(name)) {
                    problems.add(
                            word.at(),
                            "unknown-figure",
                            "there is no figure '" + Excerpt.of(name) + "'",
                            MetricWords.VOCABULARY.remedy(name, OBJECTIVES));
                } else if (!named.add(name)) {
                    problems.add(
                            word.at(), "duplicate-name", "'" + name + "' is wanted twice", "remove one of the two");
                } else {
                    wanted.add(Metric.recorded(name)
                            .<Objective>map(metric -> new Objective.OfMetric(metric, maximized))
                            .orElseGet(() -> new Objective.OfAccuracy(maximized)));
                }
            }
        }
        return wanted;
    }

    /** Those that are named, else parameters and multiply-adds; then what limits and objectives need. */
    List<Metric> figures(List<Limit> limits, List<Objective> objectives) {
        Set<Metric> figures = new LinkedHashSet<>();
        for (SourceValue.Scalar word : keys.texts("figures", "parameters, multiply_adds")) {
            String name = ((PlainValue.Text) word.value()).text();
            Optional<Metric> metric = Metric.recorded(name);
            if (metric.isEmpty()) {
                problems.add(
                        word.at(),
                        "unknown-figure",
                        "there is no figure '" + Excerpt.of(name) + "'",
                        MetricWords.VOCABULARY.remedy(name, METRICS));
            }
            metric.ifPresent(figures::add);
        }
        if (figures.isEmpty()) {
            figures.add(Metric.PARAMETERS);
            figures.add(Metric.MULTIPLY_ADDS);
        }
        limits.forEach(limit -> figures.add(limit.metric()));
        objectives.forEach(objective -> {
            if (objective instanceof Objective.OfMetric known) {
                figures.add(known.metric());
            }
        });
        return List.copyOf(figures);
    }
}
