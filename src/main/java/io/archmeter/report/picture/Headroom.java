package io.archmeter.report.picture;

import java.util.List;
import java.util.OptionalLong;

/**
 * Numbers beside what they may be, or must be: each is drawn as a part of its own limit, so that all limits lie on one line.
 *
 * @param groups in the order in which they are drawn, from top to bottom
 */
public record Headroom(String name, String title, String summary, List<Group> groups) implements Picture {
    public Headroom {
        groups = List.copyOf(groups);
    }

    /** Limits with something in common, such as a model. */
    public record Group(String label, List<Limit> limits) {
        public Group {
            limits = List.copyOf(limits);
        }
    }

    /** What came of a limit. */
    public enum Outcome {
        KEPT,
        BROKEN,
        /** It is broken, and nothing fails because of it. */
        WARNING,
        NOT_CHECKED,
        /** There is nothing that it limits. */
        NOTHING
    }

    /**
     * A limit, and the number that it limits.
     *
     * @param label what is limited, and how
     * @param actual at least 0; empty where it is not known
     * @param allowed at least 0; empty where it is not known
     * @param before what the baseline has; empty where there is none
     * @param atLeast whether the number must reach the limit, and not stay below it
     * @param words the number, as people read it
     * @param room how much is left, too much, or missing, in words; or why it is not known
     */
    public record Limit(
            Outcome outcome,
            String label,
            OptionalLong actual,
            OptionalLong allowed,
            OptionalLong before,
            boolean atLeast,
            String words,
            String room) {
        public Limit {
            boolean decided = outcome != Outcome.NOT_CHECKED && outcome != Outcome.NOTHING;
            if (decided && (actual.isEmpty() || allowed.isEmpty())) {
                throw new IllegalArgumentException(label + ": what came out needs two numbers");
            }
            if (actual.orElse(0) < 0 || allowed.orElse(0) < 0 || before.orElse(0) < 0) {
                throw new IllegalArgumentException(label + ": a count is not below 0");
            }
        }

        /** Whether there are two numbers to draw. */
        public boolean isMeasured() {
            return actual.isPresent() && allowed.isPresent();
        }
    }
}
