package io.archmeter.budget;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures many models, on all cores. */
public final class Measuring {
    /** What came of one: a snapshot, or problems. */
    private record Attempt(Optional<Snapshot> snapshot, List<Problem> problems) {}

    private Measuring() {}

    /**
     * One snapshot for each subject, in their order.
     *
     * @throws ProblemException with all that is wrong with any of them, each problem once: variants share a file, and its faults
     */
    public static List<Snapshot> all(List<Subject> subjects) {
        List<Attempt> attempts =
                subjects.parallelStream().map(Measuring::measure).toList();
        List<Problem> problems = attempts.stream()
                .flatMap(attempt -> attempt.problems().stream())
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        List<Snapshot> snapshots = new ArrayList<>();
        attempts.forEach(attempt -> snapshots.add(attempt.snapshot().orElseThrow()));
        return snapshots;
    }

    private static Attempt measure(Subject subject) {
        try {
            return new Attempt(Optional.of(subject.measure()), List.of());
        } catch (ProblemException unusable) {
            return new Attempt(Optional.empty(), unusable.problems());
        }
    }
}
