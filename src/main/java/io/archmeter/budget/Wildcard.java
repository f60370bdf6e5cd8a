package io.archmeter.budget;

/** A text in which {@code *} stands for any text, dots and slashes too, or for none. */
record Wildcard(String pattern) {
    boolean fits(String text) {
        return TextPattern.ofStars(pattern).fits(text);
    }
}
