package io.archmeter.report.writer;

import io.archmeter.report.document.Column;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a reader sees of a document's numbers, and for which of them a page had no room. */
final class ShownColumns {
    private final Set<String> keys = new HashSet<>();
    private final Set<String> left = new LinkedHashSet<>();
    private int width;

    void add(String key) {
        keys.add(key);
    }

    /** Columns of a table, by their numbers. */
    void add(List<Column> columns, List<Integer> shown) {
        shown.forEach(column -> keys.add(columns.get(column).key()));
    }

    /** The columns of a table that has found its place on a page. */
    void add(List<Column> columns, GridFit fit) {
        add(columns, fit.columns());
        left.addAll(fit.left());
        width = Math.max(width, fit.left().isEmpty() ? 0 : fit.wanted());
    }

    /** The keys of what is seen. */
    Set<String> keys() {
        return keys;
    }

    /** What there was no room for, and what to do about it. */
    List<String> note() {
        return left.isEmpty()
                ? List.of()
                : List.of("no room for: " + String.join(", ", left) + "; a terminal of " + width
                        + " columns shows all, and so does --width " + width);
    }
}
