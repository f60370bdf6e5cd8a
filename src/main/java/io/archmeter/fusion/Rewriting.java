package io.archmeter.fusion;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Stored;
import io.archmeter.graph.Value;
import io.archmeter.graph.WeightUse;
import io.archmeter.op.BatchNorm;
import io.archmeter.op.Conv;
import io.archmeter.op.Fused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Copies a graph node by node, each group as one; its values get new numbers, and its weights keep theirs. */
final class Rewriting {
    private static final String AND = " + ";

    private final Graph graph;
    private final Map<Integer, Group> begun = new HashMap<>();
    private final Set<Integer> grouped = new HashSet<>();
    private final List<Value> values = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    /** By the number of a value, its new one. */
    private final int[] numbers;

    private final Map<String, List<String>> layers = new HashMap<>();
    private final Map<Stored.Use, Stored.Form> forms;

    Rewriting(Graph graph) {
        this.graph = graph;
        this.numbers = new int[graph.values().size()];
        this.forms = new LinkedHashMap<>(graph.stored().forms());
        Set<String> taken = graph.nodes().stream().map(Node::name).collect(Collectors.toSet());
        for (Group group : Groups.of(graph)) {
            // A file may call a layer as a group would be called.
            if (taken.add(name(members(group)))) {
                begun.put(group.first(), group);
                grouped.addAll(group.nodes());
            }
        }
    }

    FusedNetwork run() {
        for (int number = 0; number < graph.nodes().size(); number++) {
            if (begun.containsKey(number)) {
                add(begun.get(number));
            } else if (!grouped.contains(number)) {
                add(graph.nodes().get(number));
            }
        }
        List<Integer> outputs =
                graph.outputs().stream().map(output -> numbers[output]).toList();
        return new FusedNetwork(
                new Graph(
                        graph.name(),
                        graph.title(),
                        graph.type(),
                        values,
                        nodes,
                        graph.weights(),
                        graph.inputs(),
                        outputs,
                        graph.notes(),
                        stored()),
                layers);
    }

    private Stored stored() {
        Stored stored = graph.stored();
        return stored.isNothing() ? stored : new Stored(stored.elements(), forms, stored.inputs(), stored.below());
    }

    private void add(Group group) {
        List<Node> members = members(group);
        Node first = members.get(0);
        String name = name(members);
        layers.put(name, members.stream().map(Node::name).toList());
        List<Operand> inputs = new ArrayList<>(first.inputs());
        group.others().forEach(other -> inputs.add(Operand.value(other)));
        List<WeightUse> uses = new ArrayList<>();
        for (WeightUse use : first.weights()) {
            uses.add(use);
            copyForm(first, use.role(), name, use.role());
        }
        Optional<Node> normalization = Optional.of(members.get(1)).filter(node -> node.op() instanceof BatchNorm);
        normalization.ifPresent(node -> node.weights().forEach(use -> {
            String role = node.op().kind() + "." + use.role();
            uses.add(use.as(role));
            copyForm(node, use.role(), name, role);
        }));
        List<Op> after = members.stream()
                .skip(normalization.isPresent() ? 2 : 1)
                .map(Node::op)
                .toList();
        Fused op = new Fused((Conv) first.op(), normalization.map(node -> (BatchNorm) node.op()), after);
        add(new Node(
                name,
                op,
                inputs,
                uses,
                graph.nodes().get(group.last()).outputs(),
                first.auxiliary(),
                first.functional(),
                first.place(),
                first.calls()));
    }

    /** Adds a node that has the numbers of the graph that is copied. */
    private void add(Node node) {
        List<Integer> outputs = new ArrayList<>();
        for (int slot = 0; slot < node.outputs().size(); slot++) {
            Value value = graph.values().get(node.outputs().get(slot));
            numbers[node.outputs().get(slot)] = values.size();
            outputs.add(values.size());
            values.add(new Value(value.name(), value.shape(), value.type(), nodes.size(), slot));
        }
        nodes.add(new Node(
                node.name(),
                node.op(),
                node.inputs().stream().map(this::renumbered).toList(),
                node.weights().stream()
                        .map(use -> new WeightUse(use.role(), renumbered(use.operand())))
                        .toList(),
                outputs,
                node.auxiliary(),
                node.functional(),
                node.place(),
                node.calls()));
    }

    private Operand renumbered(Operand operand) {
        return operand instanceof Operand.OfValue ? Operand.value(numbers[operand.number()]) : operand;
    }

    /** How a layer takes a weight, the group takes it. */
    private void copyForm(Node from, String role, String to, String newRole) {
        Optional.ofNullable(forms.get(new Stored.Use(from.name(), role)))
                .ifPresent(form -> forms.put(new Stored.Use(to, newRole), form));
    }

    private List<Node> members(Group group) {
        return group.nodes().stream().map(graph.nodes()::get).toList();
    }

    /** As in {@code layer1.0.conv1 + bn1 + relu}: what is in the module of the first is called as that module calls it. */
    private static String name(List<Node> members) {
        String first = members.get(0).name();
        String module = first.substring(0, first.lastIndexOf('.') + 1);
        StringBuilder name = new StringBuilder(first);
        for (Node node : members.subList(1, members.size())) {
            String own = node.name();
            name.append(AND).append(own.startsWith(module) ? own.substring(module.length()) : own);
        }
        return name.toString();
    }
}
