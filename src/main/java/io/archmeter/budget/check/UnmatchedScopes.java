package io.archmeter.budget.check;

import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.value.LayerPath;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Patterns that fit no layer of any model that they are meant for: a limit that nothing is held to is a mistake in the budget. One that
 * fits in some of the models, as a pattern of files takes them in, says of the others that they have no such layer.
 */
final class UnmatchedScopes {
    private UnmatchedScopes() {}

    /** @throws io.archmeter.problem.ProblemException where there are such patterns */
    static void throwIfAny(List<ModelReport> models) {
        Map<Limit, ModelReport> without = new LinkedHashMap<>();
        Set<Limit> fitting = new LinkedHashSet<>();
        for (ModelReport model : models) {
            for (Result result : model.results()) {
                if (result.judgement().verdict() == Verdict.NO_LAYER) {
                    without.putIfAbsent(result.limit(), model);
                } else {
                    fitting.add(result.limit());
                }
            }
        }
        Problems problems = new Problems();
        Set<Problem> known = new HashSet<>();
        Map<ModelReport, Set<String>> paths = new IdentityHashMap<>();
        without.forEach((limit, model) -> {
            if (!fitting.contains(limit)) {
                Problem problem = problem(limit, model, paths.computeIfAbsent(model, each -> paths(each.now())));
                if (known.add(problem)) {
                    problems.add(problem);
                }
            }
        });
        problems.throwIfAny();
    }

    private static Problem problem(Limit limit, ModelReport model, Set<String> paths) {
        String pattern = pattern(limit.scope());
        return Problem.at(
                limit.place(),
                "no-such-layer",
                "'" + pattern + "' fits no layer of " + model.model(),
                Nearest.to(pattern, paths)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("use a path from the first column of 'archmeter analyze', or a begin of one with .*"));
    }

    private static String pattern(Scope scope) {
        return scope instanceof Scope.Module module ? module.pattern() : ((Scope.Layer) scope).pattern();
    }

    /** Layers, and the modules that they lie in. */
    private static Set<String> paths(Snapshot network) {
        return LayerPath.withModules(
                network.layers().stream().map(LayerSnapshot::name).toList());
    }
}
