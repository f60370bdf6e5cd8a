package io.archmeter.sweep;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.value.PlainValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All combinations of some values: a function from an index to a point, so that a part of it can be counted anywhere. Of two neighbours
 * the type differs first, then the batch, the input, and the axes from the last one on.
 *
 * @param inputs shapes of a sample; none: that of the spec alone
 */
public record Space(List<Axis> axes, List<Shape> inputs, List<Long> batches, List<DType> types) {
    public Space {
        axes = List.copyOf(axes);
        inputs = List.copyOf(inputs);
        batches = List.copyOf(batches);
        types = List.copyOf(types);
        if (batches.isEmpty() || types.isEmpty()) {
            throw new IllegalArgumentException("a space needs a batch and a type");
        }
    }

    /** How many points there are. */
    public BigInteger size() {
        BigInteger size = BigInteger.valueOf((long) Math.max(1, inputs.size()) * batches.size() * types.size());
        for (Axis axis : axes) {
            size = size.multiply(axis.size());
        }
        return size;
    }

    /** The names of the params that vary, in the order of the axes. */
    public List<String> params() {
        List<String> names = new ArrayList<>();
        axes.forEach(axis -> axis.params().forEach(param -> names.add(param.name())));
        return names;
    }

    /**
     * A point.
     *
     * @param index from 0 to below the size
     */
    public Point point(BigInteger index) {
        if (index.signum() < 0 || index.compareTo(size()) >= 0) {
            throw new IndexOutOfBoundsException("there is no point " + index + " of " + size());
        }
        Countdown rest = new Countdown(index);
        DType type = types.get(rest.next(types.size()));
        long batch = batches.get(rest.next(batches.size()));
        Optional<Shape> input = inputs.isEmpty() ? Optional.empty() : Optional.of(inputs.get(rest.next(inputs.size())));
        List<BigInteger> numbers = new ArrayList<>();
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            numbers.add(0, rest.next(axes.get(axis).size()));
        }
        Map<String, PlainValue> settings = new LinkedHashMap<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            axes.get(axis).put(numbers.get(axis), settings);
        }
        return new Point(index, settings, input, batch, type);
    }

    /** Takes an index apart, the digit that changes first before the others. */
    private static final class Countdown {
        private BigInteger rest;

        Countdown(BigInteger index) {
            this.rest = index;
        }

        int next(int size) {
            return next(BigInteger.valueOf(size)).intValueExact();
        }

        BigInteger next(BigInteger size) {
            BigInteger[] parts = rest.divideAndRemainder(size);
            rest = parts[0];
            return parts[1];
        }
    }
}
