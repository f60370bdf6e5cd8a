package io.archmeter.report.picture;

/**
 * A number that is drawn.
 *
 * @param exact at least 0; what is known of it where a part is not
 * @param words as people read it: {@code 23.30 k}, {@code ≥ 1.9 MiB}
 */
public record Quantity(long exact, String words) {
    public Quantity {
        if (exact < 0) {
            throw new IllegalArgumentException("nothing to draw: " + exact);
        }
    }
}
