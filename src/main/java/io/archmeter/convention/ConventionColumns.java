package io.archmeter.convention;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.LayerCost;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.facts.NetworkFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report with what conventions count beside what the network costs, of each layer and in total. */
public final class ConventionColumns {
    private ConventionColumns() {}

    /**
     * The same report with the counts of conventions in its costs, and with what is to be said of them in its notes.
     *
     * @param report of the network, a row for each layer
     */
    public static CostReport in(CostReport report, NetworkFacts network, List<Convention> conventions) {
        List<ConventionCount> counts = new ArrayList<>();
        NetworkQuantities quantities = NetworkQuantities.of(network, report.training());
        conventions.forEach(convention -> counts.add(ConventionCount.of(convention, quantities)));
        List<LayerCost> layers = new ArrayList<>();
        for (int i = 0; i < report.layers().size(); i++) {
            int row = i;
            LayerCost layer = report.layers().get(i);
            layers.add(layer.withCost(counted(
                    layer.cost(), counts, count -> count.layers().get(row).total())));
        }
        List<String> notes = new ArrayList<>(report.notes());
        counts.forEach(count -> notes.addAll(notes(count)));
        return report.with(layers, counted(report.total(), counts, ConventionCount::total), notes);
    }

    private static Cost counted(Cost cost, List<ConventionCount> counts, Function<ConventionCount, Amount> of) {
        Map<String, Amount> counted = new LinkedHashMap<>();
        for (ConventionCount count : counts) {
            counted.put(count.convention().name(), of.apply(count));
        }
        return cost.counted(counted);
    }

    private static List<String> notes(ConventionCount count) {
        Convention convention = count.convention();
        List<String> notes = new ArrayList<>();
        String version = convention.version().isEmpty() ? "" : " " + convention.version();
        notes.add(convention.name() + version + ": " + unit(convention.unit()));
        Map<String, Integer> leftOut = count.leftOut();
        if (!leftOut.isEmpty()) {
            notes.add(convention.name() + " leaves out " + listed(leftOut));
        }
        Map<String, Integer> unpriced = count.unpriced();
        if (!unpriced.isEmpty()) {
            notes.add(convention.name() + " does not say what these cost: " + listed(unpriced));
        }
        return notes;
    }

    /** What a figure is made of, in a few words. */
    private static String unit(Convention.Unit unit) {
        return switch (unit) {
            case ELEMENTS -> "elements of tensors";
            case MULTIPLY_ADDS -> "a multiply-add counts as one";
            case OPERATIONS -> "a multiply-add counts as two";
        };
    }

    private static String listed(Map<String, Integer> kinds) {
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() == 1 ? kind.getKey() : kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }
}
