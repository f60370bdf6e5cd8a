package io.archmeter.report.document;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What a word above a number means. A reader sees it below the table, where the number is.
 *
 * @param of the keys of the columns and facts that it explains; none where it holds for the whole document
 */
public record Note(String text, List<String> of) {
    public Note {
        of = List.copyOf(of);
    }

    /** A note on columns or facts. */
    public static Note of(String text, String... keys) {
        return new Note(text, List.of(keys));
    }

    /** Whether it explains anything that is shown. */
    public boolean explains(Collection<String> shown) {
        return of.isEmpty() || !Collections.disjoint(of, shown);
    }
}
