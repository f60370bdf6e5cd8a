package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.Optional;

/**
 * The name of a layer, or of an operator, where a name is written as a value.
 *
 * @param at where its first character stands
 */
record LayerName(Span at, String text) {
    /**
     * Reads a name; a layer in a list is named by its number.
     *
     * @param must what must stand there
     * @param remedy how it is written
     */
    static Optional<LayerName> of(Located located, String must, String remedy, Problems problems) {
        if (located instanceof Located.Scalar scalar) {
            if (scalar.value() instanceof Value.Text text) {
                return Optional.of(new LayerName(scalar.textAt(), text.text()));
            }
            if (scalar.value() instanceof Value.Num number) {
                if (number.number().isWhole() && !scalar.pointed()) {
                    return Optional.of(new LayerName(scalar.at(), number.described()));
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
