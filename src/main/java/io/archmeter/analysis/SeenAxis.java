package io.archmeter.analysis;

import io.archmeter.op.Axis;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the positions of a tensor see of the network's input, along one of the input's spatial axes. The arithmetic is that of
 * Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill 2019.
 *
 * @param size elements of the input that one position sees, padding included; where windows differ, the largest
 * @param stride steps of the input from one position to the next; empty where there is one position, or uneven ones
 * @param begin where the window of the first position begins; negative on padding
 * @param end behind the last element that the last position sees
 */
public record SeenAxis(long size, OptionalLong stride, long begin, long end) {
    static SeenAxis ofInput(long extent) {
        return new SeenAxis(1, OptionalLong.of(1), 0, extent);
    }

    /** What an element sees through a window over these positions; empty where they are uneven. */
    Optional<SeenAxis> through(Axis axis, long windows) {
        if (stride.isEmpty()) {
            boolean untouched = axis.kernel() == 1 && axis.stride() == 1 && axis.padBegin() + axis.padEnd() == 0;
            return untouched ? Optional.of(this) : Optional.empty();
        }
        long seen = sizeThrough(axis).value();
        long apart = Math.multiplyExact(stride.getAsLong(), (long) axis.stride());
        long first = Math.subtractExact(begin, Math.multiplyExact(axis.padBegin(), stride.getAsLong()));
        long last = Math.addExact(first, Math.multiplyExact(windows - 1, apart));
        return Optional.of(new SeenAxis(seen, OptionalLong.of(apart), first, Math.addExact(last, seen)));
    }

    /** size + (kernel − 1)·dilation·stride. */
    Formula sizeThrough(Axis axis) {
        List<Formula> steps = new ArrayList<>(List.of(neighbours(axis.kernel()), Formula.of(stride.orElseThrow())));
        if (axis.dilation() > 1) {
            steps.add(1, Formula.of(axis.dilation()));
        }
        return Formula.sum(Formula.of(size), Formula.product(steps));
    }

    /** size + (positions − 1)·stride: what that many positions in a row see together. */
    Formula sizeThrough(long positions) {
        return Formula.sum(Formula.of(size), Formula.product(neighbours(positions), Formula.of(stride.orElseThrow())));
    }

    private static Formula neighbours(long positions) {
        return Formula.difference(Formula.of(positions), Formula.ONE);
    }

    /** What an element sees that takes up to {@code largest} neighbouring positions. */
    Optional<SeenAxis> throughUneven(long largest) {
        if (stride.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SeenAxis(sizeThrough(largest).value(), OptionalLong.empty(), begin, end));
    }

    /** What all positions see together. */
    SeenAxis whole() {
        return new SeenAxis(end - begin, OptionalLong.empty(), begin, end);
    }

    /**
     * What an element sees that takes the same position of two tensors: everything, where one of them has seen everything,
     * and else both windows; empty where their positions do not match.
     */
    Optional<SeenAxis> union(SeenAxis other) {
        long first = Math.min(begin, other.begin);
        long last = Math.max(end, other.end);
        if (isWhole() || other.isWhole()) {
            return Optional.of(new SeenAxis(last - first, OptionalLong.empty(), first, last));
        }
        boolean unevenAlike = size == other.size && begin == other.begin;
        if (!stride.equals(other.stride) || (stride.isEmpty() && !unevenAlike)) {
            return Optional.empty();
        }
        long behind = Math.max(begin + size, other.begin + other.size);
        return Optional.of(new SeenAxis(behind - first, stride, first, last));
    }

    private boolean isWhole() {
        return stride.isEmpty() && size == end - begin;
    }
}
