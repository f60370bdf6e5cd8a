package io.archmeter.budget.check;

import io.archmeter.budget.Limit;
import io.archmeter.budget.Measurement;
import io.archmeter.budget.Scope;
import io.archmeter.diff.ChangedAttribute;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * Where a number comes from.
 *
 * @param heaviest the layers that add most to it, the heaviest first
 * @param grown the layers that added most to it since the baseline, the largest first
 */
record Evidence(List<Contribution> heaviest, List<LayerGrowth> grown) {
    static final Evidence NONE = new Evidence(List.of(), List.of());

    /** More of them say little, because they are mostly alike. */
    private static final int SHOWN = 3;

    /** Looks at the layers of one limit. */
    static Evidence of(ModelUnderCheck model, Limit limit, List<LayerSnapshot> layers) {
        return addend(limit.metric())
                .map(metric -> new Evidence(heaviest(model, limit, metric, layers), grown(model, limit, metric)))
                .orElse(NONE);
    }

    /** Of a peak of the network, what is held at it; of one of some layers, what each of them needs. */
    private static List<Contribution> heaviest(
            ModelUnderCheck model, Limit limit, Metric metric, List<LayerSnapshot> layers) {
        Metric limited = limit.metric();
        boolean peak =
                limited == Metric.PEAK_BYTES || limited == Metric.ARENA_BYTES || limited == Metric.TRAINING_PEAK_BYTES;
        if (!peak) {
            return heaviest(metric, layers);
        }
        return limit.scope() instanceof Scope.Total
                ? first(atPeak(limited, model.measurement()))
                : heaviest(limited, layers);
    }

    private static List<Contribution> atPeak(Metric metric, Measurement model) {
        return metric == Metric.TRAINING_PEAK_BYTES ? PeakTensors.ofTraining(model) : PeakTensors.ofInference(model);
    }

    /** Looks at one layer: its share of the network, and how much it has grown. */
    static Evidence ofLayer(ModelUnderCheck model, Limit limit, LayerSnapshot layer) {
        Metric metric = limit.metric();
        if (addend(metric).isEmpty()) {
            return NONE;
        }
        long share = of(metric, layer);
        // Each layer is one layer: none of them weighs more than another.
        List<Contribution> weight = share == 0 || metric == Metric.LAYERS
                ? List.of()
                : List.of(new Contribution(layer.name(), Origin.of(layer), metric, share, model.whole(metric)));
        List<LayerGrowth> grown = model
                .change(layer)
                .filter(change -> change.adds(metric).orElse(0) > 0)
                .map(change -> grown(model, change, metric))
                .stream()
                .toList();
        return new Evidence(weight, grown);
    }

    /** The layer to look at first: the one that grew most, or else the heaviest. */
    Optional<Origin> origin() {
        return grown.stream()
                .map(LayerGrowth::origin)
                .findFirst()
                .or(() -> heaviest.stream().map(Contribution::origin).findFirst());
    }

    /** The same for who cannot look at the layers: all of them stand at one place. */
    Evidence at(Span place) {
        return new Evidence(
                heaviest.stream().map(weight -> weight.at(place)).toList(),
                grown.stream().map(layer -> layer.at(place)).toList());
    }

    /** The name of the layer at that place. */
    Optional<String> layer() {
        return grown.stream()
                .map(LayerGrowth::layer)
                .findFirst()
                .or(() -> heaviest.stream().map(Contribution::layer).findFirst());
    }

    /** What each layer adds to a metric; empty where no layer adds anything. What is held depends on the outputs. */
    private static Optional<Metric> addend(Metric metric) {
        return switch (metric) {
            case PEAK_BYTES, ARENA_BYTES -> Optional.of(Metric.OUTPUT_BYTES);
            case TRAINING_PEAK_BYTES -> Optional.of(Metric.TRAINING_TOTAL_BYTES);
            case RECEPTIVE_FIELD, DEPTH -> Optional.empty();
            default -> Optional.of(metric);
        };
    }

    private static List<Contribution> heaviest(Metric metric, List<LayerSnapshot> layers) {
        long whole = whole(metric, layers);
        // Each layer is one layer: none of them weighs more than another.
        if (whole == 0 || metric == Metric.LAYERS) {
            return List.of();
        }
        return heaviest(metric, layers, layer -> of(metric, layer), whole);
    }

    /**
     * The layers that add most.
     *
     * @param part what a layer adds
     * @param whole what all of them have together
     */
    static List<Contribution> heaviest(
            Metric metric, List<LayerSnapshot> layers, ToLongFunction<LayerSnapshot> part, long whole) {
        return layers.stream()
                .sorted(Comparator.comparingLong(part).reversed())
                .filter(layer -> part.applyAsLong(layer) > 0)
                .limit(SHOWN)
                .map(layer -> new Contribution(layer.name(), Origin.of(layer), metric, part.applyAsLong(layer), whole))
                .toList();
    }

    private static List<LayerGrowth> grown(ModelUnderCheck model, Limit limit, Metric metric) {
        Predicate<LayerSnapshot> meant = ScopedLayers.meant(limit.scope());
        return model.heaviestChanges(metric).stream()
                .filter(change -> change.adds(metric).orElse(0) > 0)
                .filter(change -> meant.test(change.layer()))
                .limit(SHOWN)
                .map(change -> grown(model, change, metric))
                .toList();
    }

    private static LayerGrowth grown(ModelUnderCheck model, LayerChange change, Metric metric) {
        LayerSnapshot layer = change.layer();
        return new LayerGrowth(
                change.old().isPresent() ? LayerGrowth.Kind.CHANGED : LayerGrowth.Kind.ADDED,
                layer.name(),
                model.origin(change, metric),
                metric,
                change.adds(metric).orElseThrow(),
                change.old().map(old -> ChangedAttribute.between(old, layer)).orElse(List.of()));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    /** What all layers have together, as far as that is known. */
    static long whole(Metric metric, List<LayerSnapshot> layers) {
        LongStream values = layers.stream().mapToLong(layer -> of(metric, layer));
        return metric.isAddedUp()
                ? values.reduce(0, Math::addExact)
                : values.max().orElse(0);
    }

    /** A layer that does not know how much it adds is not shown as one that does. */
    private static long of(Metric metric, LayerSnapshot layer) {
        return layer.of(metric).orElse(0);
    }
}
