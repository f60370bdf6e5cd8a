package io.archmeter.diff;

import io.archmeter.graph.Shape;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A chain of layers that is drawn, and edited at random; each layer takes the channels of the one before it. */
public final class EditedNetwork {
    private static final List<String> OPERATORS = List.of("conv", "linear", "relu", "maxpool");

    /** What an edit does. */
    public enum Edit {
        INSERT,
        DELETE,
        RENAME,
        WIDEN,
        MOVE
    }

    private record Layer(String name, String operator, int channels) {}

    private final Random random;
    private final boolean distinct;
    private final List<Layer> layers = new ArrayList<>();
    private int drawn;

    /**
     * Draws one.
     *
     * @param distinct whether no two layers are alike in what they are; otherwise many are
     */
    public EditedNetwork(Random random, int length, boolean distinct) {
        this.random = random;
        this.distinct = distinct;
        while (layers.size() < length) {
            layers.add(layer());
        }
    }

    private Layer layer() {
        drawn++;
        return new Layer(
                "block" + random.nextInt(3) + "." + drawn, OPERATORS.get(random.nextInt(OPERATORS.size())), channels());
    }

    private int channels() {
        drawn++;
        return distinct ? drawn : 1 + random.nextInt(2);
    }

    public void edit(Edit edit) {
        if (edit == Edit.INSERT || layers.isEmpty()) {
            layers.add(random.nextInt(layers.size() + 1), layer());
            return;
        }
        int place = random.nextInt(layers.size());
        Layer old = layers.remove(place);
        switch (edit) {
            case RENAME -> layers.add(place, new Layer("renamed" + drawn++ + ".x", old.operator(), old.channels()));
            case WIDEN -> layers.add(place, new Layer(old.name(), old.operator(), channels()));
            case MOVE -> layers.add(random.nextInt(layers.size() + 1), old);
            default -> {
                // it is deleted
            }
        }
    }

    /** As it is now. */
    public Snapshot snapshot() {
        List<LayerSnapshot> snapshots = new ArrayList<>();
        long channels = 3;
        for (Layer layer : layers) {
            Map<Metric, Long> figures = new EnumMap<>(Metric.class);
            figures.put(Metric.LAYERS, 1L);
            figures.put(Metric.PARAMETERS, channels * layer.channels());
            figures.put(Metric.OUTPUT_BYTES, 256L * layer.channels());
            snapshots.add(new LayerSnapshot(
                    layer.name(),
                    layer.operator(),
                    Map.of("channels", PlainValue.Num.of(layer.channels())),
                    List.of(Shape.of(1, channels, 8, 8)),
                    Shape.of(1, layer.channels(), 8, 8),
                    figures,
                    Span.of("drawn")));
            channels = layer.channels();
        }
        return Sketch.network("drawn", Settings.DEFAULT, snapshots);
    }
}
