package io.archmeter.op;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One spatial axis of an operator whose output has a finer step than its input, or steps that do not match: its positions see their input in
 * phases that repeat. Of n phases, position i·n + r of the output sees the taps of phase r, i·{@code advance} further on.
 *
 * @param advance steps of the input from one round of all phases to the next; 0 where all positions see the same
 */
public record PhasedAxis(long advance, List<Taps> phases) {
    /**
     * Positions of the input, the same distance apart.
     *
     * @param first the least of them; negative on padding, or where the edge of the input is repeated
     * @param count how many there are; none where a position sees nothing of the input
     * @param apart steps from one to the next
     */
    public record Taps(long first, long count, long apart) {
        static final Taps NONE = new Taps(0, 0, 1);

        public Taps {
            if (count < 0 || apart < 1) {
                throw new IllegalArgumentException("no such taps: " + count + ", " + apart + " apart");
            }
        }

        /** One of them, from 0. */
        public long at(long tap) {
            return first + tap * apart;
        }
    }

    public PhasedAxis {
        phases = List.copyOf(phases);
        if (advance < 0 || phases.isEmpty() || advance == 0 && phases.size() > 1) {
            throw new IllegalArgumentException("no such phases: " + phases.size() + " over " + advance);
        }
    }

    /** A window that slides has one phase. */
    public static PhasedAxis of(Axis axis) {
        return new PhasedAxis(
                axis.stride(), List.of(new Taps(-(long) axis.padBegin(), axis.kernel(), axis.dilation())));
    }

    /** A window over {@code extent} positions, beside the one before it. */
    public static PhasedAxis covering(long extent) {
        return new PhasedAxis(extent, List.of(new Taps(0, extent, 1)));
    }

    /**
     * A transposed window: tap k of element e falls on e·stride + k·dilation − padding, so that a position of the output sees the
     * elements whose taps fall on it. There is a phase for each step of a stride.
     */
    static PhasedAxis transposed(Axis axis) {
        long stride = axis.stride();
        List<Taps> phases = new ArrayList<>(Collections.nCopies(axis.stride(), Taps.NONE));
        // Taps fall on the same phase again after stride / gcd(stride, dilation) of them.
        long round = 1;
        while (round * axis.dilation() % stride != 0) {
            round++;
        }
        for (long tap = 0; tap < Math.min(axis.kernel(), round); tap++) {
            long position = tap * axis.dilation() - axis.padBegin();
            int phase = (int) Math.floorMod(position, stride);
            long count = (axis.kernel() - 1 - tap) / round + 1;
            long apart = round * axis.dilation() / stride;
            // The element whose tap this is: the nearest one; later taps are those of elements before it.
            long element = (phase - position) / stride;
            phases.set(phase, new Taps(element - (count - 1) * apart, count, apart));
        }
        return new PhasedAxis(1, phases);
    }
}
