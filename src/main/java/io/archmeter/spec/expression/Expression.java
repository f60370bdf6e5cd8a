package io.archmeter.spec.expression;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.SourceText;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A formula in a spec, such as {@code if(stride != 1, width * 4, in.channels)}. It computes in exact fractions, is strict
 * about types, and can neither loop nor reach outside: what it may ask for is in its {@link Variables}.
 */
public final class Expression {
    private static final int LONGEST = 1_000;

    private static final int LETTERS_OF_A_PART = 16;

    private final String text;
    private final Term root;
    private final List<TextSpan> names;
    private final int parts;

    private Expression(String text, Term root, List<TextSpan> names, int parts) {
        this.text = text;
        this.root = root;
        this.names = names;
        this.parts = parts;
    }

    /**
     * Parses what follows the {@code =}.
     *
     * @throws ProblemException with one problem, at the column of what is wrong
     */
    public static Expression parse(SourceText source) {
        checkLength(source);
        List<TextSpan> names = new ArrayList<>();
        Term root = ExpressionParser.parse(source, names);
        return new Expression(
                source.text(), root, List.copyOf(names), 1 + source.text().length() / LETTERS_OF_A_PART);
    }

    static void checkLength(SourceText source) {
        int length = source.text().length();
        if (length > LONGEST) {
            throw new ProblemException(Problem.at(
                    source.at(),
                    "expression-too-long",
                    "an expression has at most " + LONGEST + " characters, and this one " + length,
                    "divide it: give a part of it a name among the params"));
        }
    }

    /**
     * The value; {@link PlainValue.Unknown} where it depends on one.
     *
     * @param work to which is added what it takes beyond {@link #parts}
     * @throws ProblemException with one problem, at the column of what is wrong
     */
    public PlainValue evaluate(Variables variables, EvaluationSteps work) {
        return root.evaluate(variables, work);
    }

    /** A problem for each name in it that stands for nothing, also where {@link #evaluate} would not come by. */
    public List<Problem> unknownNames(Variables variables) {
        List<Problem> unknown = new ArrayList<>();
        for (TextSpan name : names) {
            if (variables.get(name.text()).isEmpty()) {
                unknown.addAll(Term.Name.unknown(name, variables).problems());
            }
        }
        return unknown;
    }

    /** As it is written. */
    public String text() {
        return text;
    }

    /** How long it takes to evaluate, in about as many times as a name alone does. */
    int parts() {
        return parts;
    }
}
