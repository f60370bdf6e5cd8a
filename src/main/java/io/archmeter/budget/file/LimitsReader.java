package io.archmeter.budget.file;

import io.archmeter.budget.Bound;
import io.archmeter.budget.Level;
import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import io.archmeter.metric.Metric;
import io.archmeter.metric.MetricWords;
import io.archmeter.op.Catalogue;
import io.archmeter.op.OperatorWords;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what an entry limits: in total, by module, by layer and by operator. */
final class LimitsReader {
    private static final List<String> FIGURES = Stream.concat(
                    Metric.recorded().stream().map(Metric::toString), Stream.of(Limit.FLOPS))
            .toList();

    /** Parts of paths are no longer. */
    private static final int LONGEST_PATTERN = 1_000;

    private static final String EXAMPLE = "figures with bounds: {parameters: 25M}";

    private final Level level;
    private final Problems problems;
    private final BoundReader bounds;
    private final ConventionLimitReader counted;
    private final List<Limit> limits = new ArrayList<>();

    /**
     * A reader for one entry.
     *
     * @param comparable whether the file names a baseline
     * @param level of all limits that are read
     * @param folder from which the names of files start
     */
    LimitsReader(boolean comparable, Level level, BudgetFolder folder, Problems problems) {
        this.level = level;
        this.problems = problems;
        this.bounds = new BoundReader(comparable, problems);
        this.counted = new ConventionLimitReader(bounds, level, folder, problems);
    }

    List<Limit> read(CheckedMapping entry) {
        entry.find("limits").ifPresent(found -> figures("limits", found, Scope.TOTAL));
        entry.find("modules").ifPresent(found -> scopes("modules", "layer4.*", found, Scope.Module::new));
        entry.find("layers").ifPresent(found -> scopes("layers", "\"*\"", found, Scope.Layer::new));
        entry.find("operators").ifPresent(found -> scopes("operators", "conv", found, Scope.Operator::new));
        return limits;
    }

    private void scopes(String key, String example, SourceValue located, Function<String, Scope> scope) {
        String remedy = "names with figures: {" + example + ": {parameters: 15M}}";
        for (SourceValue.Entry entry : CheckedMapping.anyKeys(key, remedy, located, problems)) {
            String name = entry.key();
            boolean known = !key.equals("operators") || isOperator(name, entry.keyAt(), problems);
            if (name.isBlank()) {
                problems.add(
                        entry.keyAt(), "missing-value", "the name is empty", "write a path, or a pattern of paths");
            } else if (name.length() > LONGEST_PATTERN) {
                problems.add(
                        entry.keyAt(),
                        "name-too-long",
                        "the pattern '" + Excerpt.of(name) + "' has more than " + LONGEST_PATTERN + " characters",
                        "shorten it: '*' stands for any text");
            } else if (EntryReader.saysNothing(entry.value())) {
                problems.add(
                        entry.keyAt(),
                        "missing-value",
                        "'" + Excerpt.of(name) + "' is held to nothing",
                        "write below it e.g. parameters: 15M");
            } else if (known) {
                figures("'" + Excerpt.of(name) + "'", entry.value(), scope.apply(name));
            }
        }
    }

    private void figures(String what, SourceValue located, Scope scope) {
        CheckedMapping.of(what, EXAMPLE, located, FIGURES, MetricWords.VOCABULARY, problems);
        if (located instanceof SourceValue.Mapping mapping) {
            for (SourceValue.Entry entry : mapping.entries()) {
                if (entry.key().equals(Limit.FLOPS)) {
                    limits.addAll(counted.read(entry, scope));
                }
                Metric.recorded(entry.key())
                        .filter(metric -> isOf(metric, scope, entry.keyAt()))
                        .ifPresent(metric -> add(scope, metric, entry));
            }
        }
    }

    private void add(Scope scope, Metric metric, SourceValue.Entry entry) {
        List<SourceValue> values =
                entry.value() instanceof SourceValue.Items list ? list.items() : List.of(entry.value());
        if (values.isEmpty() || entry.value().isNothing()) {
            problems.add(
                    entry.value().at(),
                    "missing-value",
                    metric + " has no bound",
                    "write e.g. " + metric + ": " + BoundReader.example(metric));
            return;
        }
        for (SourceValue value : values) {
            Optional<Bound> bound = bounds.read(value, metric, scope);
            bound.ifPresent(known -> limits.add(new Limit(scope, metric, known, value.at(), level)));
        }
    }

    private boolean isOf(Metric metric, Scope scope, Span at) {
        if (metric.together() == Metric.Together.WHOLE && !(scope instanceof Scope.Total)) {
            problems.add(at, "wrong-scope", "only a whole network has " + words(metric), "write it below 'limits:'");
            return false;
        }
        if (metric.together() == Metric.Together.LAST && scope instanceof Scope.Operator) {
            problems.add(
                    at,
                    "wrong-scope",
                    "layers that do the same, and do not follow each other, have no " + metric.words(),
                    "write it below 'limits:', 'modules:' or 'layers:'");
            return false;
        }
        return true;
    }

    private static String words(Metric metric) {
        return (metric == Metric.ARENA_BYTES ? "an " : "a ") + metric.words();
    }

    /** Whether there is such an operator; else that is a problem. */
    static boolean isOperator(String kind, Span at, Problems problems) {
        if (Catalogue.find(kind).isPresent()) {
            return true;
        }
        problems.add(
                at,
                "unknown-operator",
                "there is no operator '" + Excerpt.of(kind) + "'",
                OperatorWords.remedy(kind, Catalogue.kinds()));
        return false;
    }
}
