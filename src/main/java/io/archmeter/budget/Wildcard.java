package io.archmeter.budget;

/** A text in which {@code *} stands for any text, dots and slashes too, or for none. */
public record Wildcard(String pattern) {
    public boolean fits(String text) {
        return TextPattern.ofStars(pattern).fits(text);
    }
}
