package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which positions of its input one element of an operator's output sees. The receptive field is the chain of these. */
public sealed interface Reach {
    /** The same position. */
    Reach POINTWISE = new Pointwise();

    /** All positions, and all channels. */
    Reach WHOLE = new Whole(true);

    /** All positions of the same channel. */
    Reach WHOLE_CHANNEL = new Whole(false);

    /** The same element under another shape. */
    Reach RESHAPED = new Reshaped();

    /** Positions that no window describes, e.g. after axes were joined in part. */
    Reach UNKNOWN = new Unknown();

    /** All along some axes, and the same position along the others; the output has as many axes as the input. */
    static Reach along(Collection<Integer> axes, Shape x) {
        boolean channels = axes.contains(1);
        long spatial = axes.stream().filter(axis -> axis >= 2).count();
        if (spatial == 0 && !channels) {
            return POINTWISE;
        }
        if (spatial == x.spatialRank()) {
            return channels ? WHOLE : WHOLE_CHANNEL;
        }
        List<Integer> from = Mapped.axes(x.rank());
        from.replaceAll(axis -> axes.contains(axis) ? Mapped.ALL : axis);
        return Mapped.of(from);
    }

    record Pointwise() implements Reach {}

    /** @param channels whether elements of other channels are seen as well */
    record Whole(boolean channels) implements Reach {}

    record Unknown() implements Reach {}

    record Reshaped() implements Reach {}

    /**
     * A window that slides, one axis for each spatial axis of the input.
     *
     * @param channels whether elements of other channels are seen as well
     */
    record Sliding(List<Axis> axes, boolean channels) implements Reach {
        public Sliding {
            axes = List.copyOf(axes);
        }

        public Sliding(List<Axis> axes) {
            this(axes, true);
        }
    }

    /**
     * Positions that see their input in phases, one axis for each spatial axis of the input.
     *
     * @param channels whether elements of other channels are seen as well
     */
    record Phased(List<PhasedAxis> axes, boolean channels) implements Reach {
        public Phased {
            axes = List.copyOf(axes);
        }
    }

    /** Windows of different sizes at uneven distances, along one of these axes at least; each channel is seen for itself. */
    record Uneven(List<DividedAxis> axes) implements Reach {
        public Uneven {
            axes = List.copyOf(axes);
        }
    }

    /** One element, whose place along some axes is another one than before. */
    record Moved(List<Integer> axes) implements Reach {
        public Moved {
            axes = List.copyOf(axes);
        }
    }

    /** Tensors one after the other along an axis. */
    record Joined(int axis) implements Reach {}

    /**
     * One of every so many positions along an axis.
     *
     * @param firsts where each output begins
     * @param dropped whether the axis is gone then
     */
    record Taken(int axis, List<Long> firsts, long step, boolean dropped) implements Reach {
        public Taken {
            firsts = List.copyOf(firsts);
        }

        /** As windows of one tap. */
        public PhasedAxis windows(long first) {
            return new PhasedAxis(step, List.of(new PhasedAxis.Taps(first, 1, 1)));
        }
    }

    /**
     * Each axis of the output is one of an input's, and what lies along the other axes of that input is seen as a whole.
     *
     * @param inputs for each input the axes of it that are those of the output, or {@link #ALL}; empty where nothing of it is seen
     */
    record Mapped(List<Optional<List<Integer>>> inputs) implements Reach {
        /** Stands for an axis of the output that is none of the input's. */
        public static final int ALL = -1;

        public Mapped {
            inputs = List.copyOf(inputs);
        }

        /** Of one input. */
        public static Mapped of(List<Integer> from) {
            return new Mapped(List.of(Optional.of(from)));
        }

        /** All axes of an input, in their order. */
        static List<Integer> axes(int rank) {
            List<Integer> axes = new ArrayList<>();
            for (int axis = 0; axis < rank; axis++) {
                axes.add(axis);
            }
            return axes;
        }

        /** Of one input. */
        public static Mapped of(Integer... from) {
            return of(Arrays.asList(from));
        }
    }
}
