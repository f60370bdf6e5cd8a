package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Span;
import java.util.*;

record Template(String text) {
    static Template parse(String t, Span at) {
        return new Template(t);
    }

    boolean isFixed() {
        return !text.contains("{");
    }

    Optional<String> text(Variables v) {
        String s = text;
        int i;
        while ((i = s.indexOf('{')) >= 0) {
            int j = s.indexOf('}', i);
            Value x = Expression.parse(s.substring(i + 1, j), Span.of("t")).evaluate(v);
            if (x instanceof Value.Unknown) return Optional.empty();
            s = s.substring(0, i) + (x instanceof Value.Text t ? t.text() : x.described()) + s.substring(j + 1);
        }
        return Optional.of(s);
    }
}
