package io.archmeter.spec.expand;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.spec.expression.EvaluationSteps;
import io.archmeter.spec.expression.Scope;
import io.archmeter.spec.expression.Template;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.spec.expression.Variables;
import io.archmeter.value.PlainValue;
import java.util.Optional;

/** Evaluates what is written; what fails becomes a problem once, and unknown from then on. */
final class Evaluator {
    private static final int LETTERS_OF_A_STEP = 16;

    /** Each name of an expression is looked for among all that there are. */
    private static final int NAMES_OF_A_STEP = 10;

    private final Problems problems;
    private final ExpansionSteps steps;

    Evaluator(Problems problems, ExpansionSteps steps) {
        this.problems = problems;
        this.steps = steps;
    }

    /**
     * The value of what is written.
     *
     * @param in what comes in, for the variables of the input's shape
     * @param layer whom a problem concerns, may be empty
     */
    PlainValue value(Unevaluated written, Scope scope, LayerOutput in, String layer) {
        return value(written, scope.seeing(in.shape()), layer);
    }

    PlainValue value(Unevaluated written, Variables variables, String layer) {
        steps.take((long) written.parts() * (1 + variables.count() / NAMES_OF_A_STEP), written.at());
        EvaluationSteps work = new EvaluationSteps();
        PlainValue value;
        try {
            value = written.value(variables, work);
        } catch (ProblemException failed) {
            report(failed, layer);
            value = new PlainValue.Unknown();
        }
        steps.take(work.steps(), written.at());
        return value;
    }

    /** The text of a template, where it is known. */
    Optional<String> text(Template template, Scope scope, LayerOutput in) {
        EvaluationSteps work = new EvaluationSteps();
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
