package io.archmeter.training;

import io.archmeter.graph.Shape;
import io.archmeter.op.TapeEntry;
import io.archmeter.op.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Where each element of a small tensor lies in memory, one after the other in the order of the shape. A view is one where equal steps
 * along each axis lead through these places, and a copy elsewhere.
 */
record SlowLayout(Shape shape, List<Long> places) {
    static SlowLayout dense(Shape shape) {
        return new SlowLayout(
                shape, LongStream.range(0, shape.elements()).boxed().toList());
    }

    /** Empty where the view has to be copied. */
    Optional<SlowLayout> seen(TapeEntry entry) {
        Shape out = entry.output();
        if (entry.view() instanceof View.Reshaped) {
            return withEqualSteps(out);
        }
        if (entry.view() instanceof View.Joined joined) {
            List<Long> extents = new ArrayList<>(out.extents());
            long together = 1;
            for (int axis = 0; axis < joined.axes(); axis++) {
                together *= extents.remove(0);
            }
            extents.add(0, together);
            return withEqualSteps(new Shape(extents)).map(fits -> this);
        }
        List<Long> taken = new ArrayList<>();
        for (long number = 0; number < out.elements(); number++) {
            taken.add(places.get((int) number(source(entry.view(), indices(number, out)), shape)));
        }
        return Optional.of(new SlowLayout(out, taken));
    }

    /** The indices in this tensor of what a view shows at others. */
    private List<Long> source(View view, List<Long> indices) {
        List<Long> source = new ArrayList<>(indices);
        if (view instanceof View.Permuted permuted) {
            for (int axis = 0; axis < indices.size(); axis++) {
                source.set(permuted.axes().get(axis), indices.get(axis));
            }
        } else if (view instanceof View.Part part) {
            source.set(part.axis(), part.step() * indices.get(part.axis()));
        } else if (view instanceof View.Selected selected) {
            source.add(selected.axis(), 0L);
        } else {
            source = new ArrayList<>(indices.subList(indices.size() - shape.rank(), indices.size()));
            for (int axis = 0; axis < shape.rank(); axis++) {
                source.set(axis, shape.extent(axis) == 1 ? 0L : source.get(axis));
            }
        }
        return source;
    }

    private Optional<SlowLayout> withEqualSteps(Shape out) {
        for (int axis = 0; axis < out.rank(); axis++) {
            Optional<Long> step = Optional.empty();
            for (long number = 0; number < out.elements(); number++) {
                List<Long> next = new ArrayList<>(indices(number, out));
                next.set(axis, next.get(axis) + 1);
                if (next.get(axis) < out.extent(axis)) {
                    long found = places.get((int) number(next, out)) - places.get((int) number);
                    if (step.isPresent() && step.get() != found) {
                        return Optional.empty();
                    }
                    step = Optional.of(found);
                }
            }
        }
        return Optional.of(new SlowLayout(out, places));
    }

    private static List<Long> indices(long number, Shape shape) {
        List<Long> indices = new ArrayList<>();
        long rest = number;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            indices.add(0, rest % shape.extent(axis));
            rest /= shape.extent(axis);
        }
        return indices;
    }

    private static long number(List<Long> indices, Shape shape) {
        long number = 0;
        for (int axis = 0; axis < shape.rank(); axis++) {
            number = number * shape.extent(axis) + indices.get(axis);
        }
        return number;
    }
}
