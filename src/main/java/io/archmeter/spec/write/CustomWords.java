package io.archmeter.spec.write;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Custom;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What is declared of a layer, as a spec says it. */
final class CustomWords {
    static final String KIND = "custom";
    static final PlainValue UNKNOWN = new PlainValue.Text(Extent.Unknown.WORD);

    private CustomWords() {}

    /** The keys of one that a spec has declared, its function among them. */
    static Map<String, Written> of(Custom op) {
        Map<String, Written> keys = new LinkedHashMap<>();
        Catalogue.attributes(op).forEach((name, value) -> keys.put(name, new Written.Value(value)));
        op.parameters()
                .filter(declared ->
                        declared.stream().noneMatch(weight -> weight.name().equals("parameters")))
                .ifPresent(declared -> keys.put("parameters", parameters(declared)));
        if (!op.outputs().isEmpty()) {
            Map<String, Written> outputs = new LinkedHashMap<>();
            op.outputs().forEach(output -> outputs.put(output.name(), output(output.shape(), output.type())));
            keys.put("outputs", new Written.Entries(outputs, false));
        }
        op.others().filter(others -> !others.isEmpty()).ifPresent(others -> {
            Map<String, Written> counts = new LinkedHashMap<>();
            new TreeMap<>(others).forEach((kind, count) -> counts.put(kind.toString(), amount(count)));
            keys.put("others", new Written.Entries(counts, false));
        });
        return keys;
    }

    /** A number, or that nobody knows it. */
    static Written amount(OptionalLong amount) {
        return new Written.Value(amount.isPresent() ? PlainValue.Num.of(amount.getAsLong()) : UNKNOWN);
    }

    /** Names with shapes; 0 where there are none. */
    static Written parameters(List<WeightDeclaration> declared) {
        Map<String, Written> shapes = new LinkedHashMap<>();
        declared.forEach(weight -> shapes.put(weight.name(), new Written.Value(shape(weight.shape()))));
        return shapes.isEmpty() ? new Written.Value(PlainValue.Num.of(0)) : new Written.Entries(shapes, false);
    }

    /** A shape, with a type behind it that is not that of the network's floating-point numbers. */
    static Written output(Shape shape, DType type) {
        List<PlainValue> parts = new ArrayList<>(((PlainValue.Items) shape(shape)).items());
        if (type != DType.FLOAT32) {
            parts.add(new PlainValue.Text(type.toString()));
        }
        return new Written.Value(new PlainValue.Items(parts));
    }

    static PlainValue shape(Shape shape) {
        return new PlainValue.Items(
                shape.axes().stream().map(CustomWords::extent).toList());
    }

    private static PlainValue extent(Extent extent) {
        return extent instanceof Extent.Known known ? PlainValue.Num.of(known.value()) : UNKNOWN;
    }
}
