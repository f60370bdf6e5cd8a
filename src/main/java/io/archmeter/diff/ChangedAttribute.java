package io.archmeter.diff;

import io.archmeter.graph.Shape;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One property of a layer that has changed; its value before or after is empty where the layer has no such property.
 *
 * @since 0.2.0
 */
public sealed interface ChangedAttribute {
    /** What has changed: {@code operator}, {@code kernel}, {@code output}. */
    String name();

    /** Its operator, or an attribute of it. */
    record Word(String name, Optional<PlainValue> before, Optional<PlainValue> after) implements ChangedAttribute {}

    /** Shapes that come in or go out; {@code shape} where they are the same on both ends, as of a relu. */
    record Shapes(String name, List<Shape> before, List<Shape> after) implements ChangedAttribute {
        public Shapes {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** All that has changed, except names and costs of layers. */
    static List<ChangedAttribute> between(LayerSnapshot before, LayerSnapshot after) {
        List<ChangedAttribute> aspects = new ArrayList<>();
        addWord("operator", text(before.operator()), text(after.operator()), aspects);
        Set<String> attributes = new LinkedHashSet<>(before.attributes().keySet());
        attributes.addAll(after.attributes().keySet());
        for (String attribute : attributes) {
            addWord(
                    attribute,
                    Optional.ofNullable(before.attributes().get(attribute)),
                    Optional.ofNullable(after.attributes().get(attribute)),
                    aspects);
        }
        if (keepsShape(before) && keepsShape(after)) {
            addShapes("shape", before.inputs(), after.inputs(), aspects);
        } else {
            addShapes("input", before.inputs(), after.inputs(), aspects);
            addShapes("output", List.of(before.output()), List.of(after.output()), aspects);
        }
        return aspects;
    }

    private static Optional<PlainValue> text(String text) {
        return Optional.of(new PlainValue.Text(text));
    }

    private static boolean keepsShape(LayerSnapshot layer) {
        return layer.inputs().equals(List.of(layer.output()));
    }

    private static void addWord(
            String name, Optional<PlainValue> before, Optional<PlainValue> after, List<ChangedAttribute> aspects) {
        if (!before.equals(after)) {
            aspects.add(new Word(name, before, after));
        }
    }

    private static void addShapes(String name, List<Shape> before, List<Shape> after, List<ChangedAttribute> aspects) {
        if (!before.equals(after)) {
            aspects.add(new Shapes(name, before, after));
        }
    }
}
