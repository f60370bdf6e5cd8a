package io.archmeter.spec.expression;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.SourceText;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A name with expressions in braces, such as {@code layer{stage + 1}}. */
public final class Template {
    private static final int LONGEST_RESULT = 1_000;

    private final Span at;
    private final List<Piece> pieces;

    private sealed interface Piece {
        public Optional<String> text(Variables variables, EvaluationSteps work);
    }

    private record Letters(String letters) implements Piece {
        @Override
        public Optional<String> text(Variables variables, EvaluationSteps work) {
            return Optional.of(letters);
        }
    }

    private record Braces(Span at, Expression expression) implements Piece {
        @Override
        public Optional<String> text(Variables variables, EvaluationSteps work) {
            PlainValue value = expression.evaluate(variables, work);
            if (value instanceof PlainValue.Unknown) {
                return Optional.empty();
            }
            if (value instanceof PlainValue.Text text) {
                return Optional.of(text.text());
            }
            if (value instanceof PlainValue.Num number && number.number().isWhole()) {
                return Optional.of(number.number().toString());
            }
            throw new ProblemException(Problem.at(
                    at,
                    "expression-type",
                    "a name cannot hold " + value.described(),
                    "let the braces give a whole number or a text"));
        }
    }

    private Template(Span at, List<Piece> pieces) {
        this.at = at;
        this.pieces = pieces;
    }

    /** Parses a name. */
    public static Template parse(SourceText source) {
        Expression.checkLength(source);
        String text = source.text();
        List<Piece> pieces = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            int end = lettersEnd(text, position);
            if (end > position) {
                pieces.add(new Letters(text.substring(position, end)));
                position = end;
            } else {
                int closing = closing(source, position);
                SourceText inside = source.part(position + 1, closing);
                pieces.add(new Braces(inside.at(), Expression.parse(inside)));
                position = closing + 1;
            }
        }
        return new Template(source.at(), pieces);
    }

    private static int lettersEnd(String source, int start) {
        int end = start;
        while (end < source.length() && source.charAt(end) != '{' && source.charAt(end) != '}') {
            end++;
        }
        return end;
    }

    /** The place of the brace that closes the one at {@code opening}; a text in quotes may hold braces. */
    private static int closing(SourceText whole, int opening) {
        String source = whole.text();
        char quote = 0;
        for (int i = opening; i < source.length() && source.charAt(opening) == '{'; i++) {
            char c = source.charAt(i);
            if (quote == 0 && c == '}') {
                return i;
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        throw new ProblemException(Problem.at(
                whole.place(opening),
                "expression-syntax",
                source.charAt(opening) == '{' ? "this '{' is not closed" : "this '}' closes nothing",
                "write braces in pairs, around an expression"));
    }

    /** Where it is written. */
    public Span at() {
        return at;
    }

    /** Whether it is the same text everywhere. */
    public boolean isFixed() {
        return pieces.stream().allMatch(Letters.class::isInstance);
    }

    /**
     * The name; empty where it depends on what is not known.
     *
     * @param work to which is added what its expressions take
     */
    public Optional<String> text(Variables variables, EvaluationSteps work) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            Optional<String> more = piece.text(variables, work);
            if (more.isEmpty()) {
                return more;
            }
            if (text.length() + more.get().length() > LONGEST_RESULT) {
                throw new ProblemException(Problem.at(
                        at,
                        "name-too-long",
                        "this name becomes longer than " + LONGEST_RESULT + " characters",
                        "use shorter texts in it"));
            }
            text.append(more.get());
        }
        return Optional.of(text.toString());
    }
}
