package io.archmeter.budget.file;

import io.archmeter.budget.Bound;
import io.archmeter.budget.Scope;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.SourceValue;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a bound: {@code 25.6M}, {@code 30%}, {@code +2%}, {@code +1MiB}, {@code no more}. */
final class BoundReader {
    private static final Rational HUNDRED = Rational.of(100);

    private final boolean comparable;
    private final Problems problems;

    /** @param comparable whether the file names a baseline */
    BoundReader(boolean comparable, Problems problems) {
        this.comparable = comparable;
        this.problems = problems;
    }

    /** How a bound of a metric is written, in a remedy. */
    static String example(Metric metric) {
        return switch (metric) {
            case RECEPTIVE_FIELD -> "400";
            case DEPTH, LAYERS -> "50";
            default -> metric.unit() == Metric.Unit.BYTES ? "100MiB" : "25M";
        };
    }

    /** Empty where a problem was added. */
    Optional<Bound> read(SourceValue located, Metric metric, Scope scope) {
        return read(located, metric, scope, metric.moreIsBetter());
    }

    /**
     * The same for a bound on a side that is said.
     *
     * @param least whether there may be no less, and not no more
     */
    Optional<Bound> read(SourceValue located, Metric metric, Scope scope, boolean least) {
        Optional<Bound> bound = new Reading(located.at(), metric, scope, least).bound(located);
        if (bound.isPresent() && bound.get().isRelative() && !comparable) {
            problems.add(
                    located.at(),
                    "no-baseline",
                    "'" + bound.get().text() + "' is relative to a baseline, and the budget names none",
                    "add above 'budgets:' e.g. baseline: archmeter-baseline.json");
        }
        return bound;
    }

    /** One bound that is being read. */
    private final class Reading {
        private final Span at;
        private final Metric metric;
        private final Scope scope;
        private final boolean least;

        Reading(Span at, Metric metric, Scope scope, boolean least) {
            this.at = at;
            this.metric = metric;
            this.scope = scope;
            this.least = least;
        }

        Optional<Bound> bound(SourceValue located) {
            if (located instanceof SourceValue.Scalar scalar) {
                if (scalar.value() instanceof PlainValue.Num num) {
                    return bound(NumberWithUnit.of(num.number(), scalar.form() == SourceValue.Form.SIGNED));
                }
                if (scalar.value() instanceof PlainValue.Text text) {
                    return bound(text.text().strip());
                }
            }
            if (located.isUnknown()) {
                return Optional.empty();
            }
            return refuse(
                    "wrong-type",
                    metric + " must have a bound, but this is " + located.described(),
                    "write e.g. " + example(metric));
        }

        private Optional<Bound> bound(String text) {
            String words = text.toLowerCase(Locale.ROOT);
            if (words.equals("no more") || words.equals("no less")) {
                return noMore(text, words.equals("no less"));
            }
            Optional<NumberWithUnit> amount = NumberWithUnit.parse(text);
            return amount.isPresent()
                    ? bound(amount.get())
                    : refuse("bad-bound", "'" + Excerpt.of(text) + "' is no bound", BoundHint.on(text, metric));
        }

        private Optional<Bound> noMore(String text, boolean less) {
            if (less == metric.moreIsBetter()) {
                return Optional.of(new Bound.Growth(text, Rational.ZERO));
            }
            return less
                    ? refuse("wrong-direction", "a limit keeps " + metric + " from rising", "write 'no more'")
                    : refuse("wrong-direction", "a limit keeps " + metric + " from falling", "write 'no less'");
        }

        private Optional<Bound> bound(NumberWithUnit amount) {
            return amount.unit().equals("%") ? percent(amount) : number(amount);
        }

        private Optional<Bound> percent(NumberWithUnit amount) {
            if (amount.signed()) {
                return amount.number().plus(HUNDRED).signum() < 0
                        ? refuse(
                                "out-of-range",
                                "'" + amount + "' takes away more than there is",
                                "write at least -100%")
                        : Optional.of(new Bound.Growth(amount.text(), amount.number()));
            }
            if (scope instanceof Scope.Total) {
                return refuse(
                        "share-of-total",
                        "a total is always 100% of itself",
                        "write +" + amount + " for what the baseline has and so much more, or a number");
            }
            return amount.number().compareTo(HUNDRED) > 0
                    ? refuse(
                            "out-of-range",
                            "no part has " + amount + " of the total",
                            "write at most 100%; growth has a sign: +2%")
                    : Optional.of(new Bound.Share(amount.text(), amount.number()));
        }

        private Optional<Bound> number(NumberWithUnit amount) {
            OptionalLong factor = amount.factor(metric.unit());
            if (factor.isEmpty()) {
                return refuse(
                        "wrong-unit",
                        "'" + Excerpt.of(amount.unit()) + "' is no unit of "
                                + (metric.unit() == Metric.Unit.BYTES ? "memory" : "a count"),
                        BoundHint.onUnit(amount, metric));
            }
            Rational exact = amount.number().times(Rational.of(factor.getAsLong()));
            if (factor.getAsLong() == 1 && !exact.isWhole()) {
                return refuse(
                        "fraction",
                        metric + " must be whole, but '" + amount + "' is not",
                        "write a whole number, e.g. " + example(metric));
            }
            OptionalLong value = rounded(exact).toLong();
            if (value.isEmpty()) {
                return refuse(
                        "overflow",
                        "'" + Excerpt.of(amount.toString()) + "' is more than a 64-bit number can count",
                        "write a smaller number, or remove the bound");
            }
            return Optional.of(
                    amount.signed()
                            ? new Bound.Increase(amount.text(), value.getAsLong())
                            : new Bound.Absolute(amount.text(), value.getAsLong()));
        }

        /** To what can be had: nothing is above a bound at most, or below one at least, for being rounded. */
        private Rational rounded(Rational exact) {
            return least ? exact.negated().floor().negated() : exact.floor();
        }

        private Optional<Bound> refuse(String code, String fact, String remedy) {
            problems.add(at, code, fact, remedy);
            return Optional.empty();
        }
    }
}
