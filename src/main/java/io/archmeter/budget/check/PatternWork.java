package io.archmeter.budget.check;

import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.snapshot.Snapshot;

/** Counts, before any of it is done, what it takes to hold the patterns of budgets against the paths of layers. */
final class PatternWork {
    /** Some seconds of work; real budgets take a thousandth of it. */
    static final long MOST = 2_000_000_000;

    private long letters;

    /**
     * Adds what a model takes.
     *
     * @throws ProblemException at the limit with which it becomes too much
     */
    void add(ModelUnderCheck model) {
        long paths = Math.addExact(
                lettersOf(model.now()),
                model.before().map(PatternWork::lettersOf).orElse(0L));
        for (Limit limit : model.subject().limits()) {
            letters = Math.addExact(letters, Math.multiplyExact(paths, effort(limit.scope())));
            if (letters > MOST) {
                throw new ProblemException(Problem.at(
                        limit.place(),
                        "too-many-patterns",
                        "with this one, too many patterns are to be held against the "
                                + model.now().layers().size() + " layers of "
                                + model.subject().key(),
                        "use fewer patterns, with more of their text before the first '*'"));
            }
        }
    }

    private static long lettersOf(Snapshot network) {
        return network.layers().stream()
                .mapToLong(layer -> layer.name().length() + 1L)
                .sum();
    }

    private static int effort(Scope scope) {
        if (scope instanceof Scope.Module module) {
            return new LayerPattern(module.pattern()).effort();
        }
        return scope instanceof Scope.Layer layer ? new LayerPattern(layer.pattern()).effort() : 1;
    }
}
