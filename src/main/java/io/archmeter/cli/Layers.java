package io.archmeter.cli;

import io.archmeter.analysis.Explanation;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.value.LayerPath;
import java.util.List;
import java.util.Set;

/** The layers that a path names. */
final class Layers {
    private Layers() {}

    /** The layer of that name, or all layers of the module of that name. */
    static List<Explanation> below(String path, List<Explanation> all, String model) {
        List<Explanation> found = all.stream()
                .filter(explanation -> new LayerPath(explanation.layer().name()).isWithin(path))
                .toList();
        if (found.isEmpty()) {
            throw new ProblemException(Problem.at(
                    Span.of(model), "unknown-layer", "there is no layer or module '" + path + "'", remedy(path, all)));
        }
        return found;
    }

    private static String remedy(String path, List<Explanation> all) {
        Set<String> known = LayerPath.withModules(
                all.stream().map(explanation -> explanation.layer().name()).toList());
        return Nearest.to(path, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("use a name from the first column of 'archmeter analyze', or the begin of one up to a dot");
    }
}
