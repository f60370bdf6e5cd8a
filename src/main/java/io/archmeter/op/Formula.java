package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A count together with the way it comes about. The number that is reported and the formula that explains it are one thing,
 * so they cannot differ: {@code 64·3·11·11 + 64} has the value 23,296.
 */
public sealed interface Formula {
    Formula ZERO = new Count(0);
    Formula ONE = new Count(1);

    /**
     * The exact value; throws {@link ArithmeticException} where it does not fit a {@code long}, and {@link UnknownException} where
     * it follows from what is not known.
     */
    long value();

    /** The arithmetic with its numbers, e.g. {@code ⌊(224 + 2·3 − 7) / 2⌋ + 1}. */
    String text();

    /**
     * All values that it may have; one where it is known. Throws as {@link #value} does, also where what is not known is none of a few
     * known values.
     */
    default Set<Long> values() {
        return Set.of(value());
    }

    static Formula of(long count) {
        return new Count(count);
    }

    /** An extent, whether it is known or not. */
    static Formula of(Extent extent) {
        return extent instanceof Extent.Known known ? of(known.value()) : new NotKnown((Extent.Unknown) extent);
    }

    static Formula product(Formula... factors) {
        return new Product(List.of(factors));
    }

    static Formula product(List<Formula> factors) {
        return factors.isEmpty() ? ONE : new Product(factors);
    }

    /** The product of plain numbers, which nobody changes after. */
    static Formula product(long... factors) {
        return new Numbers(factors);
    }

    /** The elements of a tensor: the product of its extents. */
    static Formula elements(Shape shape) {
        return shape.rank() == 0 ? ONE : new Elements(shape);
    }

    static Formula sum(Formula... terms) {
        return new Sum(List.of(terms));
    }

    static Formula sum(List<Formula> terms) {
        return terms.isEmpty() ? ZERO : new Sum(terms);
    }

    static Formula difference(Formula from, Formula taken) {
        return new Difference(from, taken);
    }

    /** {@code ⌊dividend / divisor⌋}. */
    static Formula floor(Formula dividend, long divisor) {
        return new Quotient(dividend, divisor, false);
    }

    /** {@code ⌈dividend / divisor⌉}. */
    static Formula ceil(Formula dividend, long divisor) {
        return new Quotient(dividend, divisor, true);
    }

    /** One of two, and something that is not known decides which. */
    static Formula either(Formula one, Formula other, Extent.Unknown decides) {
        return new Either(one, other, decides);
    }

    /** What a spec declares, and no rule gives. */
    static Formula declared(Formula what) {
        return new Declared(what);
    }

    /** As in {@code 4096 (declared)}. */
    record Declared(Formula what) implements Formula {
        @Override
        public long value() {
            return what.value();
        }

        @Override
        public String text() {
            return what.text() + " (declared)";
        }
    }

    /** What follows from something that is not known; all that is made of it is not known either, but for its product with 0. */
    record NotKnown(Extent.Unknown origin) implements Formula {
        /** A number that nobody knows of the very layer that is asked. */
        public static final Formula HERE = new NotKnown(Extent.Unknown.HERE);

        @Override
        public long value() {
            throw new UnknownException(origin);
        }

        @Override
        public String text() {
            return Extent.Unknown.MARK;
        }
    }

    /** As in {@code 2·8·8 or 2·8·16}: not known, but for these two. */
    record Either(Formula one, Formula other, Extent.Unknown decides) implements Formula {
        @Override
        public long value() {
            throw new UnknownException(decides);
        }

        @Override
        public Set<Long> values() {
            Set<Long> values = new TreeSet<>(one.values());
            values.addAll(other.values());
            return values;
        }

        @Override
        public String text() {
            return one.text() + " or " + other.text();
        }
    }

    record Count(long value) implements Formula {
        @Override
        public String text() {
            return String.valueOf(value);
        }
    }

    /** As in {@code 1·64·112·112}: the product of the extents of a tensor. */
    record Elements(Shape shape) implements Formula {
        @Override
        public long value() {
            return shape.isKnown()
                    ? shape.elements()
                    : product(Extents.same(shape)).value();
        }

