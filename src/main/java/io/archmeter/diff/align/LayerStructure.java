package io.archmeter.diff.align;

import io.archmeter.graph.Shape;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.value.PlainValue;
import java.util.List;
import java.util.Map;

/**
 * What a layer is, whatever it is called and wherever it stands.
 *
 * @since 0.2.0
 */
public record LayerStructure(String operator, Map<String, PlainValue> attributes, List<Shape> inputs, Shape output) {
    public static LayerStructure of(LayerSnapshot layer) {
        return new LayerStructure(layer.operator(), layer.attributes(), layer.inputs(), layer.output());
    }

    /** The same for one sample. */
    LayerStructure withoutBatch() {
        return new LayerStructure(
                operator, attributes, inputs.stream().map(LayerStructure::ofOne).toList(), ofOne(output));
    }

    private static Shape ofOne(Shape shape) {
        return shape.rank() == 0 ? shape : shape.with(0, 1);
    }
}
