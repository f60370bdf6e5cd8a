package io.archmeter.cli;

import io.archmeter.analysis.Explanation;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The layers that a path names. */
final class Layers {
    private Layers() {}

    /** The layer of that name, or all layers of the module of that name. */
    static List<Explanation> below(String path, List<Explanation> all, String model) {
        List<Explanation> found = all.stream()
                .filter(explanation -> isBelow(path, explanation.layer().name()))
                .toList();
        if (found.isEmpty()) {
            throw new ProblemException(Problem.at(
                    Span.of(model), "unknown-layer", "there is no layer or module '" + path + "'", remedy(path, all)));
        }
        return found;
    }

    private static boolean isBelow(String path, String name) {
        return name.equals(path) || name.startsWith(path + ".");
    }

    private static String remedy(String path, List<Explanation> all) {
        Set<String> known = new LinkedHashSet<>();
        for (Explanation explanation : all) {
            String name = explanation.layer().name();
            for (int end = name.indexOf('.'); end >= 0; end = name.indexOf('.', end + 1)) {
                known.add(name.substring(0, end));
            }
            known.add(name);
        }
        return Nearest.to(path, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("use a name from the first column of 'archmeter analyze', or the begin of one up to a dot");
    }
}
