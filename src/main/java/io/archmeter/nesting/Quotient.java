package io.archmeter.nesting;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/** Parts of a network, and which of them takes something of which. */
final class Quotient {
    private final List<Part> parts;
    private final List<TreeSet<Integer>> after = new ArrayList<>();

    Quotient(List<Part> parts, Graph graph) {
        this.parts = parts;
        Map<Integer, Integer> partOf = new HashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            after.add(new TreeSet<>());
            for (int node : parts.get(part).nodes()) {
                partOf.put(node, part);
            }
        }
        for (int part = 0; part < parts.size(); part++) {
            for (int number : parts.get(part).nodes()) {
                Node node = graph.nodes().get(number);
                for (int value : node.values()) {
                    Integer maker = partOf.get(graph.values().get(value).node());
                    if (maker != null && maker != part) {
                        after.get(maker).add(part);
                    }
                }
            }
        }
    }

    /** The parts that take something, by way of others, of what takes something of them: lists of such as depend on each other. */
    List<List<Integer>> cycles() {
        int[] component = new StrongComponents(after).components();
        Map<Integer, List<Integer>> members = new HashMap<>();
        List<List<Integer>> cycles = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            List<Integer> together = members.computeIfAbsent(component[part], unseen -> new ArrayList<>());
            together.add(part);
            if (together.size() == 2) {
                cycles.add(together);
            }
        }
        return cycles;
    }

    /** The parts, each after all that it takes something of, and otherwise in their order; they are without cycles. */
    List<Part> sorted() {
        int[] waiting = new int[parts.size()];
        after.forEach(users -> users.forEach(user -> waiting[user]++));
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int part = 0; part < parts.size(); part++) {
            if (waiting[part] == 0) {
                ready.add(part);
            }
        }
        List<Part> sorted = new ArrayList<>(parts.size());
        while (!ready.isEmpty()) {
            int next = ready.remove();
            sorted.add(parts.get(next));
            for (int user : after.get(next)) {
                if (--waiting[user] == 0) {
                    ready.add(user);
                }
            }
        }
        if (sorted.size() < parts.size()) {
            throw new IllegalStateException("a cycle is left");
        }
        return sorted;
    }
}
