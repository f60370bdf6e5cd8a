package io.archmeter.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * In which order layers come, and how many.
 *
 * @param by the largest first; empty: the order of execution
 * @param top how many; empty: all
 */
public record RooflineOrder(Optional<By> by, OptionalInt top) {
    /** All layers, in the order of execution. */
    public static final RooflineOrder NONE = new RooflineOrder(Optional.empty(), OptionalInt.empty());

    /** What layers can be compared by. */
    public enum By {
        MOVED_BYTES(Comparator.comparingLong(line -> line.traffic().moved().atLeast())),
        OPERATIONS(Comparator.comparingLong(line -> line.operations().atLeast())),
        LEAST_PICOSECONDS(
                Comparator.comparing(line -> line.times().orElseThrow().least().picoseconds()));

        private final Comparator<RooflineLine> order;

        By(Comparator<RooflineLine> order) {
            this.order = order;
        }

        /** The key of its column: {@code moved_bytes}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The lines that are shown; those that are alike keep their order. */
    List<RooflineLine> shown(List<RooflineLine> lines) {
        return sorted(lines).subList(0, cut(lines));
    }

    /** Those that are not shown because others have more. */
    List<RooflineLine> less(List<RooflineLine> lines) {
        return sorted(lines).subList(cut(lines), lines.size());
    }

    private List<RooflineLine> sorted(List<RooflineLine> lines) {
        List<RooflineLine> sorted = new ArrayList<>(lines);
        by.ifPresent(column -> sorted.sort(column.order.reversed()));
        return sorted;
    }

    private int cut(List<RooflineLine> lines) {
        return Math.min(lines.size(), top.orElse(lines.size()));
    }
}
