package io.archmeter.report;

import io.archmeter.graph.Op;
import io.archmeter.op.Attributes;
import io.archmeter.op.Catalogue;
import io.archmeter.value.PlainValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a layer does, in few letters: {@code conv 3×3 /2}, {@code linear 1000}. */
final class LayerWords {
    /** Attributes whose number is enough, by their names in specs. */
    private static final List<String> BARE = List.of("features", "embedding_dim", "hidden", "output_size");

    private final Map<String, PlainValue> attributes;
    private final StringBuilder words;

    private LayerWords(Op op) {
        this.attributes = Catalogue.attributes(op);
        this.words = new StringBuilder(op.kind());
    }

    static String of(Op op) {
        LayerWords layer = new LayerWords(op);
        layer.add(" ", layer.text("kernel"), "");
        layer.add(" /", oneOfAll(layer.text("stride")), "");
        layer.add(" dilated ", oneOfAll(layer.text("dilation")), "");
        String groups = layer.text("groups");
        layer.add(" in ", groups.equals("1") ? "" : groups, " groups");
        layer.add(" ", layer.text("heads"), " heads");
        BARE.forEach(name -> layer.add(" ", layer.text(name), ""));
        return layer.words.toString();
    }

    private void add(String before, String text, String after) {
        if (!text.isEmpty()) {
            words.append(before).append(text).append(after);
        }
    }

    private String text(String name) {
        PlainValue value = attributes.get(name);
        return value == null ? "" : Attributes.text(value).replace('x', '×');
    }

    /** One number where all axes have the same. */
    private static String oneOfAll(String text) {
        List<String> numbers = List.of(text.split("×"));
        return Set.copyOf(numbers).size() == 1 ? numbers.get(0) : text;
    }
}
