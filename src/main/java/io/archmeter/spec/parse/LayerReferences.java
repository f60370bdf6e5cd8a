package io.archmeter.spec.parse;

import io.archmeter.problem.Problems;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of layers whose outputs are taken, one or a list.
 *
 * @param sound whether nothing is wrong with how they are written
 */
record LayerReferences(List<Layer.Reference> references, boolean sound) {
    /** Reads the value of a key, {@code from} or {@code outputs}. */
    static LayerReferences of(String key, SourceValue value, LayerParser parser, Problems problems) {
        List<SourceValue> names = value instanceof SourceValue.Items list ? list.items() : List.of(value);
        List<Layer.Reference> references = new ArrayList<>();
        for (SourceValue name : names) {
            String remedy = "write " + key + ": conv1, or " + key + ": [conv1, conv2]";
            LayerName.of(name, key + " must name a layer", remedy, problems)
                    .flatMap(parser::template)
                    .ifPresent(template -> references.add(new Layer.Reference(template.at(), template)));
        }
        if (names.isEmpty()) {
            problems.add(
                    value.at(),
                    "wrong-type",
                    key + " names no layer",
                    "write the name of a layer, or remove '" + key + "'");
        }
        return new LayerReferences(references, !names.isEmpty() && references.size() == names.size());
    }
}
