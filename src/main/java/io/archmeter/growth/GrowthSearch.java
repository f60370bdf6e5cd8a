package io.archmeter.growth;

import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.load.LoadOptions;
import io.archmeter.metric.Metric;
import io.archmeter.op.UnknownExtent;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.spec.load.ModelSources;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** Finds how a model grows, by loading it again and again. */
public final class GrowthSearch {
    /** What is looked for where nobody says: those that are there. */
    private static final List<Metric> TELLING = List.of(Metric.MULTIPLY_ADDS, Metric.OUTPUT_BYTES);

    /** How far a step has to be right before it is chosen. */
    private static final long TRIED = 24;

    private static final int MOST_DEGREE_TRIED = 4;

    private final ModelSources sources;
    private final String reference;
    private final LoadOptions options;
    private final NetworkFacts base;
    private final Dials known;
    private final Measures measures;

    private GrowthSearch(ModelSources sources, String reference, LoadOptions options, DType type, Measures measures) {
        this.sources = sources;
        this.reference = reference;
        this.options = options;
        this.base = NetworkFacts.of(sources.graph(reference, options), type);
        this.known = new Dials(base, sources.adjustables(reference, options));
        this.measures = measures;
    }

    /**
     * How a model grows.
     *
     * @param over what is varied, in words; none: the batch, and the input where it can be
     * @param step of the input or the params; empty where it is looked for
     * @param limits that figures have to keep, which are measured
     * @throws ProblemException where there is no such model, nothing of it is called so, or it has no other value
     */
    public static Growth of(
            ModelSources sources,
            String reference,
            LoadOptions options,
            DType type,
            Measures measures,
            List<String> over,
            OptionalLong step,
            List<Limit> limits) {
        GrowthSearch search = new GrowthSearch(sources, reference, options, type, measures);
        limits.forEach(search::requireKnown);
        return search.growth(search.dials(over, step), limits);
    }

    private Optional<Amount> amount(Metric metric) {
        return Optional.ofNullable(measures.of(List.of(metric)).of(base).get(metric));
    }

    private boolean isKnown(Metric metric) {
        return amount(metric).filter(Amount::isExact).isPresent();
    }

    /** Of what nobody knows in full it cannot be said what fits. */
    private void requireKnown(Limit limit) {
        amount(limit.metric()).filter(amount -> !amount.isExact()).ifPresent(amount -> {
            String origin = amount.origins().get(0);
            throw new ProblemException(Problem.at(
                    Span.of("--fit"),
                    UnknownExtent.CODE,
                    "nobody knows all of " + limit.metric().words() + ", so it cannot be said what fits: " + origin
                            + " is not known",
                    UnknownExtent.remedy(origin)));
        });
    }

    private List<List<Dial>> dials(List<String> over, OptionalLong step) {
        List<List<Dial>> groups = new ArrayList<>();
        if (!over.isEmpty()) {
            over.forEach(word -> groups.add(stepping(known.of(word), step, over.size() == 1)));
            groups.forEach(this::requireOthers);
            return groups;
        }
        groups.add(known.of("batch"));
        if (known.hasInput()) {
            List<Dial> input = stepping(known.of(Dials.INPUT), step, false);
            if (refused(input).isEmpty()) {
                groups.add(input);
            }
        }
        return groups;
    }

    /** Why there is no network with another value; empty where there is one. */
    private Optional<Problem> refused(List<Dial> dials) {
        Networks networks = networks(dials, measures.of(List.of()));
        List<Variable> variables = variables(dials);
        Optional<Problem> reason = Optional.empty();
        for (long number : List.of(-1L, 1L)) {
            boolean any = number >= 0 || variables.stream().allMatch(variable -> variable.first() <= number);
            if (any) {
                reason = networks.at(point(variables, number)).refused();
                if (reason.isEmpty()) {
                    return reason;
                }
            }
        }
        return reason;
    }

    private void requireOthers(List<Dial> dials) {
        refused(dials).ifPresent(reason -> {
            Variable first = dials.get(0).variable();
            throw new ProblemException(Problem.at(
                    Span.of("--over"),
                    "no-growth",
                    "with another " + first.word() + " than " + first.base() + " there is no network: " + reason.fact(),
                    "vary something else, or give a --step; 'archmeter inputs' shows what there is"));
        });
    }

    private static List<Variable> variables(List<Dial> dials) {
        return dials.stream().map(Dial::variable).toList();
    }

    private static List<Long> point(List<Variable> variables, long number) {
        return variables.stream().map(variable -> variable.value(number)).toList();
    }

