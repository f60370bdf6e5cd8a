package io.archmeter.budget.check;

import io.archmeter.diff.ChangedAttribute;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where growth comes from. A line of a block writes a layer for each call of the block: if all of them grew alike, it is the line that
 * changed; if only some did, it is what calls the block for these. Of several blocks within each other it is the innermost such call.
 */
final class GrownBlocks {
    /** More calls say little, because they are mostly alike. */
    private static final int SHOWN = 3;

    /** How a layer became heavier. */
    private enum Way {
        /** It is new, or has other attributes. */
        BY_ITSELF,
        /** It is as it was, and more comes in. */
        WITH_ITS_INPUT
    }

    /** The layers that one line writes, by the same calls as far as these are told apart. */
    private static final class Group {
        private final Map<Way, Integer> grown = new HashMap<>();
        private final Set<Span> callers = new LinkedHashSet<>();
        private int layers;

        private void add(Optional<Way> way, Optional<Span> caller) {
            layers++;
            way.ifPresent(known -> grown.merge(known, 1, Math::addExact));
            caller.filter(place -> callers.size() < SHOWN).ifPresent(callers::add);
        }

        private boolean grewAlike(Way way) {
            return grown.getOrDefault(way, 0) == layers;
        }
    }

    /** By trails: the line of a layer, and calls that lead to it, the nearest first. */
    private final Map<List<Span>, Group> groups = new HashMap<>();

    private final Metric metric;

    /**
     * Looks at all layers of a network.
     *
     * @param changes what became of a layer since the baseline
     */
    GrownBlocks(List<LayerSnapshot> layers, Function<LayerSnapshot, Optional<LayerChange>> changes, Metric metric) {
        this.metric = metric;
        for (LayerSnapshot layer : layers) {
            List<Span> trail = trail(layer);
            Optional<Way> way = changes.apply(layer).flatMap(this::way);
            for (int length = 1; length <= trail.size(); length++) {
                Optional<Span> caller = length < trail.size() ? Optional.of(trail.get(length)) : Optional.empty();
                group(trail.subList(0, length)).add(way, caller);
            }
        }
    }

    private static List<Span> trail(LayerSnapshot layer) {
        List<Span> trail = new ArrayList<>();
        trail.add(layer.place());
        trail.addAll(layer.calls());
        return trail;
    }

    private Group group(List<Span> trail) {
        return groups.computeIfAbsent(trail, first -> new Group());
    }

    private Optional<Way> way(LayerChange change) {
        if (change.adds(metric).orElse(0) <= 0) {
            return Optional.empty();
        }
        boolean other = change.old().isEmpty()
                || ChangedAttribute.between(change.old().get(), change.layer()).stream()
                        .anyMatch(ChangedAttribute.Word.class::isInstance);
        return Optional.of(other ? Way.BY_ITSELF : Way.WITH_ITS_INPUT);
    }

    /** Where the growth of a layer comes from; the outermost call where even of its layers only some grew, as in a loop. */
    Origin of(LayerChange grown) {
        Way way = way(grown).orElseThrow();
        List<Span> trail = trail(grown.layer());
        int length = 1;
        while (length < trail.size() && !group(trail.subList(0, length)).grewAlike(way)) {
            length++;
        }
        List<Span> inBlock = new ArrayList<>(trail.subList(0, length - 1));
        Collections.reverse(inBlock);
        return new Origin(trail.get(length - 1), inBlock, calls(trail, length));
    }

    /** All calls of the block, and, as long as there is one of them, of the block that this one is in. */
    private List<Span> calls(List<Span> trail, int length) {
        List<Span> calls = new ArrayList<>();
        for (int around = length; around < trail.size(); around++) {
            Set<Span> callers = group(trail.subList(0, around)).callers;
            calls.addAll(callers);
            if (callers.size() > 1) {
                break;
            }
        }
        return calls;
    }
}
