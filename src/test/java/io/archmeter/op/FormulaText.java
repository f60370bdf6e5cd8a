package io.archmeter.op;

import java.math.BigInteger;

/**
 * Computes what the text of a formula says, from the text alone: {@code ⌊(224 + 2·3 − 7) / 2⌋ + 1} is 112. It knows nothing of
 * {@link Formula}, so that a text can be held against the value beside it.
 */
public final class FormulaText {
    private final String text;
    private int at;

    private FormulaText(String text) {
        this.text = text;
    }

    /** The value of {@code ·}, {@code +}, {@code −}, {@code ⌊a / b⌋}, {@code ⌈a / b⌉}, parentheses and numbers like 23,296. */
    public static long evaluate(String text) {
        FormulaText formula = new FormulaText(text);
        BigInteger value = formula.sum();
        if (formula.at < text.length()) {
            throw formula.unexpected();
        }
        return value.longValueExact();
    }

    private BigInteger sum() {
        BigInteger sum = product();
        while (true) {
            if (takes("+")) {
                sum = sum.add(product());
            } else if (takes("−")) {
                sum = sum.subtract(product());
            } else {
                return sum;
            }
        }
    }

    private BigInteger product() {
        BigInteger product = factor();
        while (takes("·")) {
            product = product.multiply(factor());
        }
        return product;
    }

    private BigInteger factor() {
        if (takes("(")) {
            BigInteger inner = sum();
            expect(")");
            return inner;
        }
        if (takes("⌊")) {
            BigInteger[] parts = division("⌋");
            return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        }
        if (takes("⌈")) {
            BigInteger[] parts = division("⌉");
            return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
        }
        return number();
    }

    /** The quotient, cut towards zero, and the rest. */
    private BigInteger[] division(String close) {
        BigInteger dividend = sum();
        expect("/");
        BigInteger divisor = factor();
        expect(close);
        return dividend.divideAndRemainder(divisor);
    }

    private BigInteger number() {
        skipSpaces();
        int begin = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == ',')) {
            at++;
        }
        String digits = text.substring(begin, at);
        takes("(declared)");
        if (!digits.matches("\\d+|\\d{1,3}(,\\d{3})+")) {
            throw unexpected();
        }
        return new BigInteger(digits.replace(",", ""));
    }

    private boolean takes(String token) {
        skipSpaces();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void expect(String token) {
        if (!takes(token)) {
            throw unexpected();
        }
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("no formula at " + at + ": " + text);
    }
}
