package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a view of PyTorch shows the tensor whose memory it has. */
public sealed interface View {
    /**
     * The strides of the view.
     *
     * @param out its shape, of which all is known
     * @return empty where there are none: PyTorch's {@code reshape} copies the tensor
     */
    Optional<Strides> of(Strides shown, Shape out);

    /** The same elements in the same order under another shape. */
    record Reshaped() implements View {
        @Override
        public Optional<Strides> of(Strides shown, Shape out) {
            return shown.reshaped(out.extents());
        }
    }

    /** The same with its first axes joined into one, as products of many matrices need it. */
    record Joined(int axes) implements View {
        @Override
        public Optional<Strides> of(Strides shown, Shape out) {
            List<Long> joined = new ArrayList<>(shown.extents().subList(axes, out.rank()));
            joined.add(0, new Shape(out.extents().subList(0, axes)).elements());
            return shown.reshaped(joined).isPresent() ? Optional.of(shown) : Optional.empty();
        }
    }

    /** Its axes in another order. */
    record Permuted(List<Integer> axes) implements View {
        public Permuted {
            axes = List.copyOf(axes);
        }

        @Override
        public Optional<Strides> of(Strides shown, Shape out) {
            return Optional.of(new Strides(
                    out.extents(), axes.stream().map(shown.steps()::get).toList()));
        }
    }

    /** What lies so many places apart along an axis. */
    record Part(int axis, long step) implements View {
        @Override
        public Optional<Strides> of(Strides shown, Shape out) {
            List<Long> steps = new ArrayList<>(shown.steps());
            steps.set(axis, Math.multiplyExact(steps.get(axis), step));
            return Optional.of(new Strides(out.extents(), steps));
        }
    }

    /** What lies at one place of an axis. */
    record Selected(int axis) implements View {
        @Override
        public Optional<Strides> of(Strides shown, Shape out) {
            List<Long> steps = new ArrayList<>(shown.steps());
            steps.remove(axis);
            return Optional.of(new Strides(out.extents(), steps));
        }
    }

    /** The same elements several times along axes of one, and along new axes before all. */
    record Expanded() implements View {
        @Override
        public Optional<Strides> of(Strides shown, Shape out) {
            int more = out.rank() - shown.extents().size();
            List<Long> steps = new ArrayList<>();
            for (int axis = 0; axis < out.rank(); axis++) {
                boolean same = axis >= more && shown.extents().get(axis - more).equals(out.extent(axis));
                steps.add(same ? shown.steps().get(axis - more) : 0L);
            }
            return Optional.of(new Strides(out.extents(), steps));
        }
    }
}
