package io.archmeter.growth;

import io.archmeter.value.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A polynomial in some variables, with exact coefficients.
 *
 * @param variables how many
 * @param terms those of higher degree first; no coefficient is zero, and no two have the same powers
 */
public record Polynomial(int variables, List<Term> terms) {
    private static final Comparator<List<Integer>> IN_ORDER = Comparator.<List<Integer>>comparingInt(Polynomial::sum)
            .thenComparing(Polynomial::lexicographically)
            .reversed();

    /**
     * A product.
     *
     * @param powers of each variable
     */
    public record Term(Rational coefficient, List<Integer> powers) {
        public Term {
            powers = List.copyOf(powers);
        }

        Rational at(List<Long> point) {
            Rational product = coefficient;
            for (int variable = 0; variable < powers.size(); variable++) {
                Rational factor = Rational.of(point.get(variable));
                for (int power = 0; power < powers.get(variable); power++) {
                    product = product.times(factor);
                }
            }
            return product;
        }
    }

    public Polynomial {
        terms = List.copyOf(terms);
        for (Term term : terms) {
            if (term.powers().size() != variables || term.coefficient().signum() == 0) {
                throw new IllegalArgumentException("no term in " + variables + " variables: " + term);
            }
        }
    }

    /** One that is the same everywhere. */
    public static Polynomial constant(int variables, Rational value) {
        return of(variables, Map.of(Collections.nCopies(variables, 0), value));
    }

    /** A variable, by its number. */
    public static Polynomial variable(int variables, int which) {
        List<Integer> powers = IntStream.range(0, variables)
                .mapToObj(variable -> variable == which ? 1 : 0)
                .toList();
        return of(variables, Map.of(powers, Rational.of(1)));
    }

    private static Polynomial of(int variables, Map<List<Integer>, Rational> coefficients) {
        Map<List<Integer>, Rational> sorted = new TreeMap<>(IN_ORDER);
        sorted.putAll(coefficients);
        List<Term> terms = new ArrayList<>();
        sorted.forEach((powers, coefficient) -> {
            if (coefficient.signum() != 0) {
                terms.add(new Term(coefficient, powers));
            }
        });
        return new Polynomial(variables, terms);
    }

    public Polynomial plus(Polynomial other) {
        Map<List<Integer>, Rational> sum = new TreeMap<>(IN_ORDER);
        terms.forEach(term -> sum.put(term.powers(), term.coefficient()));
        other.terms.forEach(term -> sum.merge(term.powers(), term.coefficient(), Rational::plus));
        return of(variables, sum);
    }

    public Polynomial minus(Polynomial other) {
        return plus(other.times(constant(variables, Rational.of(-1))));
    }

    public Polynomial times(Polynomial other) {
        Map<List<Integer>, Rational> product = new TreeMap<>(IN_ORDER);
        for (Term one : terms) {
            for (Term two : other.terms) {
                product.merge(
                        IntStream.range(0, variables)
                                .mapToObj(variable -> one.powers().get(variable)
                                        + two.powers().get(variable))
                                .toList(),
                        one.coefficient().times(two.coefficient()),
                        Rational::plus);
            }
        }
        return of(variables, product);
    }

    /** The value at a point, which has a number for each variable. */
    public Rational at(List<Long> point) {
        Rational sum = Rational.ZERO;
        for (Term term : terms) {
            sum = sum.plus(term.at(point));
        }
        return sum;
    }

    /** Whether it is the same everywhere. */
    public boolean isConstant() {
        return terms.stream().allMatch(term -> sum(term.powers()) == 0);
    }

    private static int sum(List<Integer> powers) {
        return powers.stream().mapToInt(Integer::intValue).sum();
    }

    private static int lexicographically(List<Integer> one, List<Integer> two) {
        for (int variable = 0; variable < one.size(); variable++) {
            int order = Integer.compare(one.get(variable), two.get(variable));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
