package io.archmeter.budget;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Measures many models, on all cores. */
public final class Measuring {
    /** What came of one: what is kept of its measurement, or problems. */
    private record Attempt<T>(Optional<T> kept, List<Problem> problems) {}

    private Measuring() {}

    /**
     * One measurement for each subject, in their order.
     *
     * @throws ProblemException with all that is wrong with any of them, each problem once: variants share a file, and its faults
     */
    public static List<Measurement> all(List<UnloadedModel> subjects) {
        return kept(subjects, Function.identity());
    }

    /**
     * The same for who needs no more than what a baseline remembers: the networks are not kept.
     *
     * @throws ProblemException as from {@link #all}
     */
    public static List<Snapshot> snapshots(List<UnloadedModel> subjects) {
        return kept(subjects, Measurement::snapshot);
    }

    private static <T> List<T> kept(List<UnloadedModel> subjects, Function<Measurement, T> part) {
        List<Attempt<T>> attempts =
                subjects.parallelStream().map(subject -> attempt(subject, part)).toList();
        List<Problem> problems = attempts.stream()
                .flatMap(attempt -> attempt.problems().stream())
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return attempts.stream().map(attempt -> attempt.kept().orElseThrow()).toList();
    }

    private static <T> Attempt<T> attempt(UnloadedModel subject, Function<Measurement, T> part) {
        try {
            return new Attempt<>(Optional.of(part.apply(subject.measure())), List.of());
        } catch (ProblemException unusable) {
            return new Attempt<>(Optional.empty(), unusable.problems());
        }
    }
}
