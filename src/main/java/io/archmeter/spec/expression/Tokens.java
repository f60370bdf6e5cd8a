package io.archmeter.spec.expression;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.SourceText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes an expression apart, and knows the operators of other languages, to say what to write instead. */
final class Tokens {
    private static final Map<Token.Kind, Pattern> PATTERNS = new EnumMap<>(Map.of(
            Token.Kind.NUMBER, Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?"),
            Token.Kind.TEXT, Pattern.compile("'[^']*'|\"[^\"]*\""),
            Token.Kind.NAME, Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*"),
            Token.Kind.SYMBOL, Pattern.compile("==|!=|<=|>=|[-+*/%^<>()\\[\\],]")));

    private static final Pattern FOREIGN = Pattern.compile("===|&&|\\|\\||//|\\*\\*|<>|=>|=<");

    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("===", "use =="),
            Map.entry("&&", "use 'and'"),
            Map.entry("&", "use 'and'"),
            Map.entry("||", "use 'or'"),
            Map.entry("|", "use 'or'"),
            Map.entry("!", "use 'not'"),
            Map.entry("?", "use if(condition, value, otherwise)"),
            Map.entry(":", "use if(condition, value, otherwise)"),
            Map.entry("//", "use floor(a / b)"),
            Map.entry("**", "use ^"),
            Map.entry("<>", "use !="),
            Map.entry("=>", "use >="),
            Map.entry("=<", "use <="),
            Map.entry("=", "use == to compare"),
            Map.entry("{", "use parentheses"),
            Map.entry("}", "use parentheses"),
            Map.entry("$", "write the name alone"),
            Map.entry(";", "separate arguments by ','"),
            Map.entry(".", "write 0.5 instead of .5, and a name on both sides of the dot in in.channels"),
            Map.entry("'", "write the closing quote"),
            Map.entry("\"", "write the closing quote"),
            Map.entry("×", "use *"),
            Map.entry("·", "use *"),
            Map.entry("÷", "use /"),
            Map.entry("−", "use -"),
            Map.entry("–", "use -"),
            Map.entry("≤", "use <="),
            Map.entry("≥", "use >="),
            Map.entry("≠", "use !="),
            Map.entry("’", "use straight quotes"),
            Map.entry("‘", "use straight quotes"),
            Map.entry("”", "use straight quotes"),
            Map.entry("“", "use straight quotes"));

    private final SourceText whole;
    private final String source;
    private int position;

    private Tokens(SourceText whole) {
        this.whole = whole;
        this.source = whole.text();
    }

    /** The tokens of an expression; the last one is its end. */
    static List<Token> of(SourceText source) {
        Tokens tokens = new Tokens(source);
        List<Token> found = new ArrayList<>();
        do {
            found.add(tokens.next());
        } while (found.get(found.size() - 1).kind() != Token.Kind.END);
        return found;
    }

    private Token next() {
        while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
            position++;
        }
        if (position == source.length()) {
            return new Token(Token.Kind.END, part(position));
        }
        Matcher foreign = FOREIGN.matcher(source).region(position, source.length());
        if (foreign.lookingAt()) {
            throw foreign(part(foreign.end()));
        }
        for (Map.Entry<Token.Kind, Pattern> entry : PATTERNS.entrySet()) {
            Matcher matcher = entry.getValue().matcher(source).region(position, source.length());
            if (matcher.lookingAt()) {
                Token token = new Token(entry.getKey(), part(matcher.end()));
                position = matcher.end();
                return entry.getKey() == Token.Kind.NUMBER ? checkedNumber(token) : token;
            }
        }
        throw foreign(part(source.offsetByCodePoints(position, 1)));
    }

    private TextSpan part(int end) {
        return new TextSpan(whole, position, end);
    }

    private Token checkedNumber(Token number) {
        if (position < source.length() && (isOfName(source.charAt(position)) || source.charAt(position) == '.')) {
            throw part(position + 1)
                    .problem(
                            "expression-syntax",
                            "'" + source.charAt(position) + "' cannot follow the number " + Excerpt.of(number.text()),
                            "write numbers like 1000, 0.5 or 1e3, and an operator before a name: 2 * width");
        }
        return number;
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static ProblemException foreign(TextSpan part) {
        String text = part.text();
        boolean quote = text.equals("'") || text.equals("\"");
        return part.problem(
                "expression-syntax",
                quote ? "this quote is not closed" : "'" + text + "' has no meaning in an expression",
                REMEDIES.getOrDefault(text, "remove it"));
    }
}
