package io.archmeter.pattern;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * A text with gaps.
 *
 * @param parts what each character can be; {@link #GAP} stands for any text, or for none
 */
public record TextPattern(List<IntPredicate> parts) {
    /** Stands for any text, or for none. */
    public static final IntPredicate GAP = c -> true;

    public TextPattern {
        parts = List.copyOf(parts);
    }

    /** A text in which {@code *} is a gap, and all else stands for itself. */
    static TextPattern ofStars(String text) {
        return new TextPattern(text.chars()
                .mapToObj(letter -> letter == '*' ? GAP : (IntPredicate) c -> c == letter)
                .toList());
    }

    /** Takes no longer than the product of both lengths: a gap takes more only where what follows it does not fit. */
    public boolean fits(String text) {
        int part = 0;
        int at = 0;
        int gap = -1;
        int taken = 0;
        while (at < text.length()) {
            if (isGap(part)) {
                gap = part++;
                taken = at;
            } else if (part < parts.size() && parts.get(part).test(text.charAt(at))) {
                part++;
                at++;
            } else if (gap >= 0) {
                part = gap + 1;
                at = ++taken;
            } else {
                return false;
            }
        }
        while (isGap(part)) {
            part++;
        }
        return part == parts.size();
    }

    /** How many parts may have to be compared with each character of a text: as many as stand together after a gap. */
    public int effort() {
        int longest = 1;
        int length = 0;
        boolean behindGap = false;
        for (IntPredicate part : parts) {
            behindGap |= part == GAP;
            length = part == GAP ? 0 : length + 1;
            longest = behindGap ? Math.max(longest, length) : longest;
        }
        return longest;
    }

    private boolean isGap(int part) {
        return part < parts.size() && parts.get(part) == GAP;
    }
}
