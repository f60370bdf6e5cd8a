package io.archmeter.source;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;

/**
 * Holds what all aliases of a file stand for below a bound. A few lines of aliases to aliases can stand for more values than
 * there are atoms, and who walks the tree meets every one of them.
 */
final class AliasBound {
    static final int MOST = 1_000_000;

    private int repeated;

    /** Counts the parts of what an alias repeats; each is visited, so this takes no longer than the bound allows. */
    void add(SourceValue part, int depth, Span alias) {
        repeated++;
        if (repeated > MOST) {
            throw new ProblemException(Problem.at(
                    alias,
                    "alias-bomb",
                    "with this alias, the aliases of this file stand for more than 1,000,000 values",
                    "use blocks for what repeats; they are expanded only where they are used"));
        }
        if (part instanceof SourceValue.Items items) {
            SourceBuilder.checkDepth(alias, depth + 1);
            items.items().forEach(item -> add(item, depth + 1, alias));
        } else if (part instanceof SourceValue.Mapping mapping) {
            SourceBuilder.checkDepth(alias, depth + 1);
            mapping.entries().forEach(entry -> add(entry.value(), depth + 1, alias));
        }
    }
}
