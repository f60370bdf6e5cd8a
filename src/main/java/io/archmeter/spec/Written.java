package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.List;

/** A value as it is written, its expressions parsed and not evaluated yet. */
sealed interface Written {
    Span at();

    /** The value; throws {@link ProblemException} where an expression cannot be evaluated. */
    Value value(Variables variables);

    record Constant(Span at, Value value) implements Written {
        @Override
        public Value value(Variables variables) {
            return value;
        }
    }

    record Computed(Span at, Expression expression) implements Written {
        @Override
        public Value value(Variables variables) {
            return expression.evaluate(variables);
        }
    }

    record Items(Span at, List<Written> items) implements Written {
        @Override
        public Value value(Variables variables) {
            List<Value> values =
                    items.stream().map(item -> item.value(variables)).toList();
            boolean known = values.stream().noneMatch(Value.Unknown.class::isInstance);
            return known ? new Value.Items(values) : new Value.Unknown();
        }
    }

    /** Parses what is written; what is wrong with it is a problem, and its value then unknown. */
    static Written of(Located located, Problems problems) {
        if (located instanceof Located.Items list) {
            return new Items(
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
                    Expression.parse(text.text().substring(1), scalar.textAt().plus(1)));
        } catch (ProblemException failed) {
            failed.problems().forEach(problems::add);
            return new Constant(scalar.at(), new Value.Unknown());
        }
    }
}
