package io.archmeter.report;

import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The smallest of very many blocks drawn as one, so that a page stays small.
 *
 * @param drawn the others in their order, and above them the one
 * @param together how many are one; 0 where each is drawn alone
 */
record SmallTogether(List<Held> drawn, int together) {
    SmallTogether {
        drawn = List.copyOf(drawn);
    }

    /**
     * Draws the largest alone.
     *
     * @param most how many blocks there may be, at least 1
     * @param series the colour of what is drawn together
     */
    static SmallTogether of(List<Held> all, int most, int series) {
        if (all.size() <= most) {
            return new SmallTogether(all, 0);
        }
        List<Held> largestFirst = new ArrayList<>(all);
        largestFirst.sort(Comparator.comparingLong(SmallTogether::bytes).reversed());
        Set<Held> alone = new HashSet<>(largestFirst.subList(0, most - 1));
        List<Held> drawn = new ArrayList<>(most);
        List<Held.Member> together = new ArrayList<>();
        for (Held held : all) {
            if (alone.contains(held)) {
                drawn.add(held);
            } else {
                together.addAll(held.members());
            }
        }
        String words = words(together.size());
        drawn.add(new Held(words, words + ", drawn together", series, together));
        return new SmallTogether(drawn, together.size());
    }

    private static String words(int together) {
        return Readable.exact(together) + " smaller tensors";
    }

    private static long bytes(Held held) {
        return held.members().stream()
                .mapToLong(member -> member.bytes().exact())
                .max()
                .orElse(0);
    }

    /** What a title says of it: nothing where each is drawn alone. */
    String said() {
        return together == 0 ? "" : " (" + words(together) + " are drawn together)";
    }
}
