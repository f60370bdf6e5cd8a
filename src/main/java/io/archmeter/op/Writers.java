package io.archmeter.op;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** From the types of attributes to the values of a spec: what {@link Readers} reads as the same attribute. */
final class Writers {
    /** {@link Double#toString} has other digits before Java 19; fifteen come back as they were written. */
    private static final MathContext DIGITS = new MathContext(15);

    private Writers() {}

    static Value number(long whole) {
        return Value.Num.of(whole);
    }

    static Value decimal(double number) {
        return new Value.Num(Rational.of(new BigDecimal(number).round(DIGITS)));
    }

    static Value numbers(List<Integer> numbers) {
        return new Value.Items(numbers.stream().map(Writers::number).toList());
    }

    static Value padding(Padding padding) {
        return padding instanceof Padding.Explicit explicit
                ? numbers(explicit.numbers())
                : new Value.Text(padding.toString());
    }

    static Value word(Object choice) {
        String word = choice.toString();
        return switch (word) {
            case "true" -> new Value.Flag(true);
            case "false" -> new Value.Flag(false);
            default -> new Value.Text(word);
        };
    }
}
