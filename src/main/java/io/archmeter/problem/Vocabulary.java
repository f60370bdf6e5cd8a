package io.archmeter.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the known word that was meant by an unknown one: a slip of the finger, or the word of another tool. Words
 * are held here in small letters, without {@code _} and {@code -}, and without {@code 2d} at their end, unless it matters.
 *
 * @param elsewhere words of other tools, with what means the same here
 * @param advice words of other tools that no word here stands for, with what to do about them: a word that is only spelt alike is
 *     never offered for them
 * @since 0.2.0
 */
public record Vocabulary(Map<String, String> elsewhere, Map<String, String> advice) {
    public Vocabulary {
        // In the order of the words, so that of two that are equally near the same one is always meant.
        elsewhere = Collections.unmodifiableMap(new TreeMap<>(elsewhere));
        advice = Collections.unmodifiableMap(new TreeMap<>(advice));
    }

    /** The known word that was probably meant. */
    public Optional<String> meant(String word, Collection<String> known) {
        return beforeColon(word, known).or(() -> known(nearest(word, known), known));
    }

    /** The known word that means the same as a word: the word with other signs, or that of another tool. A slip is not mended. */
    public Optional<String> same(String word, Collection<String> known) {
        return known(Optional.of(small(word)), known)
                .or(() -> known(Optional.of(plain(word)), known))
                .or(() -> known.stream()
                        .filter(candidate -> plain(candidate).equals(plain(word)))
                        .findFirst());
    }

    /** A remedy that names the word that was meant, or else what to do without one, or else all that are known. */
    public String remedy(String word, Collection<String> known) {
        if (beforeColon(word, known).isPresent()) {
            return "write a blank after the ':'";
        }
        Optional<String> nearest = nearest(word, known);
        return known(nearest, known)
                .map(meant -> "did you mean '" + meant + "'?")
                .or(() -> nearest.map(advice::get))
                .orElseGet(() -> Nearest.listing(known));
    }

    /** The known word that is meant by a known word or one of another tool. */
    private Optional<String> known(Optional<String> found, Collection<String> known) {
        return found.map(word -> elsewhere.getOrDefault(word, word)).filter(known::contains);
    }

    /** A known word, or the plain form of one of another tool: the same, or else the nearest. */
    private Optional<String> nearest(String word, Collection<String> known) {
        if (advice.containsKey(small(word))
                || known(Optional.of(small(word)), known).isPresent()) {
            return Optional.of(small(word));
        }
        String plain = plain(word);
        if (advice.containsKey(plain)) {
            return Optional.of(plain);
        }
        Optional<String> same = known.stream()
                .filter(candidate -> plain(candidate).equals(plain))
                .findFirst();
        if (same.isPresent()) {
            return same;
        }
        if (known(Optional.of(plain), known).isPresent()) {
            return Optional.of(plain);
        }
        List<String> all = new ArrayList<>(known);
        elsewhere.forEach((other, here) -> {
            if (known.contains(here)) {
                all.add(other);
            }
        });
        all.addAll(advice.keySet());
        return Nearest.to(plain, all);
    }

    /** Without a blank after it, a colon belongs to the word. */
    private static Optional<String> beforeColon(String word, Collection<String> known) {
        int colon = word.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(word.substring(0, colon)).filter(known::contains);
    }

    /** Without the number of axes at its end. */
    private static String plain(String word) {
        return small(word).replaceAll("[123]d", "");
    }

    /** In small letters, without what parts words, and without the package of {@code torch.nn.ReLU}. */
    private static String small(String word) {
        return Nearest.plain(word.substring(word.lastIndexOf('.') + 1));
    }
}
