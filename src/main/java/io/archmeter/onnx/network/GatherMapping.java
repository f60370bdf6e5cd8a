package io.archmeter.onnx.network;

import io.archmeter.graph.Shape;
import io.archmeter.op.Embedding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rows of a table. */
final class GatherMapping {
    /** Of a table that is always the same, by indices that are computed; of what is computed, one place that is always the same. */
    static final Mapping GATHER = call -> {
        Shape table = call.shape(0);
        boolean rows = table.rank() == 2
                && call.attributes().whole("axis", 0) == 0
                && call.shape(1).rank() > 0;
        if (!call.isConstant(0)) {
            return SliceMapping.SELECT.of(call);
        }
        return rows && call.type(0).hasGradients()
                ? Optional.of(Mapped.of(
                        new Embedding(table.extent(0), table.extent(1), OptionalLong.empty()),
                        List.of(1),
                        new Mapped.Role("weight", 0)))
                : Optional.empty();
    };

    private GatherMapping() {}
}
