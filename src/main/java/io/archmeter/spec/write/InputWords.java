package io.archmeter.spec.write;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Input;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.spec.NamedAxes;
import io.archmeter.spec.SampleShape;
import io.archmeter.value.PlainValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a network is given, in the words of a spec: as samples where the batch stands in front, and otherwise as it is. */
final class InputWords {
    private final Graph graph;
    private final StoredTypes types;
    private final UsedValues used;
    private final Optional<Extent> batch;

    InputWords(Graph graph, StoredTypes types, UsedValues used) {
        this.graph = graph;
        this.types = types;
        this.used = used;
        this.batch = graph.inputValues().stream()
                .filter(input -> begins(graph, input) && input.shape().axis(0) instanceof Extent.Known)
                .map(input -> input.shape().axis(0))
                .findFirst();
    }

    /** How many samples the network is given; 1 where no input has a batch. */
    long batch() {
        return batch.isPresent() && batch.get() instanceof Extent.Known known ? known.value() : 1;
    }

    /** Whether it is written as a shape alone, as that of an only input is. */
    boolean isShapeAlone(Value input) {
        return hasBatch(input)
                && types.of(input.type()) == DType.FLOAT32
                && !(graph.inputs().size() > 1 && isUnused(input));
    }

    Written of(Value input) {
        Written shape =
                hasBatch(input) ? sample(input.shape().sample()) : new Written.Value(CustomWords.shape(input.shape()));
        if (isShapeAlone(input)) {
            return shape;
        }
        Map<String, Written> keys = new LinkedHashMap<>();
        keys.put("shape", shape);
        DType type = types.of(input.type());
        if (type != DType.FLOAT32) {
            keys.put("dtype", Written.text(type.toString()));
        }
        if (!hasBatch(input)) {
            keys.put("batch", new Written.Value(new PlainValue.Flag(false)));
        }
        if (graph.inputs().size() > 1 && isUnused(input)) {
            keys.put("unused", new Written.Value(new PlainValue.Flag(true)));
        }
        return new Written.Entries(keys, false);
    }

    private boolean isUnused(Value input) {
        return !used.any(graph.nodes().get(input.node()));
    }

    private boolean hasBatch(Value input) {
        return begins(graph, input)
                && batch.filter(extent -> extent.equals(input.shape().axis(0))).isPresent();
    }

    /** Whether it may have a batch in front: a sample has an axis. */
    private static boolean begins(Graph graph, Value input) {
        return graph.nodes().get(input.node()).op() instanceof Input found
                && found.batch()
                && input.shape().rank() > 1;
    }

    /** With the names of its axes, where their order would be asked about. */
    private static Written sample(Shape sample) {
        if (!SampleShape.isAskedAbout(sample)) {
            return new Written.Value(CustomWords.shape(sample));
        }
        Map<String, Written> axes = new LinkedHashMap<>();
        NamedAxes.named(sample).forEach((name, extent) -> axes.put(name, new Written.Value(PlainValue.Num.of(extent))));
        return new Written.Entries(axes, false);
    }
}
