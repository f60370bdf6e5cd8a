package io.archmeter.spec.expression;

import io.archmeter.source.SourceText;
import io.archmeter.value.Numerals;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Parses by operator precedence (Pratt, "Top down operator precedence", 1973): each operator has a power, and a term reaches
 * as far as the operators in it have more power than what stands before it.
 */
final class ExpressionParser {
    private static final int DEEPEST = 64;

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int SIGN = 7;
    private static final int POWER = 8;
    private static final int ELEMENT = 9;

    private final SourceText source;
    private final List<Token> tokens;
    private final List<TextSpan> names = new ArrayList<>();
    private int position;
    private int depth;

    private ExpressionParser(SourceText source) {
        this.source = source;
        this.tokens = Tokens.of(source);
    }

    /** @param names to which the names are added that stand for something */
    static Term parse(SourceText source, List<TextSpan> names) {
        ExpressionParser parser = new ExpressionParser(source);
        Term term = parser.term(0);
        if (parser.peek().kind() != Token.Kind.END) {
            throw ExpressionSyntax.leftOver(parser.peek());
        }
        names.addAll(parser.names);
        return term;
    }

    private Token peek() {
        return tokens.get(position);
    }

    private Token next() {
        return tokens.get(position++);
    }

    /** The part from a start to the end of the last token that was taken. */
    private TextSpan from(int start) {
        return new TextSpan(source, start, tokens.get(position - 1).part().end());
    }

    private Term term(int above) {
        int start = peek().part().start();
        Term left = prefix(start);
        while (power(peek()) > above) {
            left = infix(left, start, next());
        }
        return left;
    }

    /** A term below another one, which Java's stack must bear. */
    private Term inner(Token opening, int above) {
        depth++;
        if (depth > DEEPEST) {
            throw ExpressionSyntax.tooDeep(opening, DEEPEST);
        }
        Term term = term(above);
        depth--;
        return term;
    }

    private static int power(Token token) {
        if (token.kind() != Token.Kind.SYMBOL && token.kind() != Token.Kind.NAME) {
            return 0;
        }
        return switch (token.text()) {
            case "or" -> OR;
            case "and" -> AND;
            case "==", "!=", "<", "<=", ">", ">=" -> COMPARISON;
            case "+", "-" -> SUM;
            case "*", "/", "%" -> PRODUCT;
            case "^" -> POWER;
            case "[" -> ELEMENT;
            default -> 0;
        };
    }

    private Term prefix(int start) {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case TEXT ->
                new Term.Constant(
                        token.part(),
                        new PlainValue.Text(
                                token.text().substring(1, token.text().length() - 1)));
            case NAME -> named(token, start);
            case SYMBOL ->
                switch (token.text()) {
                    case "(" -> {
                        Term inner = inner(token, 0);
                        close(token, ")");
                        yield new Term.Group(from(start), inner);
                    }
                    case "-" -> {
                        Term operand = inner(token, SIGN);
                        yield new Term.Negative(from(start), operand);
                    }
                    default -> throw ExpressionSyntax.missingValue(token);
                };
            case END -> throw ExpressionSyntax.missingValue(token);
        };
    }

    private static Term number(Token token) {
        Rational number = Numerals.decimal(token.text())
                .orElseThrow(
                        () -> token.part().problem("number-too-large", "this number is too long", Numerals.REMEDY));
        return new Term.Constant(token.part(), new PlainValue.Num(Arithmetic.bounded(number, token.part())));
    }

    private Term named(Token token, int start) {
        return switch (token.text()) {
            case "true", "false" -> new Term.Constant(token.part(), new PlainValue.Flag(token.is("true")));
            case "and", "or" -> throw ExpressionSyntax.missingValue(token);
            case "not" -> {
                Term operand = inner(token, NOT);
                yield new Term.Not(from(start), operand);
            }
            default -> peek().is("(") ? call(token, start) : name(token);
        };
    }

    private Term name(Token token) {
        names.add(token.part());
        return new Term.Name(token.part());
    }

    private Term call(Token name, int start) {
        if (name.is("if")) {
            List<Term> three = arguments(name, count -> count == 3, "3 arguments: if(condition, value, otherwise)");
            return new Term.Choice(from(start), three.get(0), three.get(1), three.get(2));
        }
        if (name.is("sum")) {
            List<Term> list = arguments(name, count -> count == 1 || count == 2, "a list: sum(list), sum(list, count)");
            return new Term.Sum(
                    from(start), name.part(), list.get(0), list.stream().skip(1).findFirst());
        }
        Function function = Function.named(name.text()).orElseThrow(() -> ExpressionSyntax.unknownFunction(name));
        List<Term> arguments = arguments(name, function::takes, function.taken());
        return new Term.Call(from(start), name.part(), function, arguments);
    }

    private List<Term> arguments(Token name, IntPredicate fits, String taken) {
        Token opening = next();
        List<Term> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            arguments.add(inner(opening, 0));
            while (peek().is(",")) {
                next();
                arguments.add(inner(opening, 0));
            }
        }
        close(opening, ")");
        if (!fits.test(arguments.size())) {
            throw ExpressionSyntax.wrongArguments(name, arguments.size(), taken);
        }
        return arguments;
    }

    private Term infix(Term left, int start, Token operator) {
        int power = power(operator);
        if (power == ELEMENT) {
            Term index = inner(operator, 0);
            close(operator, "]");
            return new Term.Element(from(start), left, index);
        }
        // A power groups to the right: 2^3^2 is 2^9.
        Term right = power == POWER ? inner(operator, SIGN) : term(power);
        TextSpan part = from(start);
        if (power == AND || power == OR) {
            return new Term.Joined(part, operator.text(), left, right);
        }
        for (Comparison comparison : Comparison.values()) {
            if (operator.is(comparison.symbol())) {
                return new Term.Compared(part, comparison, left, unchained(right));
            }
        }
        Arithmetic arithmetic = Arrays.stream(Arithmetic.values())
                .filter(candidate -> operator.is(candidate.symbol()))
                .findFirst()
                .orElseThrow();
        return new Term.Computed(part, operator.part(), arithmetic, left, right);
    }

    private Term unchained(Term right) {
        if (power(peek()) == COMPARISON) {
            throw ExpressionSyntax.chained(peek());
        }
        return right;
    }

    private void close(Token opening, String closing) {
        if (peek().kind() == Token.Kind.END) {
            throw ExpressionSyntax.unclosed(opening, closing);
        }
        if (!peek().is(closing)) {
            throw ExpressionSyntax.leftOver(peek());
        }
        next();
    }
}
