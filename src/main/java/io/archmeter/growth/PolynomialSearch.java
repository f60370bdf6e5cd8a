package io.archmeter.growth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Finds the polynomial that a figure is. Its degree in each variable is the least that foretells further points; then it is made of a grid,
 * and asked at points off it, and how far it holds both ways.
 */
final class PolynomialSearch {
    /** A figure of a higher degree is taken for none. */
    static final int MOST_DEGREE = 6;

    /** Points that have to be foretold. */
    static final int FORETOLD = 3;

    private final List<Variable> variables;
    private final List<Reach> reaches;
    private final Figure figure;
    private final int mostDegree;

    /** The points at which it was right, by the numbers of their steps. */
    private final Set<List<Long>> seen = new HashSet<>();

    /**
     * A search.
     *
     * @param reaches of each variable alone, where there are networks
     * @param figure by the values of the variables
     */
    PolynomialSearch(List<Variable> variables, List<Reach> reaches, Figure figure, int mostDegree) {
        this.variables = variables;
        this.reaches = reaches;
        this.figure = figure;
        this.mostDegree = mostDegree;
    }

    /**
     * The polynomial around the base.
     *
     * @return empty where there is none up to the degree that is looked for
     */
    Optional<Fitted> aroundBase() {
        return from(reaches.stream().map(this::window).toList());
    }

    /**
     * The polynomial from some values on.
     *
     * @param begins of each variable the number of the first of the values that it is made of
     */
    Optional<Fitted> from(List<Long> begins) {
        List<List<Long>> nodes = new ArrayList<>();
        long points = 1;
        for (int variable = 0; variable < variables.size(); variable++) {
            OptionalInt degree = degree(variable, begins);
            if (degree.isEmpty()) {
                return Optional.empty();
            }
            long begin = begins.get(variable);
            nodes.add(LongStream.rangeClosed(begin, begin + degree.getAsInt())
                    .map(variables.get(variable)::value)
                    .boxed()
                    .toList());
            points *= degree.getAsInt() + 1L;
        }
        Optional<Polynomial> found = Interpolation.on(nodes, figure);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        seen.clear();
        List<Long> last = new ArrayList<>();
        for (int variable = 0; variable < variables.size(); variable++) {
            last.add(begins.get(variable) + nodes.get(variable).size() - 1);
        }
        return isForetold(found.get(), last) ? widened(found.get(), begins, last, points) : Optional.empty();
    }

    /**
     * Whether there is one in a single variable that holds far from where it begins.
     *
     * @param begin the number of the first value that is looked at
     * @param far the number of the last
     */
    boolean isFoundUpTo(long begin, long far) {
        OptionalInt degree = degree(0, List.of(begin));
        return degree.isPresent()
                && alone(0, List.of(begin), degree.getAsInt())
                        .filter(found -> holds(found, List.of(far)))
                        .isPresent();
    }

    /** Where the values begin that a polynomial is made of: at the base, or below it where there are too few above. */
    private long window(Reach reach) {
        return Math.max(reach.first(), Math.min(0, reach.last() - (mostDegree + FORETOLD)));
    }

    /** The degree in one variable, where all others have their first value. */
    private OptionalInt degree(int variable, List<Long> begins) {
        long begin = begins.get(variable);
        for (int degree = 0; degree <= mostDegree; degree++) {
            if (begin + degree + FORETOLD > reaches.get(variable).last()) {
                return OptionalInt.empty();
            }
            Optional<Polynomial> found = alone(variable, begins, degree);
            if (found.isEmpty()) {
                return OptionalInt.empty();
            }
            boolean foretold = true;
            for (int more = degree + 1; foretold && more <= degree + FORETOLD; more++) {
                long at = variables.get(variable).value(begin + more);
                foretold = equal(found.get(), List.of(at), figure.at(point(begins, variable, at)));
            }
            if (foretold) {
                return OptionalInt.of(degree);
            }
        }
        return OptionalInt.empty();
    }

    /** The polynomial in one variable through its first values, where all others have theirs. */
    private Optional<Polynomial> alone(int variable, List<Long> begins, int degree) {
        long begin = begins.get(variable);
        List<Long> nodes = LongStream.rangeClosed(begin, begin + degree)
                .map(variables.get(variable)::value)
                .boxed()
                .toList();
        return Interpolation.on(List.of(nodes), at -> figure.at(point(begins, variable, at.get(0))));
    }

