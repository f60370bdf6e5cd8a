package io.archmeter.spec.expand;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.Layer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Loops whose turns give layers the same names again. However many layers there are, that has one cause: the loop. */
final class RepeatedNames {
    private static final int MOST_SHOWN = 3;

    /** A loop that is being unrolled. */
    private static final class Turning {
        private final Layer loop;
        private long turns;

        Turning(Layer loop) {
            this.loop = loop;
        }
    }

    private final Deque<Turning> loops = new ArrayDeque<>();
    private final Map<Span, Set<String>> names = new LinkedHashMap<>();
    private final Map<Span, Layer> causes = new LinkedHashMap<>();

    void enter(Layer layer) {
        loops.push(new Turning(layer));
    }

    void turn() {
        loops.element().turns++;
    }

    void leave() {
        loops.pop();
    }

    /** Whether a loop that is in a later turn is the cause of a name that is taken already; it is reported at the end then. */
    boolean take(String name) {
        for (Turning turning : loops) {
            if (turning.turns > 1) {
                causes.putIfAbsent(turning.loop.at(), turning.loop);
                names.computeIfAbsent(turning.loop.at(), at -> new LinkedHashSet<>())
                        .add(name);
                return true;
            }
        }
        return false;
    }

    void report(Problems problems) {
        names.forEach((at, repeated) -> problems.add(new Problem(
                "duplicate-name",
                at,
                "",
                "each turn gives a layer the name " + shown(repeated) + " again",
                remedy(causes.get(at), repeated.iterator().next()))));
    }

    private static String shown(Set<String> names) {
        List<String> first = names.stream().limit(MOST_SHOWN).toList();
        int more = names.size() - first.size();
        return String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
    }

    private static String remedy(Layer loop, String name) {
        String variable = loop.repeat().isPresent() ? "i" : loop.each().get(0).variable();
        return "make the layers a block, and let the loop use it: blocks: {unit: {layers: …}}, and unit beside the loop, whose turns"
                + " are numbered; or put a variable into each name, such as " + name + "{" + variable + "}";
    }
}