    private Networks networks(List<Dial> dials, Measures measured) {
        return new Networks(
                point -> {
                    LoadOptions changed = options;
                    for (int dial = 0; dial < dials.size(); dial++) {
                        changed = dials.get(dial).set(changed, point.get(dial));
                    }
                    return NetworkFacts.of(sources.graph(reference, changed), base.type());
                },
                measured);
    }

    /** The same in steps that are given, or in the first in which what is added up over layers is a polynomial. */
    private List<Dial> stepping(List<Dial> dials, OptionalLong given, boolean alone) {
        boolean batch = dials.get(0) instanceof Dial.Batch;
        if (given.isPresent() && (!batch || alone)) {
            return dials.stream().map(dial -> dial.stepping(given.getAsLong())).toList();
        }
        if (batch) {
            return dials;
        }
        List<Metric> added = measures.metrics().stream()
                .filter(metric -> metric.together() == Metric.Together.SUM && isKnown(metric))
                .toList();
        Networks networks = networks(dials, measures.of(added.isEmpty() ? TELLING : added));
        LongPredicate isPolynomial = step -> isPolynomial(dials, step, networks);
        OptionalLong step = dials.get(0) instanceof Dial.Axis
                ? Steps.ofInput(base, isPolynomial)
                : Steps.ofParam(dials.get(0).variable().base(), isPolynomial);
        return dials.stream().map(dial -> dial.stepping(step.orElse(1))).toList();
    }

    /** Whether all figures are, in each of the variables alone: above the base, or below it where there is no network above. */
    private static boolean isPolynomial(List<Dial> dials, long step, Networks networks) {
        List<Long> bases = dials.stream().map(dial -> dial.variable().base()).toList();
        for (int each = 0; each < dials.size(); each++) {
            Dial dial = dials.get(each).stepping(step);
            Line line = new Line(dial.variable(), List.of(each), bases);
            Variable variable = dial.variable();
            boolean up = networks.has(line.at(variable.value(1)));
            // The network that was asked for may be the last of its kind: one whose window is as large as all of it.
            long begin = up ? 1 : Math.max(variable.first(), -TRIED);
            long far = up ? TRIED : -1;
            for (Metric metric : networks.metrics()) {
                Figure figure = networks.figure(metric);
                PolynomialSearch search = new PolynomialSearch(
                        List.of(variable),
                        List.of(new Reach(begin, far, false)),
                        value -> figure.at(line.at(value.get(0))),
                        Math.min(dial.mostDegree(), MOST_DEGREE_TRIED));
                if (!search.isFoundUpTo(begin, far)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Reach reach(Line line, long farthest, Networks networks) {
        Variable variable = line.variable();
        return Reach.of(0, variable.first(), farthest, number -> networks.has(line.at(variable.value(number))));
    }

    private Growth growth(List<List<Dial>> groups, List<Limit> limits) {
        List<Dial> dials = groups.stream().flatMap(List::stream).toList();
        List<Variable> variables = variables(dials);
        List<Long> bases = variables.stream().map(Variable::base).toList();
        Networks networks = networks(dials, measures);
        List<Reach> reaches = new ArrayList<>();
        for (int dial = 0; dial < dials.size(); dial++) {
            reaches.add(reach(
                    new Line(variables.get(dial), List.of(dial), bases),
                    dials.get(dial).farthest(),
                    networks));
        }
        int mostDegree = dials.stream().mapToInt(Dial::mostDegree).max().orElseThrow();
        Map<Metric, Fitted> together = new EnumMap<>(Metric.class);
        for (Metric metric : variables.size() == 1 ? List.<Metric>of() : measures.metrics()) {
            new PolynomialSearch(variables, reaches, networks.figure(metric), mostDegree)
                    .aroundBase()
                    .ifPresent(found -> together.put(metric, found));
        }
        List<Growth.Along> alone = new ArrayList<>();
        int first = 0;
        for (List<Dial> group : groups) {
            List<Integer> moved =
                    IntStream.range(first, first + group.size()).boxed().toList();
            first += group.size();
            Line line = new Line(variable(group), moved, bases);
            alone.add(
                    new AlongSearch(line, group.get(0), networks, measures.metrics(), together.keySet()).along(limits));
        }
        return new Growth(base, variables, measures, together, alone);
    }

    /** What stands for all variables of a group: of several the side of a square. */
    private static Variable variable(List<Dial> group) {
        Variable first = group.get(0).variable();
        if (group.size() == 1) {
            return first;
        }
        long smallest = group.stream()
                .mapToLong(dial -> dial.variable().base() - dial.variable().least())
                .min()
                .orElseThrow();
        return new Variable("S", Dials.INPUT, first.base(), first.step(), first.base() - smallest);
    }
}
