package io.archmeter.report.document;

import java.util.List;

/**
 * A figure that a page shows in large.
 *
 * @param label what it is
 * @param below what belongs to it, in small: the exact number, or another figure
 */
public record Tile(String label, Cell value, List<String> below) {
    public Tile {
        below = List.copyOf(below);
    }
}
