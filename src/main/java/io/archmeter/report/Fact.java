package io.archmeter.report;

import java.util.Optional;

/**
 * Something that holds for a whole document.
 *
 * @param key its member in JSON
 * @param label the words before its value in the line below the title; empty where that line does not need it
 */
public record Fact(String key, Optional<String> label, Cell value) {
    /** Stands in the line below the title. */
    static Fact shown(String key, String label, Cell value) {
        return new Fact(key, Optional.of(label), value);
    }

    /** For programs only. */
    static Fact of(String key, Cell value) {
        return new Fact(key, Optional.empty(), value);
    }
}
