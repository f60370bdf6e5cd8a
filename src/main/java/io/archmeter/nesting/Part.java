package io.archmeter.nesting;

import io.archmeter.graph.Graph;
import io.archmeter.value.LayerPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers that have the beginning of their names in common.
 *
 * @param path what they have in common: a layer's whole name where it is one layer
 * @param depth of how many parts of a path that is
 * @param nodes the numbers of their nodes, in the order of execution
 */
record Part(String path, int depth, List<Integer> nodes) {
    /** Names that go on for ever are taken apart so far. */
    private static final int DEEPEST = 40;

    Part {
        nodes = List.copyOf(nodes);
    }

    /** All layers of a network. */
    static Part whole(List<Integer> nodes) {
        return new Part("", 0, nodes);
    }

    boolean isModule() {
        return nodes.size() > 1;
    }

    /** The same under the longest name that all have in common: a module that holds nothing but a module is that one. */
    Part narrowed(Graph graph) {
        Part part = this;
        while (part.depth < DEEPEST) {
            List<Part> parts = part.divided(graph);
            if (parts.size() != 1) {
                break;
            }
            part = parts.get(0);
        }
        return part;
    }

    /** Its layers and modules, in the order in which they begin. */
    List<Part> divided(Graph graph) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int node : nodes) {
            String name = graph.nodes().get(node).name();
            String key = depth < DEEPEST ? new LayerPath(name).atDepth(depth + 1) : name;
            groups.computeIfAbsent(key, unseen -> new ArrayList<>()).add(node);
        }
        List<Part> parts = new ArrayList<>(groups.size());
        groups.forEach((key, members) -> parts.add(
                members.size() == 1
                        ? new Part(graph.nodes().get(members.get(0)).name(), depth + 1, members)
                        : new Part(key, depth + 1, members)));
        return parts;
    }

    /** What tells a path from others within this: what follows its own, or the last part where nothing does. */
    String within(String inner) {
        if (!path.isEmpty() && inner.startsWith(path + ".") && inner.length() > path.length() + 1) {
            return inner.substring(path.length() + 1);
        }
        int dot = inner.lastIndexOf('.');
        return inner.equals(path) && dot >= 0 && dot < inner.length() - 1 ? inner.substring(dot + 1) : inner;
    }
}
