package io.archmeter.diff;

import io.archmeter.diff.align.LayerChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers that were renamed in the same way.
 *
 * @param before their names, as one reads several of them: {@code features.5 to features.12}, {@code layer3.*}
 * @param after likewise: {@code features.6 to features.13}, {@code stage3.*}
 * @param layers how many
 * @since 0.2.0
 */
public record Renaming(String before, String after, int layers) {
    /** Renamings in the order of the first layer of each. */
    static List<Renaming> of(List<LayerChange.Renamed> layers) {
        Map<Object, List<Replacement>> ways = new LinkedHashMap<>();
        for (LayerChange.Renamed layer : layers) {
            Replacement replacement =
                    Replacement.of(layer.before().name(), layer.after().name());
            ways.computeIfAbsent(replacement.way(), unseen -> new ArrayList<>()).add(replacement);
        }
        return ways.values().stream().map(Renaming::together).toList();
    }

    private static Renaming together(List<Replacement> same) {
        Replacement first = same.get(0);
        Replacement last = same.get(same.size() - 1);
        if (same.size() == 1) {
            return new Renaming(first.nameBefore(), first.nameAfter(), 1);
        }
        if (first.counts()) {
            return new Renaming(
                    first.nameBefore() + " to " + last.nameBefore(),
                    first.nameAfter() + " to " + last.nameAfter(),
                    same.size());
        }
        boolean sameFront = same.stream().allMatch(other -> other.front().equals(first.front()));
        boolean sameBack = same.stream().allMatch(other -> other.back().equals(first.back()));
        Replacement pattern = new Replacement(
                sameFront ? first.front() : List.of("*"),
                first.before(),
                first.after(),
                sameBack ? first.back() : List.of("*"));
        return new Renaming(pattern.nameBefore(), pattern.nameAfter(), same.size());
    }
}
