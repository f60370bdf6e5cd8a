package io.archmeter.analysis;

import io.archmeter.value.Rational;
import java.util.Optional;

/**
 * What the positions of a tensor see of the network's input, along one of the input's spatial axes.
 *
 * @param size elements of the input that one position sees, from the first to the last, padding included; where windows differ, as they do behind a
 *     transposed convolution with a stride, the largest
 * @param stride steps of the input from one position to the next, on average: a fraction where there are more positions than elements
 *     of the input; empty where there is one position, or uneven ones
 * @param begin where the first window begins; negative on padding, or where the edge of the input is repeated
 * @param end after the last element that the last position sees
 * @param everything whether each position sees all of the axis, by attention, recurrence or products with all of it, or of a sequence in whatever way
 * @since 0.1.0
 */
public record SeenAxis(long size, Optional<Rational> stride, long begin, long end, boolean everything) {
    SeenAxis(long size, Optional<Rational> stride, long begin, long end) {
        this(size, stride, begin, end, false);
    }

    SeenAxis ofEverything() {
        return new SeenAxis(size, stride, begin, end, true);
    }
}
