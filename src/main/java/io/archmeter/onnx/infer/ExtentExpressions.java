package io.archmeter.onnx.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of open extents, and sums and products of such names and numbers, as PyTorch's exporter writes them: {@code 4*h4}, {@code
 * seq + 1}, {@code 2*(h//4)}.
 */
final class ExtentExpressions {
    private static final Pattern TOKEN = Pattern.compile("\\s*(\\d+|[A-Za-z_]\\w*|//|[-+*()])");

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Long> known;
    private int next;

    private ExtentExpressions(Map<String, Long> known) {
        this.known = known;
    }

    /** What a text is worth; the whole text may be a name. Empty where a name in it is not known, or it is no arithmetic. */
    static OptionalLong value(String text, Map<String, Long> known) {
        Long whole = known.get(text);
        if (whole != null) {
            return OptionalLong.of(whole);
        }
        ExtentExpressions parser = new ExtentExpressions(known);
        if (!parser.tokenize(text)) {
            return OptionalLong.empty();
        }
        try {
            long value = parser.sum();
            return parser.next == parser.tokens.size() && value >= 0 ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (IllegalStateException | ArithmeticException notKnown) {
            return OptionalLong.empty();
        }
    }

    /** The names in a text, itself among them. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>(List.of(text));
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (Character.isLetter(matcher.group(1).charAt(0))
                    || matcher.group(1).charAt(0) == '_') {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    private boolean tokenize(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        return text.substring(end).isBlank() && !tokens.isEmpty() && tokens.size() < 100;
    }

    private boolean take(String token) {
        boolean there = next < tokens.size() && tokens.get(next).equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private long sum() {
        long sum = product();
        while (next < tokens.size()) {
            if (take("+")) {
                sum = Math.addExact(sum, product());
            } else if (take("-")) {
                sum = Math.subtractExact(sum, product());
            } else {
                return sum;
            }
        }
        return sum;
    }

    private long product() {
        long product = factor();
        while (next < tokens.size()) {
            if (take("*")) {
                product = Math.multiplyExact(product, factor());
            } else if (take("//")) {
                product = Math.floorDiv(product, factor());
            } else {
                return product;
            }
        }
        return product;
    }

    private long factor() {
        if (take("(")) {
            long inner = sum();
            if (!take(")")) {
                throw new IllegalStateException("a bracket is open");
            }
            return inner;
        }
        if (next == tokens.size()) {
            throw new IllegalStateException("nothing follows");
        }
        String token = tokens.get(next++);
        if (Character.isDigit(token.charAt(0))) {
            return Long.parseLong(token);
        }
        Long value = known.get(token);
        if (value == null) {
            throw new IllegalStateException("not known: " + token);
        }
        return value;
    }
}
