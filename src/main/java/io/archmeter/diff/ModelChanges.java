package io.archmeter.diff;

import io.archmeter.diff.align.LayerStructure;
import io.archmeter.snapshot.InputSnapshot;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds which model of a list is which of another.
 *
 * @since 0.2.0
 */
public final class ModelChanges {
    /** What two networks have in common that are the same, whatever their layers are called. */
    private record Structure(Settings settings, List<InputSnapshot> inputs, List<LayerStructure> layers) {
        static Structure of(Snapshot model) {
            return new Structure(
                    model.settings(),
                    model.writtenInputs(),
                    model.layers().stream().map(LayerStructure::of).toList());
        }
    }

    private record Named(Structure structure, List<String> names) {
        static Named of(Snapshot model) {
            return new Named(
                    Structure.of(model),
                    model.layers().stream().map(LayerSnapshot::name).toList());
        }
    }

    private final Map<Snapshot, Snapshot> beforeOf = new IdentityHashMap<>();
    private final Set<Snapshot> paired = Collections.newSetFromMap(new IdentityHashMap<>());
    private List<Snapshot> leftBefore;
    private List<Snapshot> leftAfter;

    private ModelChanges(List<Snapshot> before, List<Snapshot> after) {
        leftBefore = List.copyOf(before);
        leftAfter = List.copyOf(after);
    }

    /**
     * Pairs models by key; of the others, those that are the same network with the same settings, where one whose layers have the same
     * names comes first. Each model of both is there once, in the order of {@code after}; those that are gone stand at the end.
     */
    public static List<ModelChange> of(List<Snapshot> before, List<Snapshot> after) {
        ModelChanges changes = new ModelChanges(before, after);
        changes.pair(Snapshot::key);
        changes.pair(Named::of);
        changes.pair(Structure::of);
        List<ModelChange> all = new ArrayList<>();
        after.forEach(model -> all.add(changes.of(model)));
        changes.leftBefore.forEach(model -> all.add(new ModelChange.Gone(model)));
        return all;
    }

    private ModelChange of(Snapshot after) {
        Snapshot before = beforeOf.get(after);
        if (before == null) {
            return new ModelChange.New(after);
        }
        return before.key().equals(after.key())
                ? new ModelChange.Kept(before, after)
                : new ModelChange.Renamed(before, after);
    }

    private void pair(Function<Snapshot, Object> key) {
        Map<Object, Queue<Snapshot>> waiting = new HashMap<>();
        for (Snapshot model : leftBefore) {
            waiting.computeIfAbsent(key.apply(model), unseen -> new ArrayDeque<>())
                    .add(model);
        }
        List<Snapshot> alone = new ArrayList<>();
        for (Snapshot model : leftAfter) {
            Queue<Snapshot> same = waiting.getOrDefault(key.apply(model), new ArrayDeque<>());
            if (same.isEmpty()) {
                alone.add(model);
            } else {
                paired.add(same.peek());
                beforeOf.put(model, same.remove());
            }
        }
        leftAfter = alone;
        leftBefore =
                leftBefore.stream().filter(model -> !paired.contains(model)).toList();
    }
}
