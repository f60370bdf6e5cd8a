package io.archmeter.spec;

import io.archmeter.located.Located;
import io.archmeter.op.Value;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value as it is written, its expressions parsed and not evaluated yet. */
sealed interface Written {
    Span at();

    /**
     * The value.
     *
     * @param work to which is added what it takes beyond {@link #parts}
     * @throws ProblemException where an expression cannot be evaluated
     */
    Value value(Variables variables, Work work);

    /** The value of what sees no variables. */
    default Value value() {
        return value(Scope.EMPTY, new Work());
    }

    /** How much there is to evaluate: nothing for what is constant. */
    int parts();

    record Constant(Span at, Value value) implements Written {
        @Override
        public Value value(Variables variables, Work work) {
            return value;
        }

        @Override
        public int parts() {
            return 0;
        }
    }

    record Computed(Span at, Expression expression) implements Written {
        @Override
        public Value value(Variables variables, Work work) {
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
    record Items(Span at, List<Written> items, Optional<Value> constant, int parts) implements Written {
        /** A list can repeat values by names as much as a file can by aliases. */
        private static final long MOST_VALUES = 1_000_000;

        /** Lists of names can be nested as deep as a file. */
        private static final int DEEPEST = 100;

        private static final int CONSTANTS_OF_A_PART = 16;

        static Items of(Span at, List<Written> items) {
            int parts = items.stream().mapToInt(Written::parts).sum();
            Optional<Value> constant =
                    parts == 0 ? Optional.of(value(items, Scope.EMPTY, new Work())) : Optional.empty();
            return new Items(at, items, constant, parts == 0 ? 0 : parts + items.size() / CONSTANTS_OF_A_PART);
        }

        @Override
        public Value value(Variables variables, Work work) {
            return constant.orElseGet(() -> bounded(value(items, variables, work)));
        }

        /** Names of lists in lists of names can stand for more values than there are atoms. */
        private Value bounded(Value list) {
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

        private static Value value(List<Written> items, Variables variables, Work work) {
            List<Value> values = new ArrayList<>(items.size());
            List<Problem> found = new ArrayList<>();
            for (Written item : items) {
                try {
                    values.add(item.value(variables, work));
                } catch (ProblemException failed) {
                    found.addAll(failed.problems());
                }
            }
            if (!found.isEmpty()) {
                throw new ProblemException(found);
            }
            boolean known = values.stream().noneMatch(Value.Unknown.class::isInstance);
            return known ? new Value.Items(values) : new Value.Unknown();
        }
    }

    /** Parses what is written; what is wrong with it is a problem, and its value then unknown. */
    static Written of(Located located, Problems problems) {
        if (located instanceof Located.Items list) {
            return Items.of(
                    list.at(),
                    list.items().stream().map(item -> of(item, problems)).toList());
        }
        if (located instanceof Located.Mapping mapping) {
            problems.add(
                    mapping.at(),
                    "wrong-type",
                    "a mapping stands where a value belongs",
                    "write a number, a text, a list or an expression");
            return new Constant(mapping.at(), new Value.Unknown());
        }
        Located.Scalar scalar = (Located.Scalar) located;
        if (!(scalar.value() instanceof Value.Text text && text.text().startsWith("="))) {
            return new Constant(scalar.at(), scalar.value());
        }
        try {
            return new Computed(
                    scalar.at(),
                    Expression.parse(
                            scalar.source(text.text()).part(1, text.text().length())));
        } catch (ProblemException failed) {
            failed.problems().forEach(problems::add);
            return new Constant(scalar.at(), new Value.Unknown());
        }
    }
}
