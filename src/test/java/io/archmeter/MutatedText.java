package io.archmeter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts that somebody has spoilt, in a word or in a line. */
public final class MutatedText {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*|[0-9]+|\\s+|.");

    private final List<String> trouble;
    private final List<String> pool = new ArrayList<>();

    /**
     * Draws from what there is.
     *
     * @param texts whose tokens can come to stand elsewhere
     * @param trouble what stands for itself, and for trouble
     */
    public MutatedText(Collection<String> texts, List<String> trouble) {
        this.trouble = List.copyOf(trouble);
        texts.forEach(text -> pool.addAll(tokens(text)));
        // Blanks are every other token.
        pool.removeIf(String::isBlank);
        for (int i = 0; i < pool.size() / 4; i++) {
            pool.add(trouble.get(i % trouble.size()));
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The text after one to three changes. */
    public String of(String text, Random random) {
        String changed = text;
        for (int change = random.nextInt(3); change >= 0; change--) {
            changed = changed(changed, random);
        }
        return changed;
    }

    private String changed(String text, Random random) {
        boolean ofLines = random.nextInt(3) == 0;
        List<String> parts = new ArrayList<>(ofLines ? Arrays.asList(text.split("(?<=\n)")) : tokens(text));
        if (parts.size() < 2) {
            return text + pool.get(random.nextInt(pool.size()));
        }
        int at = random.nextInt(parts.size());
        switch (random.nextInt(ofLines ? 4 : 5)) {
            case 0 -> parts.remove(at);
            case 1 -> parts.add(at, parts.get(random.nextInt(parts.size())));
            case 2 -> Collections.swap(parts, at, random.nextInt(parts.size()));
            case 3 -> parts.set(at, ofLines ? "  " + parts.get(at) : pool.get(random.nextInt(pool.size())));
            default -> parts.add(at, trouble.get(random.nextInt(trouble.size())));
        }
        return String.join("", parts);
    }
}
