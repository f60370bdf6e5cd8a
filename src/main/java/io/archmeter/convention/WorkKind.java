package io.archmeter.convention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of work, of which a convention can price each on its own. */
public enum WorkKind {
    PRODUCTS("multiply-adds of sums of products"),
    BIAS("the bias that is added"),
    ADDITIONS("additions outside sums of products"),
    MULTIPLICATIONS("multiplications outside sums of products"),
    DIVISIONS("divisions"),
    COMPARISONS("comparisons, minima and maxima"),
    EXPONENTIALS("exponentials"),
    POWERS("powers and roots"),
    LOGARITHMS("logarithms"),
    SINES("sines and cosines"),
    ERROR_FUNCTIONS("error functions"),
    ELEMENTS("elements that are put out"),
    /** For who does not tell kinds apart. */
    COST("all work together");

    private final String meaning;

    WorkKind(String meaning) {
        this.meaning = meaning;
    }

    /** In a few words. */
    public String meaning() {
        return meaning;
    }

    /** The keys of all, in their order. */
    public static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (WorkKind kind : values()) {
            keys.add(kind.toString());
        }
        return keys;
    }

    /** The kind of a key. */
    public static Optional<WorkKind> of(String key) {
        for (WorkKind kind : values()) {
            if (kind.toString().equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Its key in files: {@code error_functions}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
