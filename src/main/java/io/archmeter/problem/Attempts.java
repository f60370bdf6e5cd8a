package io.archmeter.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Things that are tried one after the other; what is wrong with any is said together.
 *
 * @since 0.2.0
 */
public final class Attempts {
    private final List<Problem> problems = new ArrayList<>();

    /** What came of it; empty where there were problems. */
    public <T> Optional<T> at(Supplier<T> thing) {
        try {
            return Optional.of(thing.get());
        } catch (ProblemException unusable) {
            problems.addAll(unusable.problems());
            return Optional.empty();
        }
    }

    /** Throws all problems, each once, if there were any. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.stream().distinct().toList());
        }
    }
}
