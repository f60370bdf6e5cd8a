package io.archmeter.nesting;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From a network to its levels. A module is one item for all around it; where it would take something of what takes something of it,
 * it is dissolved: its layers and modules stand beside those around.
 */
public final class Nesting {
    /** How often one module of each cycle is dissolved, before all of a cycle are. */
    private static final int CAREFUL_ROUNDS = 20;

    private final Graph graph;
    private final Values values;
    private final Limits limits;
    private final int deepest;

    private Nesting(NetworkFacts network, boolean training, Limits limits) {
        this.graph = network.graph();
        this.values = new Values(graph, training);
        this.limits = limits;
        this.deepest = limits.deepest(graph, numbers(network, training));
    }

    /**
     * What is drawn at most.
     *
     * @param items of one level; what comes after them is one item
     * @param all layers and modules together; levels below stay closed
     */
    public record Limits(int items, int all) {
        /** What a browser draws without delay. */
        public static final Limits OF_A_PAGE = new Limits(2000, 4000);

        private int deepest(Graph graph, List<Integer> nodes) {
            Part whole = Part.whole(nodes);
            List<Part> row = whole.divided(graph);
            int depth = 1;
            while (row.size() < nodes.size()) {
                List<Part> next = new ArrayList<>();
                row.forEach(part -> next.addAll(part.isModule() ? part.divided(graph) : List.of(part)));
                if (next.size() > all) {
                    return depth;
                }
                row = next;
                depth++;
            }
            return Integer.MAX_VALUE;
        }
    }

    /**
     * The outermost level.
     *
     * @param training whether the layers that serve an output beside the main one are there
     */
    public static Level of(NetworkFacts network, boolean training, Limits limits) {
        Nesting nesting = new Nesting(network, training, limits);
        return nesting.level(Part.whole(numbers(network, training)).narrowed(network.graph()), true);
    }

    private static List<Integer> numbers(NetworkFacts network, boolean training) {
        return network.layers(training).stream().map(LayerFacts::number).toList();
    }

    private Level level(Part module, boolean outermost) {
        List<Part> parts = withoutCycles(module.divided(graph));
        List<Item> items = new ArrayList<>();
        if (outermost) {
            graph.inputs().forEach(input -> items.add(Item.port(Item.Kind.INPUT, input, values.name(input))));
        } else {
            values.entering(module.nodes())
                    .forEach(value -> items.add(Item.port(Item.Kind.ENTRY, value, values.name(value))));
        }
        int shown = parts.size() > limits.items() ? limits.items() : parts.size();
        for (Part part : parts.subList(0, shown)) {
            items.add(item(part, module));
        }
        if (shown < parts.size()) {
            items.add(rest(parts.subList(shown, parts.size())));
        }
        if (outermost) {
            for (int output : values.outputs()) {
                String name = graph.outputs().size() == 1 ? "output" : values.name(output);
                items.add(Item.port(Item.Kind.OUTPUT, output, name));
            }
        } else {
            values.leaving(module.nodes())
                    .forEach(value -> items.add(Item.port(Item.Kind.EXIT, value, values.name(value))));
        }
        return new Level(items, values.links(items));
    }

    private Item item(Part part, Part module) {
        if (!part.isModule()) {
            return Item.layer(part.nodes().get(0), part.path(), module.within(part.path()));
        }
        Part narrowed = part.narrowed(graph);
        Optional<Level> inside = part.depth() < deepest ? Optional.of(level(narrowed, false)) : Optional.empty();
        return new Item(
                Item.Kind.MODULE, narrowed.path(), module.within(narrowed.path()), narrowed.nodes(), -1, inside);
    }

    private static Item rest(List<Part> parts) {
        List<Integer> nodes = new ArrayList<>();
        parts.forEach(part -> nodes.addAll(part.nodes()));
        return new Item(Item.Kind.REST, "", nodes.size() + " more layers", nodes, -1, Optional.empty());
    }

    private List<Part> withoutCycles(List<Part> divided) {
        List<Part> parts = divided;
        for (int round = 0; ; round++) {
            Quotient quotient = new Quotient(parts, graph);
            List<List<Integer>> cycles = quotient.cycles();
            if (cycles.isEmpty()) {
                return quotient.sorted();
            }
            Set<Integer> dissolved = new HashSet<>();
            for (List<Integer> cycle : cycles) {
                dissolved.addAll(dissolved(cycle, parts, round));
            }
            List<Part> next = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                next.addAll(
                        dissolved.contains(part)
                                ? parts.get(part).narrowed(graph).divided(graph)
                                : List.of(parts.get(part)));
            }
            next.sort(Comparator.comparing(part -> part.nodes().get(0)));
            parts = next;
        }
    }

    /** The smallest module of a cycle, which leaves most as it is; after many rounds all of them. */
    private static List<Integer> dissolved(List<Integer> cycle, List<Part> parts, int round) {
        List<Integer> modules =
                cycle.stream().filter(part -> parts.get(part).isModule()).toList();
        return round < CAREFUL_ROUNDS
                ? modules.stream()
                        .min(Comparator.comparing(
                                part -> parts.get(part).nodes().size()))
                        .stream()
                        .toList()
                : modules;
    }
}
