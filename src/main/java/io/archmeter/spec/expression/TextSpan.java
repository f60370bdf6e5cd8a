package io.archmeter.spec.expression;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.SourceText;

/** A part of an expression: where it stands in the file, and how it reads. */
record TextSpan(SourceText source, int start, int end) {
    Span at() {
        return source.place(start);
    }

    String text() {
        return source.text().substring(start, end);
    }

    ProblemException problem(String code, String fact, String remedy) {
        return new ProblemException(Problem.at(at(), code, fact, remedy));
    }
}
