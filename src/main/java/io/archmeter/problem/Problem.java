package io.archmeter.problem;

import java.util.Objects;

/**
 * Something in the input that cannot be used.
 *
 * @param code a stable word in kebab case, e.g. {@code indivisible-groups}
 * @param place where it is
 * @param layer the path of the layer that it concerns, empty where no layer is concerned
 * @param fact what is wrong, in the field's words
 * @param remedy what to do about it
 * @since 0.1.0
 */
public record Problem(String code, Span place, String layer, String fact, String remedy) {
    public Problem {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(layer, "layer");
        if (code.isBlank() || fact.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("a problem needs a code, a fact and a remedy: " + code + ", " + fact);
        }
    }

    public static Problem at(Span place, String code, String fact, String remedy) {
        return new Problem(code, place, "", fact, remedy);
    }

    /** A line that says where and what, and one that says what to do, whatever is in the names that they hold. */
    @Override
    public String toString() {
        String subject = layer.isEmpty() ? "" : layer + ": ";
        return Visible.of(place + ": error: [" + code + "] " + subject + fact) + "\n    remedy: " + Visible.of(remedy);
    }
}
