package io.archmeter.spec;

import io.archmeter.located.Excerpt;
import io.archmeter.op.Rational;
import io.archmeter.op.Value;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An expression as a tree. Where an operand that is needed is unknown, the result is unknown too. That is no new problem: it was
 * reported where it arose.
 */
sealed interface Term {
    Part part();

    Value evaluate(Variables variables, Work work);

    record Constant(Part part, Value value) implements Term {
        @Override
        public Value evaluate(Variables variables, Work work) {
            return value;
        }
    }

    /** In parentheses; a problem shows it with them. */
    record Group(Part part, Term inner) implements Term {
        @Override
        public Value evaluate(Variables variables, Work work) {
            return inner.evaluate(variables, work);
        }
    }

    record Name(Part part) implements Term {
        private static final Set<String> WORDS = Set.of("true", "false", "and", "or", "not");

        @Override
        public Value evaluate(Variables variables, Work work) {
            return variables.get(part.text()).orElseThrow(() -> unknown(variables));
        }

        private ProblemException unknown(Variables variables) {
            String small = part.text().toLowerCase(Locale.ROOT);
            return part.problem(
                    "unknown-name",
                    "nothing is named '" + part.text() + "' here",
                    variables
                            .remedy(part.text())
                            .orElseGet(() -> WORDS.contains(small)
                                    ? "write '" + small + "'"
                                    : Nearest.remedy(part.text(), variables.names())));
        }
    }

    record Element(Part part, Term list, Term index) implements Term {
        @Override
        public Value evaluate(Variables variables, Work work) {
            Value items = list.evaluate(variables, work);
            Value number = index.evaluate(variables, work);
            if (isUnknown(items) || isUnknown(number)) {
                return new Value.Unknown();
            }
            if (!(items instanceof Value.Items known)) {
                throw mistyped(list, items, "no list", "[ ] takes an element of one");
            }
            return at(known.items(), number(index, number, "[ ]"));
        }

        private Value at(List<Value> items, Rational number) {
            if (!number.isWhole()) {
                throw index.part()
                        .problem(
                                "wrong-number", "the index is " + number + ", which is not whole", "use a whole index");
            }
            OptionalLong position = number.toLong();
            if (position.isEmpty() || position.getAsLong() < 0 || position.getAsLong() >= items.size()) {
                throw index.part()
                        .problem(
                                "index-out-of-range",
                                "the index is " + number + ", and the list has " + items.size() + " elements",
                                items.isEmpty()
                                        ? "put something into the list"
                                        : "use 0 to " + (items.size() - 1) + ": the first element has the index 0");
            }
            return items.get((int) position.getAsLong());
        }
    }

    record Negative(Part part, Term operand) implements Term {
        @Override
        public Value evaluate(Variables variables, Work work) {
            Value value = operand.evaluate(variables, work);
            return isUnknown(value)
                    ? value
                    : new Value.Num(number(operand, value, "-").negated());
        }
    }

    record Not(Part part, Term operand) implements Term {
        @Override
        public Value evaluate(Variables variables, Work work) {
            Value value = operand.evaluate(variables, work);
            return isUnknown(value) ? value : new Value.Flag(!flag(operand, value, "'not'"));
        }
    }

    record Computed(Part part, Part operator, Arithmetic arithmetic, Term left, Term right) implements Term {
        @Override
        public Value evaluate(Variables variables, Work work) {
            Value first = left.evaluate(variables, work);
            Value second = right.evaluate(variables, work);
            if (isUnknown(first) || isUnknown(second)) {
                return new Value.Unknown();
            }
            Rational a = number(left, first, arithmetic.symbol());
            Rational b = number(right, second, arithmetic.symbol());
            return new Value.Num(Arithmetic.bounded(arithmetic.of(a, b, operator, right.part()), operator));
        }
    }

    record Compared(Part part, Comparison comparison, Term left, Term right) implements Term {
        @Override
        public Value evaluate(Variables variables, Work work) {
            Value first = left.evaluate(variables, work);
            Value second = right.evaluate(variables, work);
            if (isUnknown(first) || isUnknown(second)) {
                return new Value.Unknown();
            }
            if (!comparison.isOfEquality()) {
                Rational a = number(left, first, comparison.symbol());
                Rational b = number(right, second, comparison.symbol());
                return new Value.Flag(comparison.holds(a.compareTo(b)));
            }
            if (first.getClass() != second.getClass()) {
                throw right.part()
                        .problem(
                                "expression-type",
                                shown(left, first) + " and " + shown(right, second) + " are of different types",
                                "compare values of one type");
            }
            work.add(Math.min(first.size(), second.size()));
            return new Value.Flag(comparison.holds(same(first, second) ? 0 : 1));
        }

        /** Numbers are most of what is compared; comparing records as such costs start-up time. */
        private static boolean same(Value first, Value second) {
            return first instanceof Value.Num a && second instanceof Value.Num b
                    ? a.number().compareTo(b.number()) == 0
                    : first.equals(second);
        }
    }

    /** {@code and} or {@code or}; the right side is looked at only where the left one leaves the result open. */
    record Joined(Part part, String word, Term left, Term right) implements Term {
        @Override
        public Value evaluate(Variables variables, Work work) {
            Value first = left.evaluate(variables, work);
            if (isUnknown(first) || flag(left, first, "'" + word + "'") == word.equals("or")) {
                return first;
            }
            Value second = right.evaluate(variables, work);
            return isUnknown(second) ? second : new Value.Flag(flag(right, second, "'" + word + "'"));
        }
    }

    /** Only the side that is taken is evaluated, so that a condition can guard it. */
    record Choice(Part part, Term condition, Term then, Term otherwise) implements Term {
        @Override
        public Value evaluate(Variables variables, Work work) {
            Value value = condition.evaluate(variables, work);
            if (isUnknown(value)) {
                return value;
            }
            return (flag(condition, value, "'if'") ? then : otherwise).evaluate(variables, work);
        }
    }

    record Call(Part part, Part name, Function function, List<Term> arguments) implements Term {
        @Override
        public Value evaluate(Variables variables, Work work) {
            List<Value> values = new ArrayList<>();
            arguments.forEach(argument -> values.add(argument.evaluate(variables, work)));
            if (values.stream().anyMatch(Term::isUnknown)) {
                return new Value.Unknown();
            }
            List<Rational> numbers = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                numbers.add(number(arguments.get(i), values.get(i), function.word()));
            }
            List<Part> parts = arguments.stream().map(Term::part).toList();
            return new Value.Num(Arithmetic.bounded(function.of(numbers, parts), name));
        }
    }

    private static boolean isUnknown(Value value) {
        return value instanceof Value.Unknown;
    }

    private static Rational number(Term operand, Value value, String taker) {
        if (value instanceof Value.Num number) {
            return number.number();
        }
        throw mistyped(operand, value, "no number", taker + " takes numbers");
    }

    private static boolean flag(Term operand, Value value, String taker) {
        if (value instanceof Value.Flag flag) {
            return flag.flag();
        }
        throw mistyped(operand, value, "neither true nor false", taker + " takes one of these");
    }

    private static ProblemException mistyped(Term operand, Value value, String what, String remedy) {
        return operand.part().problem("expression-type", shown(operand, value) + " is " + what, remedy);
    }

    private static String shown(Term operand, Value value) {
        return operand instanceof Constant
                ? value.described()
                : Excerpt.of(operand.part().text()) + " (" + value.described() + ")";
    }
}
