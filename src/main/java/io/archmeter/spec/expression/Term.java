package io.archmeter.spec.expression;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.ProblemException;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An expression as a tree. Where an operand that is needed is unknown, the result is unknown too. That is no new problem: it was
 * reported where it arose.
 */
sealed interface Term {
    TextSpan part();

    PlainValue evaluate(Variables variables, EvaluationSteps work);

    record Constant(TextSpan part, PlainValue value) implements Term {
        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            return value;
        }
    }

    /** In parentheses; a problem shows it with them. */
    record Group(TextSpan part, Term inner) implements Term {
        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            return inner.evaluate(variables, work);
        }
    }

    record Name(TextSpan part) implements Term {
        private static final Set<String> WORDS = Set.of("true", "false", "and", "or", "not");

        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            return variables.get(part.text()).orElseThrow(() -> unknown(part, variables));
        }

        static ProblemException unknown(TextSpan part, Variables variables) {
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

    record Element(TextSpan part, Term list, Term index) implements Term {
        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            PlainValue items = list.evaluate(variables, work);
            PlainValue number = index.evaluate(variables, work);
            if (isUnknown(items) || isUnknown(number)) {
                return new PlainValue.Unknown();
            }
            if (!(items instanceof PlainValue.Items known)) {
                throw mistyped(list, items, "no list", "[ ] takes an element of one");
            }
            return at(known.items(), number(index, number, "[ ]"));
        }

        private PlainValue at(List<PlainValue> items, Rational number) {
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

    record Negative(TextSpan part, Term operand) implements Term {
        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            PlainValue value = operand.evaluate(variables, work);
            return isUnknown(value)
                    ? value
                    : new PlainValue.Num(number(operand, value, "-").negated());
        }
    }

    record Not(TextSpan part, Term operand) implements Term {
        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            PlainValue value = operand.evaluate(variables, work);
            return isUnknown(value) ? value : new PlainValue.Flag(!flag(operand, value, "'not'"));
        }
    }

    record Computed(TextSpan part, TextSpan operator, Arithmetic arithmetic, Term left, Term right) implements Term {
        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            PlainValue first = left.evaluate(variables, work);
            PlainValue second = right.evaluate(variables, work);
            if (isUnknown(first) || isUnknown(second)) {
                return new PlainValue.Unknown();
            }
            Rational a = number(left, first, arithmetic.symbol());
            Rational b = number(right, second, arithmetic.symbol());
            return new PlainValue.Num(Arithmetic.bounded(arithmetic.of(a, b, operator, right.part()), operator));
        }
    }

    record Compared(TextSpan part, Comparison comparison, Term left, Term right) implements Term {
        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            PlainValue first = left.evaluate(variables, work);
            PlainValue second = right.evaluate(variables, work);
            if (isUnknown(first) || isUnknown(second)) {
                return new PlainValue.Unknown();
            }
            if (!comparison.isOfEquality()) {
                Rational a = number(left, first, comparison.symbol());
                Rational b = number(right, second, comparison.symbol());
                return new PlainValue.Flag(comparison.holds(a.compareTo(b)));
            }
            if (first.getClass() != second.getClass()) {
                throw right.part()
                        .problem(
                                "expression-type",
                                shown(left, first) + " and " + shown(right, second) + " are of different types",
                                "compare values of one type");
            }
            work.add(Math.min(first.size(), second.size()));
            return new PlainValue.Flag(comparison.holds(same(first, second) ? 0 : 1));
        }

        /** Numbers are most of what is compared; comparing records as such costs start-up time. */
        private static boolean same(PlainValue first, PlainValue second) {
            return first instanceof PlainValue.Num a && second instanceof PlainValue.Num b
                    ? a.number().compareTo(b.number()) == 0
                    : first.equals(second);
        }
    }

    /** {@code and} or {@code or}; the right side is looked at only where the left one leaves the result open. */
    record Joined(TextSpan part, String word, Term left, Term right) implements Term {
        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            PlainValue first = left.evaluate(variables, work);
            if (isUnknown(first) || flag(left, first, "'" + word + "'") == word.equals("or")) {
                return first;
            }
            PlainValue second = right.evaluate(variables, work);
            return isUnknown(second) ? second : new PlainValue.Flag(flag(right, second, "'" + word + "'"));
        }
    }

    /** Only the side that is taken is evaluated, so that a condition can guard it. */
    record Choice(TextSpan part, Term condition, Term then, Term otherwise) implements Term {
        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            PlainValue value = condition.evaluate(variables, work);
            if (isUnknown(value)) {
                return value;
            }
            return (flag(condition, value, "'if'") ? then : otherwise).evaluate(variables, work);
        }
    }

    record Call(TextSpan part, TextSpan name, Function function, List<Term> arguments) implements Term {
        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            List<PlainValue> values = new ArrayList<>();
            arguments.forEach(argument -> values.add(argument.evaluate(variables, work)));
            if (values.stream().anyMatch(Term::isUnknown)) {
                return new PlainValue.Unknown();
            }
            List<Rational> numbers = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                numbers.add(number(arguments.get(i), values.get(i), function.word()));
            }
            List<TextSpan> parts = arguments.stream().map(Term::part).toList();
            return new PlainValue.Num(Arithmetic.bounded(function.of(numbers, parts), name));
        }
    }

    /** Of a list, or of so many elements at its beginning. */
    record Sum(TextSpan part, TextSpan name, Term list, Optional<Term> count) implements Term {
        @Override
        public PlainValue evaluate(Variables variables, EvaluationSteps work) {
            PlainValue items = list.evaluate(variables, work);
            Optional<PlainValue> number = count.map(term -> term.evaluate(variables, work));
            if (isUnknown(items) || number.filter(Term::isUnknown).isPresent()) {
                return new PlainValue.Unknown();
            }
            if (!(items instanceof PlainValue.Items known)) {
                throw mistyped(list, items, "no list", "sum takes one");
            }
            int size = known.items().size();
            int end = number.map(value -> end(number(count.orElseThrow(), value, "sum"), size))
                    .orElse(size);
            work.add(end);
            Rational sum = Rational.of(0);
            for (PlainValue element : known.items().subList(0, end)) {
                if (!(element instanceof PlainValue.Num summand)) {
                    throw list.part()
                            .problem(
                                    "expression-type",
                                    shown(list, items) + " has an element that is no number: " + element.described(),
                                    "sum takes numbers");
                }
                sum = Arithmetic.bounded(sum.plus(summand.number()), name);
            }
            return new PlainValue.Num(sum);
        }

        private int end(Rational number, int size) {
            OptionalLong whole = number.isWhole() ? number.toLong() : OptionalLong.empty();
            if (whole.isEmpty() || whole.getAsLong() < 0 || whole.getAsLong() > size) {
                throw count.orElseThrow()
                        .part()
                        .problem(
                                "index-out-of-range",
                                "the sum is of " + number + " elements, and the list has " + size,
                                "use a whole number from 0 to " + size);
            }
            return (int) whole.getAsLong();
        }
    }

    private static boolean isUnknown(PlainValue value) {
        return value instanceof PlainValue.Unknown;
    }

    private static Rational number(Term operand, PlainValue value, String taker) {
        if (value instanceof PlainValue.Num number) {
            return number.number();
        }
        throw mistyped(operand, value, "no number", taker + " takes numbers");
    }

    private static boolean flag(Term operand, PlainValue value, String taker) {
        if (value instanceof PlainValue.Flag flag) {
            return flag.flag();
        }
        throw mistyped(operand, value, "neither true nor false", taker + " takes one of these");
    }

    private static ProblemException mistyped(Term operand, PlainValue value, String what, String remedy) {
        return operand.part().problem("expression-type", shown(operand, value) + " is " + what, remedy);
    }

    private static String shown(Term operand, PlainValue value) {
        return operand instanceof Constant
                ? value.described()
                : Excerpt.of(operand.part().text()) + " (" + value.described() + ")";
    }
}
