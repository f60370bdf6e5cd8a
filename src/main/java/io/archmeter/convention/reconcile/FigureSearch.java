package io.archmeter.convention.reconcile;

import io.archmeter.convention.Convention;
import io.archmeter.convention.ConventionCount;
import io.archmeter.convention.NetworkQuantities;
import io.archmeter.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Finds the conventions that give a figure.
 *
 * @param found those of which it is printed, in the order of the networks
 * @param nearest those that come nearest to it, the nearest first
 */
public record FigureSearch(PrintedFigure figure, List<Finding> found, List<Finding> nearest) {
    private static final int MOST_NEAREST = 3;

    public FigureSearch {
        found = List.copyOf(found);
        nearest = List.copyOf(nearest);
    }

    /** Counts each network by each convention; what cannot be counted cannot be what was printed. */
    public static FigureSearch of(PrintedFigure figure, List<Setup> setups, List<Convention> conventions) {
        List<Finding> all = new ArrayList<>();
        for (Setup setup : setups) {
            NetworkQuantities network = NetworkQuantities.of(setup.network(), setup.heads());
            for (Convention convention : conventions) {
                OptionalLong total = total(convention, network);
                if (total.isPresent()) {
                    all.add(new Finding(convention, setup, total.getAsLong()));
                }
            }
        }
        List<Finding> found = all.stream()
                .filter(finding -> figure.isPrintedOf(finding.total()))
                .toList();
        List<Finding> nearest = all.stream()
                .sorted(Comparator.comparing(finding -> figure.distance(finding.total())))
                .limit(MOST_NEAREST)
                .toList();
        return new FigureSearch(figure, found, nearest);
    }

    private static OptionalLong total(Convention convention, NetworkQuantities network) {
        try {
            return ConventionCount.of(convention, network).total().exact();
        } catch (ProblemException notCounted) {
            return OptionalLong.empty();
        }
    }
}
