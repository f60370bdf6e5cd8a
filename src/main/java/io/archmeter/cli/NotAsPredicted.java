package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import io.archmeter.verify.Comparison;
import io.archmeter.verify.LayerVerification;
import io.archmeter.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A forward pass did something else than was predicted. */
final class NotAsPredicted {
    private NotAsPredicted() {}

    /** One problem for each layer. */
    static List<Problem> problems(List<Verification> models) {
        List<Problem> problems = new ArrayList<>();
        models.forEach(model -> addProblems(model, problems));
        return problems;
    }

    private static void addProblems(Verification model, List<Problem> problems) {
        for (LayerVerification layer : model.differing()) {
            problems.add(problem(layer.place(), layer.layer(), layer.differences()));
        }
        List<Comparison<?>> inTotal = model.totals().differences();
        if (!inTotal.isEmpty()) {
            problems.add(problem(Span.of(model.model()), "in total", inTotal));
        }
    }

    private static Problem problem(Span place, String layer, List<Comparison<?>> differences) {
        return new Problem(
                "not-as-predicted",
                place,
                layer,
                differences.stream().map(Comparison::toString).collect(Collectors.joining("; ")),
                "a rule or a kernel of Archmeter is wrong: please report it, with this model");
    }
}
