package io.archmeter.analysis;

import io.archmeter.op.Axis;
import io.archmeter.op.DividedAxis;
import io.archmeter.op.Formula;
import io.archmeter.op.PhasedAxis;
import io.archmeter.value.Rational;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The windows of the network's input that the positions of a tensor see, along one of the input's spatial axes. The arithmetic is
 * that of Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill 2019. All of it throws
 * {@link ArithmeticException} where a number does not fit a {@code long}.
 */
sealed interface SeenWindows {
    /** Where the first window begins; negative on padding. */
    long begin();

    /** After the last element that is seen. */
    long end();

    /** As reports show them. */
    SeenAxis seen();

    /** What an element sees through a window over these positions; empty where they are uneven. */
    Optional<SeenWindows> through(Axis axis, long windows);

    /** What an element sees through taps in phases that repeat; empty where they are uneven, or the phases are too many. */
    Optional<SeenWindows> through(PhasedAxis axis, long windows);

    /** What an element sees that takes one of the windows into which these positions are divided. */
    Optional<SeenWindows> pooled(DividedAxis axis);

    /** Whether all positions see the same, for instance because there is only one. */
    boolean isAlike();

    static SeenWindows ofInput(long extent) {
        return new Even(1, 1, 0, extent);
    }

    /** What all positions see together. */
    default SeenWindows whole() {
        return new Alike(begin(), end());
    }

    /** The same windows in an order that nobody follows. */
    default SeenWindows scattered(Object order) {
        return isAlike() ? whole() : new Scattered(seen().size(), begin(), end(), order);
    }

    /** Whether a window sees one position, and there is one for each. */
    static boolean isPoint(Axis axis) {
        return axis.kernel() == 1 && axis.stride() == 1 && axis.padBegin() + axis.padEnd() == 0;
    }

    /**
     * What an element sees that takes the same position of two tensors, or the only position of one of them: both windows together.
     * Empty where no window describes it.
     */
    default Optional<SeenWindows> union(SeenWindows other) {
        if (this instanceof Even one && other instanceof Even two && one.matches(two)) {
            return Optional.of(one.union(two));
        }
        if (this instanceof Repeating one
                && other instanceof Repeating two
                && one.inPhases().matches(two.inPhases())) {
            return one.inPhases().union(two.inPhases());
        }
        if (isAlike() || other.isAlike()) {
            boolean mixed = this instanceof Alike one && one.mixed || other instanceof Alike two && two.mixed;
            return Optional.of(new Alike(Math.min(begin(), other.begin()), Math.max(end(), other.end()), mixed));
        }
        if (this instanceof Scattered one && other instanceof Scattered two && one.order == two.order) {
            return Optional.of(this);
        }
        if (this instanceof Uneven one && other instanceof Uneven two) {
            return Optional.of(one.union(two));
        }
        return Optional.empty();
    }

    /** Windows that repeat, so that there are as many as one likes. */
    sealed interface Repeating extends SeenWindows permits Even, PhasedWindows {
        /** The same as phases. */
        PhasedWindows inPhases();

        /** Where the first of the windows of some positions in a row begins. */
        long begin(long first, long positions);

        /** After the last element of these windows. */
        long end(long first, long positions);

        @Override
        default Optional<SeenWindows> through(PhasedAxis axis, long windows) {
            return inPhases().seenBy(axis, windows);
        }
    }

    /**
     * Windows of one size, the same step apart. A single one has a step too: that of the windows that would be there if the input
     * were larger, by which padding lets it grow.
     *
     * @param size elements of the input, padding included
     */
    record Even(long size, long step, long begin, long positions) implements Repeating {
        public Even {
            Math.addExact(Math.addExact(begin, Math.multiplyExact(positions - 1, step)), size);
        }

        @Override
        public long end() {
            return begin + (positions - 1) * step + size;
        }

        @Override
        public PhasedWindows inPhases() {
            return new PhasedWindows(step, List.of(new PhasedWindows.Span(begin, begin + size)), positions);
        }

        @Override
        public long begin(long first, long positions) {
            return begin + first * step;
        }

        @Override
        public long end(long first, long positions) {
            return begin + (first + positions - 1) * step + size;
        }

        @Override
        public boolean isAlike() {
            return positions == 1;
        }

        @Override
        public SeenAxis seen() {
            Optional<Rational> stride = isAlike() ? Optional.empty() : Optional.of(Rational.of(step));
            return new SeenAxis(size, stride, begin, end());
        }

        @Override
        public Optional<SeenWindows> through(Axis axis, long windows) {
            long first = Math.subtractExact(begin, Math.multiplyExact(axis.padBegin(), step));
            long apart = Math.multiplyExact(step, (long) axis.stride());
            return Optional.of(new Even(sizeThrough(axis).value(), apart, first, windows));
        }

        @Override
        public Optional<SeenWindows> pooled(DividedAxis axis) {
            if (axis.isEven()) {
                long each = axis.extent() / axis.windows();
                long apart = Math.multiplyExact(step, each);
                return Optional.of(new Even(sizeThrough(each).value(), apart, begin, axis.windows()));
            }
            return Optional.of(new Uneven(List.of(new Division(this, axis))));
        }

