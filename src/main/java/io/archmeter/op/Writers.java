package io.archmeter.op;

import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** From the types of attributes to the values of a spec: what {@link Readers} reads as the same attribute. */
final class Writers {
    /** {@link Double#toString} has other digits before Java 19; fifteen come back as they were written. */
    private static final MathContext DIGITS = new MathContext(15);

    private Writers() {}

    static PlainValue number(long whole) {
        return PlainValue.Num.of(whole);
    }

    static PlainValue decimal(double number) {
        return new PlainValue.Num(Rational.of(new BigDecimal(number).round(DIGITS)));
    }

    static PlainValue numbers(List<Integer> numbers) {
        return new PlainValue.Items(numbers.stream().map(Writers::number).toList());
    }

    static PlainValue counts(List<Long> counts) {
        return new PlainValue.Items(counts.stream().map(Writers::number).toList());
    }

    static PlainValue padding(Padding padding) {
        return padding instanceof Padding.Explicit explicit
                ? numbers(explicit.numbers())
                : new PlainValue.Text(padding.toString());
    }

    static PlainValue word(Object choice) {
        String word = choice.toString();
        return switch (word) {
            case "true" -> new PlainValue.Flag(true);
            case "false" -> new PlainValue.Flag(false);
            default -> new PlainValue.Text(word);
        };
    }
}
