package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import io.archmeter.verify.Comparison;
import io.archmeter.verify.LayerVerification;
import io.archmeter.verify.Verification;
import java.util.ArrayList;
import java.util.List;

/** A forward pass did something else than was predicted. The command has given its answer; this is for the exit code. */
final class NotAsPredicted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    private NotAsPredicted(List<Problem> problems) {
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }

    static void throwIfDifferent(List<Verification> models) {
        List<Problem> problems = new ArrayList<>();
        models.forEach(model -> addProblems(model, problems));
        if (!problems.isEmpty()) {
            throw new NotAsPredicted(problems);
        }
    }

    private static void addProblems(Verification model, List<Problem> problems) {
        for (LayerVerification layer : model.layers()) {
            layer.differences().forEach(difference -> problems.add(problem(layer.place(), layer.layer(), difference)));
        }
        Span whole = Span.of(model.model());
        model.totals().differences().forEach(difference -> problems.add(problem(whole, "", difference)));
    }

    private static Problem problem(Span place, String layer, Comparison<?> difference) {
        return new Problem(
                "not-as-predicted",
                place,
                layer,
                difference.toString(),
                "a rule or a kernel of Archmeter is wrong: please report it, with this model");
    }
}
