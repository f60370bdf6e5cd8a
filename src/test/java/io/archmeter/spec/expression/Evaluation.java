package io.archmeter.spec.expression;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.SourceText;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates expressions as if they stood in a file, their first character at 7:101, with these variables. */
public final class Evaluation {
    public static final Span AT = new Span("a.yaml", 7, 101);

    private static final Map<String, PlainValue> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("width", PlainValue.Num.of(64));
        VALUES.put("stride", PlainValue.Num.of(2));
        VALUES.put("i", PlainValue.Num.of(1));
        VALUES.put("half", new PlainValue.Num(new Rational(BigInteger.ONE, BigInteger.TWO)));
        VALUES.put("huge", new PlainValue.Num(Rational.of(BigInteger.TEN.pow(400))));
        VALUES.put("in.channels", PlainValue.Num.of(256));
        VALUES.put("batchnorm", new PlainValue.Flag(true));
        VALUES.put("kind", new PlainValue.Text("basic"));
        VALUES.put("nothing", new PlainValue.Nothing());
        VALUES.put("mystery", new PlainValue.Unknown());
        VALUES.put(
                "depths", list(PlainValue.Num.of(3), PlainValue.Num.of(4), PlainValue.Num.of(6), PlainValue.Num.of(3)));
        VALUES.put("pairs", list(list(PlainValue.Num.of(1), PlainValue.Num.of(2)), list(new PlainValue.Text("x"))));
        VALUES.put("empty", list());
    }

    public static final Variables VARIABLES = new Variables() {
        @Override
        public Optional<PlainValue> get(String name) {
            return Optional.ofNullable(VALUES.get(name));
        }

        @Override
        public int count() {
            return VALUES.size();
        }

        @Override
        public Collection<String> names() {
            return VALUES.keySet();
        }
    };

    private Evaluation() {}

    private static PlainValue list(PlainValue... items) {
        return new PlainValue.Items(List.of(items));
    }

    static PlainValue value(String source) {
        return Expression.parse(SourceText.of(source, AT)).evaluate(VARIABLES, new EvaluationSteps());
    }

    static Problem problem(String source) {
        try {
            PlainValue value = value(source);
            throw new AssertionError("no problem: " + source + " is " + value.described());
        } catch (ProblemException e) {
            return only(e);
        }
    }

    static Problem only(ProblemException thrown) {
        if (thrown.problems().size() != 1) {
            throw new AssertionError("not one problem: " + thrown.problems());
        }
        return thrown.problems().get(0);
    }

    /** The column of a problem within the expression, from 1. */
    public static int column(Problem problem) {
        if (!problem.place().file().equals("a.yaml") || problem.place().line() != 7) {
            throw new AssertionError("not in the expression: " + problem.place());
        }
        return problem.place().column() - AT.column() + 1;
    }
}
