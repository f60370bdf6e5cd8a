package io.archmeter.cli;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;

/** The shape of one sample as it is written on a command line: {@code 3x227x227}. */
final class InputShape implements ITypeConverter<Shape> {
    @Override
    public Shape convert(String text) {
        List<Long> extents = new ArrayList<>();
        for (String part : text.replace('×', 'x').replace('X', 'x').split("x", -1)) {
            OptionalLong extent = WholeNumbers.parse(1, part);
            if (extent.isEmpty()) {
                throw new BadValue(
                        "bad-shape",
                        "must be the extents of one sample",
                        "channels, height and width without the batch",
                        "3x224x224");
            }
            extents.add(extent.getAsLong());
        }
        return new Shape(extents);
    }
}
