package io.archmeter.located;

import io.archmeter.problem.Nearest;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the word of a language that was meant by one that is none: a slip of the finger, or the word of another tool. Words
 * are held here in small letters, without {@code _} and {@code -} and a {@code 2d} at the end.
 *
 * @param elsewhere words of other tools, with what is called so here
 * @param advice words that no other can stand for, with what to do about them
 */
public record Vocabulary(Map<String, String> elsewhere, Map<String, String> advice) {
    public Vocabulary {
        elsewhere = Map.copyOf(elsewhere);
        advice = Map.copyOf(advice);
    }

    /** The known word that was probably meant. */
    public Optional<String> meant(String word, Collection<String> known) {
        if (advice.containsKey(plain(word))) {
            return Optional.empty();
        }
        return beforeColon(word, known)
                .or(() -> Nearest.to(word, known))
                .or(() -> Optional.ofNullable(elsewhere.get(plain(word))).filter(known::contains));
    }

    /** A remedy that names the word that was meant, or else all that are known. */
    public String remedy(String word, Collection<String> known) {
        String advised = advice.get(plain(word));
        if (advised != null) {
            return advised;
        }
        if (beforeColon(word, known).isPresent()) {
            return "write a blank behind the ':'";
        }
        return meant(word, known)
                .map(meant -> "did you mean '" + meant + "'?")
                .orElseGet(() -> Nearest.remedy(word, known));
    }

    /** Without a blank behind it, a colon belongs to the word. */
    private static Optional<String> beforeColon(String word, Collection<String> known) {
        int colon = word.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(word.substring(0, colon)).filter(known::contains);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[_-]", "").replaceAll("[123]d$", "");
    }
}
