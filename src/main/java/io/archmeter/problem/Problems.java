package io.archmeter.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects problems, so that a user meets all of them at once. What a loop finds wrong at one place again and again is one
 * problem.
 *
 * @since 0.1.0
 */
public final class Problems {
    /** Nobody mends more in one go; a hostile file could otherwise fill the memory with problems. */
    private static final int MOST = 100;

    /** A loop could otherwise find the same wrong a million times. */
    private static final int MOST_TIMES = 1_000;

    /** Where a place is a file as a whole, layers tell problems apart. */
    private record Key(Span place, String code, String layer) {
        static Key of(Problem problem) {
            return new Key(problem.place(), problem.code(), problem.place().line() == 0 ? problem.layer() : "");
        }
    }

    private final Map<Key, Problem> first = new LinkedHashMap<>();
    private final Map<Key, Integer> times = new LinkedHashMap<>();
    private int found;
    private boolean more;

    /** Adds a problem; throws all of them where there are so many that it makes no sense to search on. */
    public void add(Problem problem) {
        Key key = Key.of(problem);
        found++;
        more |= found == MOST_TIMES || first.size() == MOST && !first.containsKey(key);
        if (more) {
            throwIfAny();
        }
        first.putIfAbsent(key, problem);
        times.merge(key, 1, Integer::sum);
    }

    /** Adds a problem, as {@link #add(Problem)} does. */
    public void add(Span place, String code, String fact, String remedy) {
        add(Problem.at(place, code, fact, remedy));
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return first.isEmpty();
    }

    /** The problems in the order of their places. */
    public List<Problem> sorted() {
        List<Problem> found = new ArrayList<>();
        first.forEach((key, problem) -> found.add(counted(problem, times.get(key))));
        found.sort((a, b) -> Span.IN_ORDER.compare(a.place(), b.place()));
        if (more) {
            Problem last = found.get(found.size() - 1);
            found.add(Problem.at(
                    last.place(),
                    "too-many-problems",
                    "there are more problems, which are not shown",
                    "mend these first, then run again"));
        }
        return List.copyOf(found);
    }

    /** Throws all that was collected, if anything was. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new ProblemException(sorted());
        }
    }

    private static Problem counted(Problem problem, int times) {
        if (times == 1) {
            return problem;
        }
        String fact = problem.fact() + " (and " + (times - 1) + " more like it here)";
        return new Problem(problem.code(), problem.place(), problem.layer(), fact, problem.remedy());
    }
}
