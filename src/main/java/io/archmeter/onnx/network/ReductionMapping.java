package io.archmeter.onnx.network;

import io.archmeter.op.Reduce;
import io.archmeter.op.Reduce.Function;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One element of all along some axes. */
final class ReductionMapping {
    private ReductionMapping() {}

    static Mapping of(Function function) {
        return of(function, 2);
    }

    /** @param p of a norm */
    static Mapping of(Function function, double p) {
        return call -> {
            boolean keep = call.attributes().whole("keepdims", 1) != 0;
            Optional<List<Integer>> axes = axes(call);
            return axes.map(all -> Mapped.of(new Reduce(function, all, keep, p, 0), List.of(0)));
        };
    }

    /** Without axes, all are meant, unless an attribute says none. */
    private static Optional<List<Integer>> axes(MappingCall call) {
        Optional<List<Long>> written = call.has(1) ? call.wholes(1) : Optional.of(List.of());
        if (written.isEmpty() || written.get().isEmpty() && call.attributes().flag("noop_with_empty_axes")) {
            return Optional.empty();
        }
        return Optional.of(
                written.get().isEmpty()
                        ? IntStream.range(0, call.shape(0).rank()).boxed().toList()
                        : written.get().stream()
                                .map(axis -> call.axis(axis, 0))
                                .sorted()
                                .toList());
    }
}
