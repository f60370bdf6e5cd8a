package io.archmeter.pattern;

/** A text in which {@code *} stands for any text, dots and slashes too, or for none. */
public final class Wildcard {
    private final String pattern;
    private final TextPattern parts;

    public Wildcard(String pattern) {
        this.pattern = pattern;
        this.parts = TextPattern.ofStars(pattern);
    }

    /** As it is written. */
    public String pattern() {
        return pattern;
    }

    /** Whether the whole text is one that the pattern stands for; takes no longer than {@link #effort} times its length. */
    public boolean fits(String text) {
        return parts.fits(text);
    }

    /** How many characters of the pattern may have to be compared with each one of a text. */
    public int effort() {
        return parts.effort();
    }
}
