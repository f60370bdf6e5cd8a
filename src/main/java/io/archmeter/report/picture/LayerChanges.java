package io.archmeter.report.picture;

import java.util.List;
import java.util.Optional;

/**
 * The layers of a network as they were, beside those that they are now.
 *
 * @param before what the network was called
 * @param after what it is called
 * @param figures what is said of the change in each row
 * @param rows from top to bottom: each layer of both sides is in one of them
 */
public record LayerChanges(
        String name, String title, String summary, String before, String after, List<String> figures, List<Row> rows)
        implements Picture {
    public LayerChanges {
        figures = List.copyOf(figures);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.changes().size() != figures.size()) {
                throw new IllegalArgumentException(row + " has not all of " + figures);
            }
        }
    }

    /** What became of layers. */
    public enum Kind {
        SAME,
        RENAMED,
        CHANGED,
        ADDED,
        REMOVED
    }

    /**
     * Layers of one network that stand together.
     *
     * @param label what they are called together
     * @param detail more about them, in a few words; may be empty
     * @param module in which they lie; empty where they lie in none
     * @param names of each of them, in order
     */
    public record Layers(String label, String detail, String module, List<String> names) {
        public Layers {
            names = List.copyOf(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("no layers: " + label);
            }
        }
    }

    /**
     * By how much a figure is larger now.
     *
     * @param amount below zero where it is smaller; zero where it is not known
     */
    public record Change(long amount, String words) {}

    /**
     * Layers of which the same became, as they were and as they are.
     *
     * @param quiet whether it is drawn small, because it tells little
     * @param card what a page shows of it, by its name; empty where there is nothing
     */
    public record Row(
            Kind kind,
            Optional<Layers> before,
            Optional<Layers> after,
            boolean quiet,
            String card,
            List<Change> changes) {
        public Row {
            changes = List.copyOf(changes);
            if (before.isEmpty() != (kind == Kind.ADDED) || after.isEmpty() != (kind == Kind.REMOVED)) {
                throw new IllegalArgumentException(kind + " from " + before + " to " + after);
            }
            if ((kind == Kind.SAME || kind == Kind.RENAMED)
                    && before.orElseThrow().names().size()
                            != after.orElseThrow().names().size()) {
                throw new IllegalArgumentException("not as many: " + before + ", " + after);
            }
        }
    }
}
