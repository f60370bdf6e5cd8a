package io.archmeter.pattern;

/** A text in which {@code *} stands for any text, dots and slashes too, or for none. */
public record Wildcard(String pattern) {
    /** Whether the whole text is one that the pattern stands for; takes no longer than the product of both lengths. */
    public boolean fits(String text) {
        return TextPattern.ofStars(pattern).fits(text);
    }
}
