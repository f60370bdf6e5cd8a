package io.archmeter.spec.parse;

import io.archmeter.problem.Problems;
import io.archmeter.source.SourceText;
import io.archmeter.source.SourceValue;
import io.archmeter.value.PlainValue;
import java.util.Optional;

/** Reads the name of a layer, or of an operator, where a name is written as a value. */
final class LayerName {
    private LayerName() {}

    /**
     * The name; a layer in a list is named by its number.
     *
     * @param must what must stand there
     * @param remedy how it is written
     */
    static Optional<SourceText> of(SourceValue located, String must, String remedy, Problems problems) {
        if (located instanceof SourceValue.Scalar scalar) {
            if (scalar.value() instanceof PlainValue.Text text) {
                return Optional.of(scalar.source(text.text()));
            }
            if (scalar.value() instanceof PlainValue.Num number) {
                if (number.number().isWhole() && scalar.form() == SourceValue.Form.STRAIGHT) {
                    return Optional.of(scalar.source(number.described()));
                }
                problems.add(scalar.at(), "wrong-type", must + ", but this is a number", "put it in quotes");
                return Optional.empty();
            }
        }
        if (!located.isUnknown()) {
            problems.add(located.at(), "wrong-type", must + ", but this is " + located.described(), remedy);
        }
        return Optional.empty();
    }
}