        @Override
        public String text() {
            return shape.axes().stream().map(Extent::text).collect(Collectors.joining("·"));
        }
    }

    /** As in {@code 3·3}: a product of plain numbers, which nobody needs one by one. */
    final class Numbers implements Formula {
        private final long[] factors;

        private Numbers(long[] factors) {
            this.factors = factors;
        }

        @Override
        public long value() {
            long product = 1;
            for (long factor : factors) {
                product = Math.multiplyExact(product, factor);
            }
            return product;
        }

        @Override
        public String text() {
            return LongStream.of(factors).mapToObj(String::valueOf).collect(Collectors.joining("·"));
        }
    }

    record Product(List<Formula> factors) implements Formula {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public long value() {
            long product = 1;
            Optional<UnknownException> unknown = Optional.empty();
            for (Formula factor : factors) {
                try {
                    product = Math.multiplyExact(product, factor.value());
                } catch (UnknownException notKnown) {
                    unknown = Optional.of(notKnown);
                }
            }
            if (unknown.isPresent() && product != 0) {
                throw unknown.get();
            }
            return product;
        }

        /** What is done once may be one of several. */
        @Override
        public Set<Long> values() {
            List<Formula> others =
                    factors.stream().filter(factor -> !factor.equals(ONE)).toList();
            return others.size() == 1 ? others.get(0).values() : Set.of(value());
        }

        @Override
        public String text() {
            return factors.stream().map(Product::factor).collect(Collectors.joining("·"));
        }

        private static String factor(Formula factor) {
            boolean compound = factor instanceof Sum || factor instanceof Difference || factor instanceof Either;
            return compound ? "(" + factor.text() + ")" : factor.text();
        }
    }

    record Sum(List<Formula> terms) implements Formula {
        /** Where there are more, nobody would read them. */
        private static final int MOST_VALUES = 64;

        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public long value() {
            long sum = 0;
            for (Formula term : terms) {
                sum = Math.addExact(sum, term.value());
            }
            return sum;
        }

        /** Each term may be any of its own. */
        @Override
        public Set<Long> values() {
            Set<Long> sums = Set.of(0L);
            for (Formula term : terms) {
                Set<Long> more = new TreeSet<>();
                for (long sum : sums) {
                    term.values().forEach(value -> more.add(Math.addExact(sum, value)));
                }
                sums = more.size() > MOST_VALUES ? Set.of(value()) : more;
            }
            return sums;
        }

        @Override
        public String text() {
            return terms.stream()
                    .map(term -> term instanceof Either ? "(" + term.text() + ")" : term.text())
                    .collect(Collectors.joining(" + "));
        }
    }

    record Difference(Formula from, Formula taken) implements Formula {
        @Override
        public long value() {
            return Math.subtractExact(from.value(), taken.value());
        }

        @Override
        public String text() {
            boolean compound = taken instanceof Sum || taken instanceof Difference;
            return from.text() + " − " + (compound ? "(" + taken.text() + ")" : taken.text());
        }
    }

    /** A division that is rounded, up or down; the divisor is positive. */
    record Quotient(Formula dividend, long divisor, boolean up) implements Formula {
        public Quotient {
            if (divisor < 1) {
                throw new IllegalArgumentException("a divisor must be positive: " + divisor);
            }
        }

        @Override
        public long value() {
            long exact = dividend.value();
            boolean rest = Math.floorMod(exact, divisor) != 0;
            return Math.floorDiv(exact, divisor) + (up && rest ? 1 : 0);
        }

        @Override
        public String text() {
            boolean simple = dividend instanceof Count
                    || dividend instanceof Elements
                    || dividend instanceof Numbers
                    || dividend instanceof Product;
            String inner = (simple ? dividend.text() : "(" + dividend.text() + ")") + " / " + divisor;
            return up ? "⌈" + inner + "⌉" : "⌊" + inner + "⌋";
        }
    }
}
