package io.archmeter.budget.file;

import io.archmeter.budget.Bound;
import io.archmeter.budget.Level;
import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import io.archmeter.convention.Convention;
import io.archmeter.convention.file.Conventions;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Vocabulary;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a convention may count of a network: {@code flops: {convention: fvcore, at most: 4.2G}}, or a list of these. */
final class ConventionLimitReader {
    private static final String CONVENTION = "convention";
    private static final String AT_MOST = "at most";
    private static final String EXAMPLE = "{convention: fvcore, at most: 4.2G}";
    private static final Vocabulary WORDS = new Vocabulary(
            Map.of("atmost", AT_MOST, "max", AT_MOST, "maximum", AT_MOST, "limit", AT_MOST, "as", CONVENTION),
            Map.of());

    private final BoundReader bounds;
    private final Level level;
    private final BudgetFolder folder;
    private final Problems problems;

    ConventionLimitReader(BoundReader bounds, Level level, BudgetFolder folder, Problems problems) {
        this.bounds = bounds;
        this.level = level;
        this.folder = folder;
        this.problems = problems;
    }

    /** All of them. */
    List<Limit> read(SourceValue.Entry entry, Scope scope) {
        List<Limit> read = new ArrayList<>();
        if (!(scope instanceof Scope.Total)) {
            problems.add(
                    entry.keyAt(),
                    "wrong-scope",
                    "what a convention counts is limited of a whole network",
                    "write it below 'limits:', or limit multiply_adds here");
            return read;
        }
        List<SourceValue> all = entry.value() instanceof SourceValue.Items list ? list.items() : List.of(entry.value());
        for (SourceValue each : all) {
            if (each instanceof SourceValue.Mapping) {
                limit(each, scope).ifPresent(read::add);
            } else if (!each.isUnknown()) {
                problems.add(
                        each.at(),
                        "no-convention",
                        "everybody counts other FLOPs, and this does not say whose",
                        "write " + Limit.FLOPS + ": " + EXAMPLE + ", or limit multiply_adds");
            }
        }
        return read;
    }

    private Optional<Limit> limit(SourceValue located, Scope scope) {
        CheckedMapping keys =
                CheckedMapping.of(Limit.FLOPS, EXAMPLE, located, List.of(CONVENTION, AT_MOST), WORDS, problems);
        for (String key : List.of(CONVENTION, AT_MOST)) {
            if (keys.lacks(key)) {
                problems.add(located.at(), "missing-value", Limit.FLOPS + " has no '" + key + "'", "write " + EXAMPLE);
            }
        }
        Optional<Convention> convention = keys.find(CONVENTION).flatMap(this::convention);
        Optional<Bound> bound = keys.find(AT_MOST).flatMap(found -> absolute(found, scope));
        return convention.isPresent() && bound.isPresent()
                ? Optional.of(new Limit(
                        new Scope.Counted(convention.get()), Metric.MULTIPLY_ADDS, bound.get(), located.at(), level))
                : Optional.empty();
    }

    private Optional<Convention> convention(SourceValue located) {
        Optional<String> word = CheckedMapping.text(CONVENTION, located, problems);
        try {
            return word.map(this::reached).map(Conventions::find);
        } catch (ProblemException wrong) {
            for (Problem problem : wrong.problems()) {
                boolean here = problem.code().equals("unknown-convention");
                problems.add(
                        here ? Problem.at(located.at(), problem.code(), problem.fact(), problem.remedy()) : problem);
            }
            return Optional.empty();
        }
    }

    /** A file is found from the folder of the budget. */
    private String reached(String word) {
        return folder.isFile(word) ? folder.path(word).map(folder::reference).orElse(word) : word;
    }

    /** A baseline remembers nothing that a convention counts. */
    private Optional<Bound> absolute(SourceValue located, Scope scope) {
        Optional<Bound> bound = bounds.read(located, Metric.MULTIPLY_ADDS, scope);
        if (bound.isPresent() && bound.get().isRelative()) {
            problems.add(
                    located.at(),
                    "not-recorded",
                    "baselines do not remember what a convention counts",
                    "write a number, such as 4.2G, or hold multiply_adds to the baseline");
            return Optional.empty();
        }
        return bound;
    }
}
