package io.archmeter.report;

import io.archmeter.growth.Polynomial;
import io.archmeter.report.text.Readable;
import io.archmeter.value.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Polynomials as people write them: {@code 118,013,952·N·H·W/50,176 + 2,048,000·N}. */
final class PolynomialText {
    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private PolynomialText() {}

    /** @param symbols of the variables */
    static String of(Polynomial polynomial, List<String> symbols) {
        StringBuilder text = new StringBuilder();
        for (Polynomial.Term term : polynomial.terms()) {
            boolean negative = term.coefficient().signum() < 0;
            if (text.isEmpty()) {
                text.append(negative ? "−" : "");
            } else {
                text.append(negative ? " − " : " + ");
            }
            text.append(term(negative ? term.coefficient().negated() : term.coefficient(), term.powers(), symbols));
        }
        return text.isEmpty() ? "0" : text.toString();
    }

    private static String term(Rational coefficient, List<Integer> powers, List<String> symbols) {
        List<String> factors = new ArrayList<>();
        if (!coefficient.numerator().equals(BigInteger.ONE)) {
            factors.add(exact(coefficient.numerator()));
        }
        for (int variable = 0; variable < powers.size(); variable++) {
            if (powers.get(variable) > 0) {
                factors.add(symbols.get(variable) + exponent(powers.get(variable)));
            }
        }
        String product = factors.isEmpty() ? "1" : String.join("·", factors);
        return coefficient.isWhole() ? product : product + "/" + exact(coefficient.denominator());
    }

    private static String exponent(int power) {
        StringBuilder exponent = new StringBuilder();
        if (power > 1) {
            String.valueOf(power).chars().forEach(digit -> exponent.append(DIGITS.charAt(digit - '0')));
        }
        return exponent.toString();
    }

    private static String exact(BigInteger number) {
        return number.bitLength() < Long.SIZE ? Readable.exact(number.longValueExact()) : number.toString();
    }
}
