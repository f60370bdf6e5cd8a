package io.archmeter.snapshot;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be counted of a network, and so be limited and compared. The README defines each by this name. */
public enum Figure {
    PARAMETERS("parameters", Unit.COUNT, Reach.SUM),
    BUFFERS("buffers", Unit.COUNT, Reach.SUM),
    MULTIPLY_ADDS("multiply-adds", Unit.COUNT, Reach.SUM),
    EFFECTIVE_MULTIPLY_ADDS("effective multiply-adds", Unit.COUNT, Reach.SUM),
    /** Parameters and buffers, as they are stored. */
    WEIGHT_BYTES("weight memory", Unit.BYTES, Reach.SUM),
    OUTPUT_BYTES("output memory", Unit.BYTES, Reach.SUM),
    /** Of a layer, what is held while it runs. */
    PEAK_BYTES("peak memory", Unit.BYTES, Reach.MOST),
    ARENA_BYTES("arena", Unit.BYTES, Reach.WHOLE),
    /** Of a layer, what is kept of its output, and of what it notes beside that. */
    KEPT_FOR_BACKWARD_BYTES("kept for backward", Unit.BYTES, Reach.PART),
    TRAINING_TOTAL_BYTES("training total", Unit.BYTES, Reach.PART),
    TRAINING_PEAK_BYTES("training peak", Unit.BYTES, Reach.WHOLE),
    /** Elements of the input that an element of the output sees, along the axis where it sees fewest. More is better. */
    RECEPTIVE_FIELD("receptive field", Unit.COUNT, Reach.LAST),
    /** Layers with multiply-adds on the longest way from the input to the main output. */
    DEPTH("depth", Unit.COUNT, Reach.WHOLE),
    LAYERS("layers", Unit.COUNT, Reach.SUM);

    /** What is counted. */
    public enum Unit {
        COUNT,
        BYTES
    }

    /** What several layers together have of it. */
    public enum Reach {
        /** The sum of what each has; all layers together have what the network has. */
        SUM,
        /** The sum of what each has; the network has more, its input and the heads that exist in training only. */
        PART,
        /** The most that one of them has. */
        MOST,
        /** What the last of them has. */
        LAST,
        /** Only the network has it. */
        WHOLE
    }

    private final String words;
    private final Unit unit;
    private final Reach reach;

    Figure(String words, Unit unit, Reach reach) {
        this.words = words;
        this.unit = unit;
        this.reach = reach;
    }

    /** The figure of a key. */
    public static Optional<Figure> of(String key) {
        for (Figure figure : values()) {
            if (figure.toString().equals(key)) {
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }

    /** An unmodifiable copy, in the order of the figures; it may be empty. */
    static Map<Figure, Long> copyOf(Map<Figure, Long> values) {
        Map<Figure, Long> copy = new EnumMap<>(Figure.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }

    /** As people read it: {@code multiply-adds}. */
    public String words() {
        return words;
    }

    /** What is counted. */
    public Unit unit() {
        return unit;
    }

    /** What several layers together have of it. */
    public Reach reach() {
        return reach;
    }

    /** Whether layers together have what each of them has, added up. */
    public boolean isAddedUp() {
        return reach == Reach.SUM || reach == Reach.PART;
    }

    /** Whether there is such a thing only where a network can be trained. */
    public boolean isOfTraining() {
        return this == KEPT_FOR_BACKWARD_BYTES || this == TRAINING_TOTAL_BYTES || this == TRAINING_PEAK_BYTES;
    }

    /** Whether a limit keeps it from falling, and not from rising. */
    public boolean moreIsBetter() {
        return this == RECEPTIVE_FIELD;
    }

    /** Its key in budgets, baselines and JSON: {@code multiply_adds}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
