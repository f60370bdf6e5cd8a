package io.archmeter.spec.expression;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The problems of an expression that cannot be parsed, each at the token that is wrong. */
final class ExpressionSyntax {
    private static final String CODE = "expression-syntax";

    /** What Python, spreadsheets and other languages call functions, and what they have beside them. */
    private static final Vocabulary FUNCTIONS = new Vocabulary(
            Map.of("ceiling", "ceil", "roundup", "ceil", "rounddown", "floor", "maximum", "max", "minimum", "min"),
            Map.of(
                    "abs", "write if(x < 0, -x, x)",
                    "div", "write floor(a / b)",
                    "int", "write floor(x)",
                    "len", "give the length a name among the params",
                    "mod", "write a % b",
                    "pow", "write a ^ b",
                    "sqrt", "give the root a name among the params: expressions are exact",
                    "trunc", "write floor(x)"));

    private ExpressionSyntax() {}

    static ProblemException missingValue(Token token) {
        if (token.is("[")) {
            return token.part()
                    .problem(
                            CODE,
                            "a list cannot be written inside of an expression",
                            "give it a name among the params");
        }
        return token.part()
                .problem(
                        CODE,
                        token.kind() == Token.Kind.END
                                ? "a value is missing at the end of the expression"
                                : "a value is missing before '" + token.text() + "'",
                        "write a number, a text in quotes or a name");
    }

    /** What follows a complete term, and continues nothing. */
    static ProblemException leftOver(Token token) {
        if (token.kind() == Token.Kind.SYMBOL && !token.is("(")) {
            return token.part()
                    .problem(
                            CODE,
                            "'" + token.text() + "' stands where it belongs to nothing",
                            token.is(",") ? "write decimals as 0.5" : "remove it, or write what it closes");
        }
        String small = token.text().toLowerCase(Locale.ROOT);
        return token.part()
                .problem(
                        CODE,
                        "an operator is missing before '" + Excerpt.of(token.text()) + "'",
                        Set.of("and", "or").contains(small)
                                ? "write '" + small + "' in small letters"
                                : "write it, e.g. '*' or 'and'");
    }

    static ProblemException unclosed(Token opening, String closing) {
        return opening.part()
                .problem(
                        CODE,
                        "this '" + opening.text() + "' is not closed",
                        "write the '" + closing
                                + "'; within { } and [ ] of YAML, an expression with a ',' needs quotes");
    }

    static ProblemException chained(Token comparison) {
        return comparison.part().problem(CODE, "a second comparison follows the first", "join them: a < b and b < c");
    }

    static ProblemException tooDeep(Token opening, int deepest) {
        return opening.part()
                .problem(
                        "too-deep",
                        "parts of this expression stand in each other more than " + deepest + " deep",
                        "divide it: give a part of it a name among the params");
    }

    static ProblemException unknownFunction(Token name) {
        List<String> known = new ArrayList<>(List.of("if"));
        Arrays.stream(Function.values()).map(Function::word).forEach(known::add);
        known.add("sum");
        return name.part()
                .problem(
                        "unknown-function",
                        "there is no function '" + Excerpt.of(name.text()) + "'",
                        FUNCTIONS.remedy(name.text(), known));
    }

    static ProblemException wrongArguments(Token name, int given, String taken) {
        return name.part()
                .problem(
                        "wrong-arguments",
                        name.text() + " has " + given + (given == 1 ? " argument" : " arguments"),
                        "give it " + taken);
    }
}
