package io.archmeter.sweep;

import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The values that a param takes, by their numbers from 0. They are made when they are asked for: there may be more than anybody could list. */
public sealed interface Values {
    /** How many there are. */
    BigInteger size();

    /**
     * One of them.
     *
     * @param number from 0 to below the size
     */
    PlainValue get(BigInteger number);

    /** Those that are written down. */
    record Listed(List<PlainValue> values) implements Values {
        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public BigInteger size() {
            return BigInteger.valueOf(values.size());
        }

        @Override
        public PlainValue get(BigInteger number) {
            return values.get(number.intValueExact());
        }
    }

    /** Numbers that are equally far from each other, from the first to at most the last. */
    record Range(Rational first, Rational last, Rational step) implements Values {
        public Range {
            if (step.signum() <= 0 || last.compareTo(first) < 0) {
                throw new IllegalArgumentException("no range: " + first + " to " + last + " by " + step);
            }
        }

        @Override
        public BigInteger size() {
            return last.minus(first).over(step).floor().numerator().add(BigInteger.ONE);
        }

        @Override
        public PlainValue get(BigInteger number) {
            return new PlainValue.Num(first.plus(step.times(Rational.of(number))));
        }
    }

    /** Lists that have an element of each, the last of which changes first. */
    record Product(List<Values> elements) implements Values {
        public Product {
            elements = List.copyOf(elements);
        }

        @Override
        public BigInteger size() {
            BigInteger size = BigInteger.ONE;
            for (Values element : elements) {
                size = size.multiply(element.size());
            }
            return size;
        }

        @Override
        public PlainValue get(BigInteger number) {
            List<PlainValue> list = new ArrayList<>();
            BigInteger rest = number;
            for (int place = elements.size() - 1; place >= 0; place--) {
                BigInteger[] parts = rest.divideAndRemainder(elements.get(place).size());
                list.add(elements.get(place).get(parts[1]));
                rest = parts[0];
            }
            Collections.reverse(list);
            return new PlainValue.Items(list);
        }
    }

    /** The values of one after those of the other. */
    record Union(List<Values> parts) implements Values {
        public Union {
            parts = List.copyOf(parts);
        }

        @Override
        public BigInteger size() {
            return parts.stream().map(Values::size).reduce(BigInteger.ZERO, BigInteger::add);
        }

        @Override
        public PlainValue get(BigInteger number) {
            BigInteger rest = number;
            for (Values part : parts) {
                if (rest.compareTo(part.size()) < 0) {
                    return part.get(rest);
                }
                rest = rest.subtract(part.size());
            }
            throw new IndexOutOfBoundsException("there is no value " + number);
        }
    }

    /** Those values, and no others. */
    static Values of(PlainValue... values) {
        return new Listed(List.of(values));
    }

    /** Lists of a length whose elements are each of those values. */
    static Values lists(Values element, int length) {
        return new Product(Collections.nCopies(length, element));
    }
}