    private List<Long> point(List<Long> numbers, int variable, long value) {
        List<Long> point = new ArrayList<>(values(numbers));
        point.set(variable, value);
        return point;
    }

    private List<Long> values(List<Long> numbers) {
        List<Long> values = new ArrayList<>();
        for (int variable = 0; variable < variables.size(); variable++) {
            values.add(variables.get(variable).value(numbers.get(variable)));
        }
        return values;
    }

    private static boolean equal(Polynomial polynomial, List<Long> point, OptionalLong number) {
        return number.isPresent() && polynomial.at(point).toLong().equals(number);
    }

    private boolean holds(Polynomial polynomial, List<Long> numbers) {
        List<Long> point = values(numbers);
        boolean right = equal(polynomial, point, figure.at(point));
        if (right) {
            seen.add(List.copyOf(numbers));
        }
        return right;
    }

    /** Whether the points after the last of the grid are right, in all variables at once, as far as there are any. */
    private boolean isForetold(Polynomial polynomial, List<Long> last) {
        for (int more = 1; more <= FORETOLD; more++) {
            List<Long> numbers = new ArrayList<>();
            for (int variable = 0; variable < variables.size(); variable++) {
                numbers.add(last.get(variable) + more);
            }
            if (!holds(polynomial, numbers)) {
                return false;
            }
        }
        return true;
    }

    /** How far it holds in each variable alone, and then at the corners of what comes out; these come nearer until it does. */
    private Optional<Fitted> widened(Polynomial polynomial, List<Long> begins, List<Long> last, long points) {
        List<Long> lowest = new ArrayList<>();
        List<Long> highest = new ArrayList<>();
        for (int each = 0; each < variables.size(); each++) {
            int variable = each;
            Reach reach = reaches.get(variable);
            Reach holding = Reach.of(
                    begins.get(variable),
                    reach.first(),
                    reach.last(),
                    number -> holds(polynomial, with(begins, variable, number)));
            lowest.add(holding.first());
            highest.add(Math.max(holding.last(), last.get(variable) + FORETOLD));
        }
        while (!atCorners(polynomial, lowest, highest)) {
            List<Long> before = List.copyOf(lowest);
            List<Long> after = List.copyOf(highest);
            for (int variable = 0; variable < variables.size(); variable++) {
                long begin = begins.get(variable);
                long end = last.get(variable) + FORETOLD;
                lowest.set(variable, begin - (begin - lowest.get(variable)) / 2);
                highest.set(variable, end + (highest.get(variable) - end) / 2);
            }
            if (lowest.equals(before) && highest.equals(after)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Fitted(polynomial, domain(lowest, highest), points, checked(begins, last, lowest, highest)));
    }

    private static List<Long> with(List<Long> numbers, int variable, long number) {
        List<Long> others = new ArrayList<>(numbers);
        others.set(variable, number);
        return others;
    }

    private boolean atCorners(Polynomial polynomial, List<Long> lowest, List<Long> highest) {
        for (int corner = 0; corner < 1 << variables.size(); corner++) {
            List<Long> numbers = new ArrayList<>(lowest);
            for (int variable = 0; variable < variables.size(); variable++) {
                if ((corner >> variable & 1) == 1) {
                    numbers.set(variable, highest.get(variable));
                }
            }
            if (!holds(polynomial, numbers)) {
                return false;
            }
        }
        return true;
    }

    private List<Fitted.Range> domain(List<Long> lowest, List<Long> highest) {
        List<Fitted.Range> domain = new ArrayList<>();
        for (int number = 0; number < variables.size(); number++) {
            Variable variable = variables.get(number);
            Reach reach = reaches.get(number);
            long end = variable.value(highest.get(number));
            boolean open = highest.get(number) == reach.last() && !reach.bounded();
            domain.add(new Fitted.Range(
                    variable.value(lowest.get(number)), open ? OptionalLong.empty() : OptionalLong.of(end), end));
        }
        return domain;
    }

    /** How many of the points at which it was right lie where it holds, and not on the grid. */
    private long checked(List<Long> begins, List<Long> last, List<Long> lowest, List<Long> highest) {
        return seen.stream()
                .filter(numbers -> isWithin(numbers, lowest, highest) && !isWithin(numbers, begins, last))
                .count();
    }

    private static boolean isWithin(List<Long> numbers, List<Long> first, List<Long> last) {
        for (int variable = 0; variable < numbers.size(); variable++) {
            long number = numbers.get(variable);
            if (number < first.get(variable) || number > last.get(variable)) {
                return false;
            }
        }
        return true;
    }
}
