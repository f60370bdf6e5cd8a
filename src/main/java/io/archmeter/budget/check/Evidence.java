package io.archmeter.budget.check;

import io.archmeter.budget.Limit;
import io.archmeter.budget.Measurement;
import io.archmeter.budget.Scope;
import io.archmeter.diff.Aspect;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Where a number comes from.
 *
 * @param heaviest the layers that add most to it, the heaviest first
 * @param grown the layers that added most to it since the baseline, the largest first
 */
record Evidence(List<Weight> heaviest, List<Grown> grown) {
    static final Evidence NONE = new Evidence(List.of(), List.of());

    /** More of them say little, because they are mostly alike. */
    private static final int SHOWN = 3;

    /** Looks at the layers of one limit. */
    static Evidence of(Measured model, Limit limit, List<LayerSnapshot> layers) {
        return addend(limit.figure())
                .map(figure -> new Evidence(heaviest(model, limit, figure, layers), grown(model, limit, figure)))
                .orElse(NONE);
    }

    /** Of a peak of the network, what is held at it; of one of some layers, what each of them needs. */
    private static List<Weight> heaviest(Measured model, Limit limit, Metric figure, List<LayerSnapshot> layers) {
        Metric limited = limit.figure();
        boolean peak =
                limited == Metric.PEAK_BYTES || limited == Metric.ARENA_BYTES || limited == Metric.TRAINING_PEAK_BYTES;
        if (!peak) {
            return heaviest(figure, layers);
        }
        return limit.scope() instanceof Scope.Total
                ? first(atPeak(limited, model.measurement()))
                : heaviest(limited, layers);
    }

    private static List<Weight> atPeak(Metric figure, Measurement model) {
        return figure == Metric.TRAINING_PEAK_BYTES ? PeakTensors.ofTraining(model) : PeakTensors.ofInference(model);
    }

    /** Looks at one layer: its share of the network, and how much it has grown. */
    static Evidence ofLayer(Measured model, Limit limit, LayerSnapshot layer) {
        Metric figure = limit.figure();
        if (addend(figure).isEmpty()) {
            return NONE;
        }
        long share = of(figure, layer);
        // Each layer is one layer: none of them weighs more than another.
        List<Weight> weight = share == 0 || figure == Metric.LAYERS
                ? List.of()
                : List.of(new Weight(layer.name(), Origin.of(layer), figure, share, model.whole(figure)));
        List<Grown> grown = model
                .change(layer)
                .filter(change -> change.adds(figure).orElse(0) > 0)
                .map(change -> grown(model, change, figure))
                .stream()
                .toList();
        return new Evidence(weight, grown);
    }

    /** The layer to look at first: the one that grew most, or else the heaviest. */
    Optional<Origin> origin() {
        return grown.stream()
                .map(Grown::origin)
                .findFirst()
                .or(() -> heaviest.stream().map(Weight::origin).findFirst());
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
                .map(Grown::layer)
                .findFirst()
                .or(() -> heaviest.stream().map(Weight::layer).findFirst());
    }

    /** What each layer adds to a figure; empty where no layer adds anything. What is held depends on the outputs. */
    private static Optional<Metric> addend(Metric figure) {
        return switch (figure) {
            case PEAK_BYTES, ARENA_BYTES -> Optional.of(Metric.OUTPUT_BYTES);
            case TRAINING_PEAK_BYTES -> Optional.of(Metric.TRAINING_TOTAL_BYTES);
            case RECEPTIVE_FIELD, DEPTH -> Optional.empty();
            default -> Optional.of(figure);
        };
    }

    private static List<Weight> heaviest(Metric figure, List<LayerSnapshot> layers) {
        long whole = whole(figure, layers);
        // Each layer is one layer: none of them weighs more than another.
        if (whole == 0 || figure == Metric.LAYERS) {
            return List.of();
        }
        return layers.stream()
                .sorted(Comparator.comparingLong((LayerSnapshot layer) -> of(figure, layer))
                        .reversed())
                .filter(layer -> of(figure, layer) > 0)
                .limit(SHOWN)
                .map(layer -> new Weight(layer.name(), Origin.of(layer), figure, of(figure, layer), whole))
                .toList();
    }

    private static List<Grown> grown(Measured model, Limit limit, Metric figure) {
        Predicate<LayerSnapshot> meant = Part.meant(limit.scope());
        return model.heaviestChanges(figure).stream()
                .filter(change -> change.adds(figure).orElse(0) > 0)
                .filter(change -> meant.test(change.layer()))
                .limit(SHOWN)
                .map(change -> grown(model, change, figure))
                .toList();
    }

    private static Grown grown(Measured model, LayerChange change, Metric figure) {
        LayerSnapshot layer = change.layer();
        return new Grown(
                change.old().isPresent() ? Grown.Kind.CHANGED : Grown.Kind.ADDED,
                layer.name(),
                model.origin(change, figure),
                figure,
                change.adds(figure).orElseThrow(),
                change.old().map(old -> Aspect.between(old, layer)).orElse(List.of()));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    /** What all layers have together, as far as that is known. */
    static long whole(Metric figure, List<LayerSnapshot> layers) {
        LongStream values = layers.stream().mapToLong(layer -> of(figure, layer));
        return figure.isAddedUp()
                ? values.reduce(0, Math::addExact)
                : values.max().orElse(0);
    }

    /** A layer that does not know how much it adds is not shown as one that does. */
    private static long of(Metric figure, LayerSnapshot layer) {
        return layer.of(figure).orElse(0);
    }
}
