package io.archmeter.nesting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Which vertices of a graph lead to each other (Sharir 1981, "A strong-connectivity algorithm and its applications in data flow
 * analysis"): in the order in which a search leaves them, the last first, a search against the arrows finds them together. It calls
 * nothing within itself, so that a chain may be long.
 */
final class StrongComponents {
    private final List<? extends Collection<Integer>> after;
    private final List<List<Integer>> before = new ArrayList<>();

    StrongComponents(List<? extends Collection<Integer>> after) {
        this.after = after;
        after.forEach(vertex -> before.add(new ArrayList<>()));
        for (int vertex = 0; vertex < after.size(); vertex++) {
            for (int next : after.get(vertex)) {
                before.get(next).add(vertex);
            }
        }
    }

    /** For each vertex a number, which those have in common that lead to each other. */
    int[] components() {
        List<Integer> left = leavingOrder();
        int[] component = new int[after.size()];
        Arrays.fill(component, -1);
        for (int place = left.size() - 1; place >= 0; place--) {
            int root = left.get(place);
            if (component[root] < 0) {
                spread(root, component);
            }
        }
        return component;
    }

    private List<Integer> leavingOrder() {
        List<Integer> left = new ArrayList<>(after.size());
        boolean[] seen = new boolean[after.size()];
        for (int root = 0; root < after.size(); root++) {
            if (!seen[root]) {
                search(root, seen, left);
            }
        }
        return left;
    }

    private void search(int root, boolean[] seen, List<Integer> left) {
        Deque<Integer> path = new ArrayDeque<>();
        Deque<Iterator<Integer>> open = new ArrayDeque<>();
        seen[root] = true;
        path.push(root);
        open.push(after.get(root).iterator());
        while (!path.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                left.add(path.pop());
                continue;
            }
            int next = open.peek().next();
            if (!seen[next]) {
                seen[next] = true;
                path.push(next);
                open.push(after.get(next).iterator());
            }
        }
    }

    private void spread(int root, int[] component) {
        Deque<Integer> reached = new ArrayDeque<>(List.of(root));
        component[root] = root;
        while (!reached.isEmpty()) {
            for (int earlier : before.get(reached.pop())) {
                if (component[earlier] < 0) {
                    component[earlier] = root;
                    reached.push(earlier);
                }
            }
        }
    }
}
