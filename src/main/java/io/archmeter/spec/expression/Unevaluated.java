package io.archmeter.spec.expression;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.SourceValue;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A value as it is written, its expressions parsed and not evaluated yet. */
public sealed interface Unevaluated {
    Span at();

    /**
     * The value.
     *
     * @param work to which is added what it takes beyond {@link #parts}
     * @throws ProblemException where an expression cannot be evaluated
     */
    PlainValue value(Variables variables, EvaluationSteps work);

    /** The value of what sees no variables. */
    default PlainValue value() {
        return value(Scope.EMPTY, new EvaluationSteps());
    }

    /** How much there is to evaluate: nothing for what is constant. */
    int parts();

    record Constant(Span at, PlainValue value) implements Unevaluated {
        @Override
        public PlainValue value(Variables variables, EvaluationSteps work) {
            return value;
        }

        @Override
        public int parts() {
            return 0;
        }
    }

    record Computed(Span at, Expression expression) implements Unevaluated {
        @Override
        public PlainValue value(Variables variables, EvaluationSteps work) {
            return expression.evaluate(variables, work);
        }

        @Override
        public int parts() {
            return expression.parts();
        }
    }

    /**
     * A list.
     *
     * @param constant its value, where no element depends on anything: a list of a million numbers is made once
     */
    record Items(Span at, List<Unevaluated> items, Optional<PlainValue> constant, int parts) implements Unevaluated {
        /** A list can repeat values by names as much as a file can by aliases. */
        private static final long MOST_VALUES = 1_000_000;

        /** Lists of names can be nested as deep as a file. */
        private static final int DEEPEST = 100;

        private static final int CONSTANTS_OF_A_PART = 16;

        static Items of(Span at, List<Unevaluated> items) {
            int parts = items.stream().mapToInt(Unevaluated::parts).sum();
            Optional<PlainValue> constant =
                    parts == 0 ? Optional.of(value(items, Scope.EMPTY, new EvaluationSteps())) : Optional.empty();
            return new Items(at, items, constant, parts == 0 ? 0 : parts + items.size() / CONSTANTS_OF_A_PART);
        }

        @Override
        public PlainValue value(Variables variables, EvaluationSteps work) {
            return constant.orElseGet(() -> bounded(value(items, variables, work)));
        }

        /** Names of lists in lists of names can stand for more values than there are atoms. */
        private PlainValue bounded(PlainValue list) {
            if (list.size() > MOST_VALUES) {
                throw new ProblemException(Problem.at(
                        at,
                        "list-too-large",
                        "with what its names stand for, this list has more than 1,000,000 values",
                        "let it name fewer lists"));
            }
            if (list.depth() > DEEPEST) {
                throw new ProblemException(Problem.at(
                        at,
                        "too-deep",
                        "with what its names stand for, lists stand in each other more than " + DEEPEST + " deep",
                        "use fewer levels"));
            }
            return list;
        }

        private static PlainValue value(List<Unevaluated> items, Variables variables, EvaluationSteps work) {
            List<PlainValue> values = new ArrayList<>(items.size());
            List<Problem> found = new ArrayList<>();
            for (Unevaluated item : items) {
                try {
                    values.add(item.value(variables, work));
                } catch (ProblemException failed) {
                    found.addAll(failed.problems());
                }
            }
            if (!found.isEmpty()) {
                throw new ProblemException(found);
            }
            boolean known = values.stream().noneMatch(PlainValue.Unknown.class::isInstance);
            return known ? new PlainValue.Items(values) : new PlainValue.Unknown();
        }
    }

    /** Names with values, as a list of pairs; what is wrong with a value is a problem. */
    static Unevaluated named(SourceValue.Mapping mapping, Problems problems) {
        return named(mapping, value -> of(value, problems));
    }

    /** Names with values, each of which may be names with values again. */
    static Unevaluated namesWithin(SourceValue.Mapping mapping, Problems problems) {
        return named(
                mapping,
                value -> value instanceof SourceValue.Mapping inner ? named(inner, problems) : of(value, problems));
    }

    private static Unevaluated named(SourceValue.Mapping mapping, Function<SourceValue, Unevaluated> of) {
        List<Unevaluated> pairs = new ArrayList<>();
        for (SourceValue.Entry entry : mapping.entries()) {
            Unevaluated name = new Constant(entry.keyAt(), new PlainValue.Text(entry.key()));
            pairs.add(Items.of(entry.keyAt(), List.of(name, of.apply(entry.value()))));
        }
        return Items.of(mapping.at(), pairs);
    }

    /** Parses what is written; what is wrong with it is a problem, and its value then unknown. */
    static Unevaluated of(SourceValue located, Problems problems) {
        if (located instanceof SourceValue.Items list) {
            return Items.of(
                    list.at(),
                    list.items().stream().map(item -> of(item, problems)).toList());
        }
        if (located instanceof SourceValue.Mapping mapping) {
            problems.add(
                    mapping.at(),
                    "wrong-type",
                    "a mapping stands where a value belongs",
                    "write a number, a text, a list or an expression");
            return new Constant(mapping.at(), new PlainValue.Unknown());
        }
        SourceValue.Scalar scalar = (SourceValue.Scalar) located;
        if (!(scalar.value() instanceof PlainValue.Text text && text.text().startsWith("="))) {
            return new Constant(scalar.at(), scalar.value());
        }
        try {
            return new Computed(
                    scalar.at(),
                    Expression.parse(
                            scalar.source(text.text()).part(1, text.text().length())));
        } catch (ProblemException failed) {
            failed.problems().forEach(problems::add);
            return new Constant(scalar.at(), new PlainValue.Unknown());
        }
    }
}
