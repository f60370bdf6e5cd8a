package io.archmeter.spec;

import io.archmeter.located.Source;
import io.archmeter.op.Rational;
import io.archmeter.op.Value;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates expressions as if they stood in a file, their first character at 7:101, with these variables. */
final class Evaluation {
    static final Span AT = new Span("a.yaml", 7, 101);

    private static final Map<String, Value> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("width", Value.Num.of(64));
        VALUES.put("stride", Value.Num.of(2));
        VALUES.put("i", Value.Num.of(1));
        VALUES.put("half", new Value.Num(new Rational(BigInteger.ONE, BigInteger.TWO)));
        VALUES.put("huge", new Value.Num(Rational.of(BigInteger.TEN.pow(400))));
        VALUES.put("in.channels", Value.Num.of(256));
        VALUES.put("batchnorm", new Value.Flag(true));
        VALUES.put("kind", new Value.Text("basic"));
        VALUES.put("nothing", new Value.Nothing());
        VALUES.put("mystery", new Value.Unknown());
        VALUES.put("depths", list(Value.Num.of(3), Value.Num.of(4), Value.Num.of(6), Value.Num.of(3)));
        VALUES.put("pairs", list(list(Value.Num.of(1), Value.Num.of(2)), list(new Value.Text("x"))));
        VALUES.put("empty", list());
    }

    static final Variables VARIABLES = new Variables() {
        @Override
        public Optional<Value> get(String name) {
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

    private static Value list(Value... items) {
        return new Value.Items(List.of(items));
    }

    static Value value(String source) {
        return Expression.parse(Source.of(source, AT)).evaluate(VARIABLES, new Work());
    }

    static Problem problem(String source) {
        try {
            Value value = value(source);
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
    static int column(Problem problem) {
        if (!problem.place().file().equals("a.yaml") || problem.place().line() != 7) {
            throw new AssertionError("not in the expression: " + problem.place());
        }
        return problem.place().column() - AT.column() + 1;
    }
}
