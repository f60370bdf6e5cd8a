package io.archmeter.budget.file;

import io.archmeter.metric.Metric;
import io.archmeter.value.ByteUnit;
import io.archmeter.value.Rational;
import java.util.List;
import java.util.Optional;

/** A limit a little above what there is: a twentieth more, in two digits that are rounded up. */
final class RoundedUp {
    private static final Rational A_TWENTIETH_MORE = Rational.of(21).over(Rational.of(20));
    private static final Rational TEN = Rational.of(10);
    private static final Rational HUNDRED = Rational.of(100);

    private record Unit(String symbol, long factor) {
        static Unit of(ByteUnit unit) {
            return new Unit(unit.toString(), unit.bytes());
        }
    }

    /** The largest first; without one the number is whole. */
    private static final List<Unit> OF_COUNTS = List.of(
            new Unit("T", 1_000_000_000_000L),
            new Unit("G", 1_000_000_000L),
            new Unit("M", 1_000_000L),
            new Unit("k", 1_000L));

    private static final List<Unit> OF_BYTES =
            List.of(Unit.of(ByteUnit.TIB), Unit.of(ByteUnit.GIB), Unit.of(ByteUnit.MIB), Unit.of(ByteUnit.KIB));

    private static final Unit NONE = new Unit("", 1);

    private RoundedUp() {}

    /** As a budget has it: {@code 27M}, {@code 1.5MiB}; empty where it would be more than can be counted. */
    static Optional<String> bound(Metric metric, long value) {
        Rational raised = Rational.of(value).times(A_TWENTIETH_MORE);
        List<Unit> units = metric.unit() == Metric.Unit.BYTES ? OF_BYTES : OF_COUNTS;
        Unit unit = units.stream()
                .filter(candidate -> raised.compareTo(Rational.of(candidate.factor())) >= 0)
                .findFirst()
                .orElse(NONE);
        Rational number = inTwoDigits(raised.over(Rational.of(unit.factor())), unit == NONE);
        return number.times(Rational.of(unit.factor())).floor().toLong().isPresent()
                ? Optional.of(decimal(number) + unit.symbol())
                : Optional.empty();
    }

    private static Rational inTwoDigits(Rational number, boolean whole) {
        Rational step = number.compareTo(TEN) < 0 && !whole ? Rational.of(1).over(TEN) : Rational.of(1);
        while (number.compareTo(step.times(HUNDRED)) >= 0) {
            step = step.times(TEN);
        }
        Rational steps = number.over(step).negated().floor().negated();
        return steps.times(step);
    }

    /** It has at most one digit behind the point. */
    private static String decimal(Rational number) {
        if (number.isWhole()) {
            return number.toString();
        }
        Rational whole = number.floor();
        return whole + "." + number.minus(whole).times(TEN);
    }
}