        /** size + (kernel − 1)·dilation·step. */
        Formula sizeThrough(Axis axis) {
            Formula others = neighbours(axis.kernel());
            Formula steps = axis.dilation() > 1
                    ? Formula.product(others, Formula.of(axis.dilation()), Formula.of(step))
                    : Formula.product(others, Formula.of(step));
            return Formula.sum(Formula.of(size), steps);
        }

        /** size + (count − 1)·step: what that many positions in a row see together. */
        Formula sizeThrough(long count) {
            return Formula.sum(Formula.of(size), Formula.product(neighbours(count), Formula.of(step)));
        }

        private static Formula neighbours(long positions) {
            return Formula.difference(Formula.of(positions), Formula.ONE);
        }

        boolean matches(Even other) {
            return step == other.step && positions == other.positions;
        }

        Even union(Even other) {
            long first = Math.min(begin, other.begin);
            long last = Math.max(begin + size, other.begin + other.size);
            return first == begin && last == begin + size ? this : new Even(last - first, step, first, positions);
        }
    }

    /**
     * Each position sees the same window.
     *
     * @param mixed whether that is because each looks at all others, as in attention
     */
    record Alike(long begin, long end, boolean mixed) implements SeenWindows {
        Alike(long begin, long end) {
            this(begin, end, false);
        }

        @Override
        public boolean isAlike() {
            return true;
        }

        @Override
        public SeenAxis seen() {
            return new SeenAxis(end - begin, Optional.empty(), begin, end);
        }

        @Override
        public Optional<SeenWindows> through(Axis axis, long windows) {
            return Optional.of(this);
        }

        @Override
        public Optional<SeenWindows> through(PhasedAxis axis, long windows) {
            return Optional.of(this);
        }

        @Override
        public Optional<SeenWindows> pooled(DividedAxis axis) {
            return Optional.of(this);
        }
    }

    /**
     * Windows of which it is known how large the largest is and what they see together, and not which position sees which: those of tokens
     * behind a class token, of positions that were rolled, or of products of each with each.
     *
     * @param order stands for the order of the positions: the same one, and no other, is the same order
     */
    record Scattered(long size, long begin, long end, Object order) implements SeenWindows {
        /** Those of several tensors one after the other. */
        static Scattered of(List<SeenWindows> parts) {
            long size = 0;
            long begin = Long.MAX_VALUE;
            long end = Long.MIN_VALUE;
            for (SeenWindows part : parts) {
                size = Math.max(size, part.seen().size());
                begin = Math.min(begin, part.begin());
                end = Math.max(end, part.end());
            }
            return new Scattered(size, begin, end, new Object());
        }

        /** Those of each position along one axis together with those of each along another, the first with the last among them. */
        static Scattered across(SeenWindows one, SeenWindows other) {
            long begin = Math.min(one.begin(), other.begin());
            long end = Math.max(one.end(), other.end());
            return new Scattered(end - begin, begin, end, new Object());
        }

        @Override
        public boolean isAlike() {
            return false;
        }

        @Override
        public SeenAxis seen() {
            return new SeenAxis(size, Optional.empty(), begin, end);
        }

        @Override
        public Optional<SeenWindows> through(Axis axis, long windows) {
            return isPoint(axis) ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Optional<SeenWindows> through(PhasedAxis axis, long windows) {
            return Optional.empty();
        }

        @Override
        public Optional<SeenWindows> pooled(DividedAxis axis) {
            return axis.extent() == axis.windows() ? Optional.of(this) : Optional.empty();
        }
    }

    /** Windows, taken together by a division of their positions. */
    record Division(Repeating over, DividedAxis axis) {
        private long begin(long window) {
            return over.begin(axis.begin(window), axis.end(window) - axis.begin(window));
        }

        private long end(long window) {
            return over.end(axis.begin(window), axis.end(window) - axis.begin(window));
        }
    }

    /** Each position sees a window of each of these divisions, which have the same number of windows. */
    record Uneven(List<Division> divisions) implements SeenWindows {
        public Uneven {
            divisions = List.copyOf(divisions);
        }

        @Override
        public long begin() {
            return begin(0);
        }

        @Override
        public long end() {
            return end(windows() - 1);
        }

        @Override
        public boolean isAlike() {
            return windows() == 1;
        }

        /** The largest window. */
        @Override
        public SeenAxis seen() {
            long size = 0;
            for (long window = 0; window < windows(); window++) {
                size = Math.max(size, end(window) - begin(window));
            }
            return new SeenAxis(size, Optional.empty(), begin(), end());
        }

        @Override
        public Optional<SeenWindows> through(Axis axis, long windows) {
            return isPoint(axis) ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Optional<SeenWindows> through(PhasedAxis axis, long windows) {
            return Optional.empty();
        }

        @Override
        public Optional<SeenWindows> pooled(DividedAxis axis) {
            return axis.extent() == axis.windows() ? Optional.of(this) : Optional.empty();
        }

        Uneven union(Uneven other) {
            return new Uneven(Stream.concat(divisions.stream(), other.divisions.stream())
                    .distinct()
                    .toList());
        }

        private long windows() {
            return divisions.get(0).axis().windows();
        }

        private long begin(long window) {
            long begin = Long.MAX_VALUE;
            for (Division division : divisions) {
                begin = Math.min(begin, division.begin(window));
            }
            return begin;
        }

        private long end(long window) {
            long end = Long.MIN_VALUE;
            for (Division division : divisions) {
                end = Math.max(end, division.end(window));
            }
            return end;
        }
    }
}
