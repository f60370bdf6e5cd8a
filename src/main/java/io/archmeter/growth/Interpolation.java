package io.archmeter.growth;

import io.archmeter.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Polynomials through given values: Newton's divided differences, in exact fractions, one variable after the other. */
final class Interpolation {
    private final List<List<Long>> nodes;
    private final Figure figure;

    private Interpolation(List<List<Long>> nodes, Figure figure) {
        this.nodes = nodes;
        this.figure = figure;
    }

    /**
     * The polynomial of least degree through a figure on a grid; empty where the figure is not known at one of its points.
     *
     * @param nodes of each variable its values, no two alike
     * @param figure by the values of the variables
     */
    static Optional<Polynomial> on(List<List<Long>> nodes, Figure figure) {
        return new Interpolation(nodes, figure).from(List.of());
    }

    /** The polynomial in the variables that have no value yet. */
    private Optional<Polynomial> from(List<Long> point) {
        int variable = point.size();
        if (variable == nodes.size()) {
            OptionalLong value = figure.at(point);
            return value.isPresent()
                    ? Optional.of(Polynomial.constant(variable, Rational.of(value.getAsLong())))
                    : Optional.empty();
        }
        List<Polynomial> values = new ArrayList<>();
        for (long node : nodes.get(variable)) {
            List<Long> longer = new ArrayList<>(point);
            longer.add(node);
            Optional<Polynomial> value = from(longer);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(along(variable, nodes.get(variable), values));
    }

    /** Newton's form by Horner's rule; what is interpolated may itself be polynomials in other variables. */
    private static Polynomial along(int variable, List<Long> nodes, List<Polynomial> values) {
        int variables = values.get(0).variables();
        List<Polynomial> differences = new ArrayList<>(values);
        for (int order = 1; order < nodes.size(); order++) {
            for (int node = nodes.size() - 1; node >= order; node--) {
                Rational apart = Rational.of(Math.subtractExact(nodes.get(node), nodes.get(node - order)));
                Polynomial difference = differences.get(node).minus(differences.get(node - 1));
                differences.set(
                        node,
                        difference.times(
                                Polynomial.constant(variables, Rational.of(1).over(apart))));
            }
        }
        Polynomial found = differences.get(nodes.size() - 1);
        for (int node = nodes.size() - 2; node >= 0; node--) {
            Polynomial away = Polynomial.variable(variables, variable)
                    .minus(Polynomial.constant(variables, Rational.of(nodes.get(node))));
            found = found.times(away).plus(differences.get(node));
        }
        return found;
    }
}
