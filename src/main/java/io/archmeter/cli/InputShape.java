package io.archmeter.cli;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The shape of one sample as it is written on a command line: {@code 3x227x227}. */
final class InputShape {
    private InputShape() {}

    /** Empty where the text is no shape. */
    static Optional<Shape> parse(String text) {
        List<Long> extents = new ArrayList<>();
        for (String part : text.replace('×', 'x').replace('X', 'x').split("x", -1)) {
            OptionalLong extent = Numbers.count(part);
            if (extent.isEmpty()) {
                return Optional.empty();
            }
            extents.add(extent.getAsLong());
        }
        return Optional.of(new Shape(extents));
    }
}
