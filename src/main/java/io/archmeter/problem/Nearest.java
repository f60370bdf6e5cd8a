package io.archmeter.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the word that was probably meant.
 *
 * @since 0.1.0
 */
public final class Nearest {
    /** Longer words are no typing mistakes, and the distance takes time in the square of the length. */
    private static final int LONGEST = 64;

    /** A hostile file could give names to a million things; a person's slip is found among the first. */
    private static final int MOST_KNOWN = 1_000;

    /** More words than this say nothing to anyone. */
    private static final int MOST_SHOWN = 30;

    private Nearest() {}

    /** The known word nearest to {@code word}, if one is near enough to be a slip of the finger. */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String given = plain(word);
        int best = 1 + Math.max(1, given.length() / 3);
        String nearest = null;
        for (String candidate : first(known, MOST_KNOWN)) {
            int distance = candidate.length() > LONGEST ? best : distance(given, plain(candidate));
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** A remedy that names the nearest known word, or else all of them. */
    public static String remedy(String word, Collection<String> known) {
        return to(word, known).map(nearest -> "did you mean '" + nearest + "'?").orElseGet(() -> listing(known));
    }

    /** A remedy that names all known words. */
    static String listing(Collection<String> known) {
        return known.isEmpty() ? "remove it" : "use one of: " + shown(known);
    }

    private static String shown(Collection<String> known) {
        String words = String.join(", ", first(known, MOST_SHOWN));
        return known.size() > MOST_SHOWN ? words + ", …" : words;
    }

    private static List<String> first(Collection<String> known, int most) {
        return known.stream().limit(most).toList();
    }

    /** In small letters, without what parts words: people write Conv_2d for conv2d, which is no mistake worth counting. */
    public static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[_\\- ]", "");
    }

    /** Edits that lead from one word to the other: insert, delete, replace, swap neighbours (Damerau 1964). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
