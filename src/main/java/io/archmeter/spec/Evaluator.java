package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import java.util.Optional;

/** Evaluates what is written; what fails becomes a problem once, and unknown from then on. */
final class Evaluator {
    private static final int LETTERS_OF_A_STEP = 16;

    /** Each name of an expression is looked for among all that there are. */
    private static final int NAMES_OF_A_STEP = 10;

    private final Problems problems;
    private final Steps steps;

    Evaluator(Problems problems, Steps steps) {
        this.problems = problems;
        this.steps = steps;
    }

    /**
     * The value of what is written.
     *
     * @param in what comes in, for the variables of the input's shape
     * @param layer whom a problem concerns, may be empty
     */
    Value value(Written written, Scope scope, Tensor in, String layer) {
        return value(written, scope.seeing(in.shape()), layer);
    }

    Value value(Written written, Variables variables, String layer) {
        steps.take((long) written.parts() * (1 + variables.count() / NAMES_OF_A_STEP), written.at());
        Work work = new Work();
        Value value;
        try {
            value = written.value(variables, work);
        } catch (ProblemException failed) {
            report(failed, layer);
            value = new Value.Unknown();
        }
        steps.take(work.steps(), written.at());
        return value;
    }

    /** The text of a template, where it is known. */
    Optional<String> text(Template template, Scope scope, Tensor in) {
        Work work = new Work();
        Optional<String> text = Optional.empty();
        try {
            text = template.text(scope.seeing(in.shape()), work);
        } catch (ProblemException failed) {
            report(failed, "");
        }
        steps.take(text.map(String::length).orElse(0) / LETTERS_OF_A_STEP + work.steps(), template.at());
        return text;
    }

    private void report(ProblemException failed, String layer) {
        for (Problem problem : failed.problems()) {
            problems.add(new Problem(problem.code(), problem.place(), layer, problem.fact(), problem.remedy()));
        }
    }
}
