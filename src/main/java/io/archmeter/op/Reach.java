package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.List;

/** Which positions of its input one element of an operator's output sees. The receptive field is the chain of these. */
public sealed interface Reach {
    /** The same position. */
    Reach POINTWISE = new Pointwise();

    /** All positions. */
    Reach WHOLE = new Whole();

    /** Positions that no window describes, e.g. after axes were joined in part. */
    Reach UNKNOWN = new Unknown();

    /** What is seen through elements that keep their order, and are put under another shape. */
    static Reach reshaped(Shape in, Shape out) {
        if (in.equals(out)) {
            return POINTWISE;
        }
        if (in.rank() == 0 || out.rank() == 0 || in.batch() != out.batch()) {
            return UNKNOWN;
        }
        if (out.rank() <= 2) {
            return in.rank() <= 2 ? POINTWISE : WHOLE;
        }
        boolean onePosition = out.spatial().stream().allMatch(extent -> extent == 1);
        return in.rank() <= 2 && onePosition ? POINTWISE : UNKNOWN;
    }

    record Pointwise() implements Reach {}

    record Whole() implements Reach {}

    record Unknown() implements Reach {}

    /** A window that slides, one axis for each spatial axis of the input. */
    record Sliding(List<Axis> axes) implements Reach {
        public Sliding {
            axes = List.copyOf(axes);
        }
    }

    /** Positions that see their input in phases, one axis for each spatial axis of the input. */
    record Phased(List<PhasedAxis> axes) implements Reach {
        public Phased {
            axes = List.copyOf(axes);
        }
    }

    /** Windows of different sizes at uneven distances, along one of these axes at least. */
    record Uneven(List<DividedAxis> axes) implements Reach {
        public Uneven {
            axes = List.copyOf(axes);
        }
    }
}
