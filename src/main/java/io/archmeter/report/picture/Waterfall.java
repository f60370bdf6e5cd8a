package io.archmeter.report.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * From one number to another, term by term.
 *
 * @param first what it begins with, at least 0
 * @param terms that are added to it, or taken from it where they are negative
 * @param last what comes out, at least 0
 */
public record Waterfall(String name, String title, String summary, Step first, List<Step> terms, Step last)
        implements Picture {
    public Waterfall {
        terms = List.copyOf(terms);
        long sum = first.amount();
        for (Step term : terms) {
            sum = Math.addExact(sum, term.amount());
        }
        if (sum != last.amount() || first.amount() < 0 || sum < 0) {
            throw new IllegalArgumentException(
                    "the terms lead from " + first.amount() + " to " + sum + ", and not to " + last.amount());
        }
    }

    /**
     * A number on the way.
     *
     * @param label what it is
     * @param detail more about it, in a few words; may be empty
     * @param words the number, with its sign where it is a term
     * @param share the number in percent of the first; may be empty
     */
    public record Step(String label, String detail, long amount, String words, String share) {}

    /** What there is at each stage: the first number, and the sum after each term, of which the last is what comes out. */
    public List<Long> stages() {
        List<Long> stages = new ArrayList<>();
        long sum = first.amount();
        stages.add(sum);
        for (Step term : terms) {
            sum = Math.addExact(sum, term.amount());
            stages.add(sum);
        }
        return stages;
    }
}
