package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import java.util.Optional;

/** Evaluates what is written; what fails becomes a problem once, and unknown from then on. */
final class Evaluator {
    private final Problems problems;

    Evaluator(Problems problems) {
        this.problems = problems;
    }

    /**
     * The value of what is written.
     *
     * @param in what comes in, for the variables of the input's shape
     * @param layer whom a problem concerns, may be empty
     */
    Value value(Written written, Scope scope, Tensor in, String layer) {
        try {
            return written.value(scope.seeing(in.shape()));
        } catch (ProblemException failed) {
            report(failed, layer);
            return new Value.Unknown();
        }
    }

    /** The text of a template, where it is known. */
    Optional<String> text(Template template, Scope scope, Tensor in) {
        try {
            return template.text(scope.seeing(in.shape()));
        } catch (ProblemException failed) {
            report(failed, "");
            return Optional.empty();
        }
    }

    private void report(ProblemException failed, String layer) {
        for (Problem problem : failed.problems()) {
            problems.add(new Problem(problem.code(), problem.place(), layer, problem.fact(), problem.remedy()));
        }
    }
}
