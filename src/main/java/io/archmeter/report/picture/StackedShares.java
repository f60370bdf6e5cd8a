package io.archmeter.report.picture;

import java.util.List;

/**
 * Where something sits: a bar of the same length for each row, divided into the shares of its parts, in panels side by side.
 *
 * @param keys what the colours stand for
 * @param rows the labels, from top to bottom
 */
public record StackedShares(
        String name, String title, String summary, List<Key> keys, List<String> rows, List<Panel> panels)
        implements Picture {
    public StackedShares {
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
        panels = List.copyOf(panels);
        for (Panel panel : panels) {
            if (panel.stacks().size() != rows.size()) {
                throw new IllegalArgumentException(panel.title() + " has not a stack for each row");
            }
        }
    }

    /**
     * What is divided.
     *
     * @param stacks of each row its parts, from left to right; none of a row that has nothing of it
     */
    public record Panel(String title, List<List<Part>> stacks) {
        public Panel {
            stacks = stacks.stream().map(List::copyOf).toList();
        }
    }

    /** A part: what it is called in the bar, and how much it is. */
    public record Part(String label, Paint paint, Quantity amount) {}
}
