package io.archmeter.snapshot.file;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.source.SourceValue;
import io.archmeter.value.PlainValue;
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
    private static final Pattern EXTENT = Pattern.compile("0|[1-9][0-9]{0,17}|\\?");

    /** The batch, and the axes of a sample. */
    private static final int MOST_AXES = 1 + Shape.MOST_AXES;

    private final Map<String, Shape> known = new HashMap<>();

    /** A text such as {@code 1x64x112x112}; that of a scalar is empty. */
    Optional<Shape> ofText(SourceValue located) {
        return located instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Text text
                ? ofText(text.text())
                : Optional.empty();
    }

    private Optional<Shape> ofText(String text) {
        Optional<Shape> shape = Optional.ofNullable(known.get(text));
        if (shape.isEmpty()) {
            shape = parsed(text);
            shape.ifPresent(parsed -> known.put(text, parsed));
        }
        return shape;
    }

    private static Optional<Shape> parsed(String text) {
        if (text.isEmpty()) {
            return Optional.of(Shape.of());
        }
        List<String> written = List.of(text.split("x", MOST_AXES + 1));
        if (written.size() > MOST_AXES
                || !written.stream().allMatch(extent -> EXTENT.matcher(extent).matches())) {
            return Optional.empty();
        }
        return Optional.of(Shape.ofAxes(written.stream().map(Shapes::extent).toList()));
    }

    private static Extent extent(String written) {
        return written.equals(Extent.Unknown.MARK) ? Extent.Unknown.HERE : Extent.of(Long.parseLong(written));
    }

    /** An array such as {@code [1, 64, 112, 112]}; {@code null} stands for what is not known. */
    Optional<Shape> ofItems(SourceValue located) {
        if (!(located instanceof SourceValue.Items list && list.items().size() <= MOST_AXES)) {
            return Optional.empty();
        }
        List<Extent> extents = new ArrayList<>();
        for (SourceValue item : list.items()) {
            if (item.isNothing()) {
                extents.add(Extent.Unknown.HERE);
                continue;
            }
            OptionalLong extent =
                    item instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Num num
                            ? num.number().toLong()
                            : OptionalLong.empty();
            if (extent.isEmpty() || extent.getAsLong() < 0) {
                return Optional.empty();
            }
            extents.add(Extent.of(extent.getAsLong()));
        }
        Shape shape = Shape.ofAxes(extents);
        return Optional.of(known.computeIfAbsent(shape.toString(), first -> shape));
    }
}
