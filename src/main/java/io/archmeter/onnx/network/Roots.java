package io.archmeter.onnx.network;

import io.archmeter.onnx.model.ModelValue;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stored tensors that constants are computed of. Few are listed; many are those of the parts, because a chain of constants of which
 * each lists all tensors before it would hold the square of their count.
 */
final class Roots {
    static final Roots NONE = new Roots(List.of(), List.of(), Optional.empty());

    private static final int MOST_LISTED = 64;

    /** What was listed once for a layer stays so, in place of the parts: the next layers begin there. */
    private List<ModelValue> listed;

    private List<Roots> parts;
    private final Optional<ModelValue> first;

    private Roots(List<ModelValue> listed, List<Roots> parts, Optional<ModelValue> first) {
        this.listed = listed;
        this.parts = parts;
        this.first = first;
    }

    static Roots of(ModelValue stored) {
        return new Roots(List.of(stored), List.of(), Optional.of(stored));
    }

    /** Those of several constants, each once, in their order. */
    static Roots of(List<Roots> several) {
        Set<Roots> different = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Roots> parts = several.stream()
                .filter(part -> part.first.isPresent() && different.add(part))
                .toList();
        if (parts.size() < 2) {
            return parts.isEmpty() ? NONE : parts.get(0);
        }
        boolean few = parts.stream().allMatch(part -> part.parts.isEmpty())
                && parts.stream().mapToLong(part -> part.listed.size()).sum() <= MOST_LISTED;
        Roots joined = new Roots(List.of(), parts, parts.get(0).first);
        if (!few) {
            return joined;
        }
        boolean asTheFirst = joined.all().size() == parts.get(0).listed.size();
        return asTheFirst ? parts.get(0) : joined;
    }

    Optional<ModelValue> first() {
        return first;
    }

    /** Whether they are this tensor alone. */
    boolean are(ModelValue stored) {
        return listed.equals(List.of(stored));
    }

    List<ModelValue> all() {
        if (!parts.isEmpty()) {
            Set<ModelValue> all = new LinkedHashSet<>();
            addNew(all, Collections.newSetFromMap(new IdentityHashMap<>()));
            listed = List.copyOf(all);
            parts = List.of();
        }
        return listed;
    }

    /** @param seen those whose tensors were added before, and are not looked at again */
    void addNew(Set<ModelValue> all, Set<Roots> seen) {
        Deque<Roots> waiting = new ArrayDeque<>(List.of(this));
        while (!waiting.isEmpty()) {
            Roots next = waiting.pop();
            if (seen.add(next)) {
                all.addAll(next.listed);
                for (int part = next.parts.size() - 1; part >= 0; part--) {
                    waiting.push(next.parts.get(part));
                }
            }
        }
    }
}
