package io.archmeter.snapshot;

import io.archmeter.graph.Shape;
import io.archmeter.located.Located;
import io.archmeter.op.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads shapes. A file says the same few again and again; each is held once. */
final class Shapes {
    /** Digits of which every number fits a {@code long}. */
    private static final String EXTENT = "[1-9][0-9]{0,17}";

    private static final Pattern WRITTEN = Pattern.compile(EXTENT + "(x" + EXTENT + ")*");

    private final Map<String, Shape> known = new HashMap<>();

    /** A text such as {@code 1x64x112x112}; that of a scalar is empty. */
    Optional<Shape> ofText(Located located) {
        return located instanceof Located.Scalar scalar && scalar.value() instanceof Value.Text text
                ? ofText(text.text())
                : Optional.empty();
    }

    private Optional<Shape> ofText(String text) {
        Shape shape = known.get(text);
        if (shape == null && (text.isEmpty() || WRITTEN.matcher(text).matches())) {
            shape = parsed(text);
            known.put(text, shape);
        }
        return Optional.ofNullable(shape);
    }

    private static Shape parsed(String text) {
        List<Long> extents = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String extent : text.split("x")) {
                extents.add(Long.parseLong(extent));
            }
        }
        return new Shape(extents);
    }

    /** An array such as {@code [1, 64, 112, 112]}. */
    Optional<Shape> ofItems(Located located) {
        if (!(located instanceof Located.Items list)) {
            return Optional.empty();
        }
        List<Long> extents = new ArrayList<>();
        for (Located item : list.items()) {
            OptionalLong extent = item instanceof Located.Scalar scalar && scalar.value() instanceof Value.Num num
                    ? num.number().toLong()
                    : OptionalLong.empty();
            if (extent.isEmpty() || extent.getAsLong() < 1) {
                return Optional.empty();
            }
            extents.add(extent.getAsLong());
        }
        Shape shape = new Shape(extents);
        return Optional.of(known.computeIfAbsent(shape.toString(), first -> shape));
    }
}
