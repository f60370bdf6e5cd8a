package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How the elements of a tensor lie in memory: of each axis its extent, and how many elements of memory lie between two that follow each
 * other along it (PyTorch {@code Tensor.stride}). All extents are known.
 */
public record Strides(List<Long> extents, List<Long> steps) {
    public Strides {
        extents = List.copyOf(extents);
        steps = List.copyOf(steps);
        if (extents.size() != steps.size()) {
            throw new IllegalArgumentException("each axis has a stride, but " + extents + " have " + steps);
        }
    }

    /** Those of a tensor whose elements follow each other; empty where an extent is not known. */
    public static Optional<Strides> dense(Shape shape) {
        if (shape.unknown().isPresent()) {
            return Optional.empty();
        }
        List<Long> steps = new ArrayList<>();
        long step = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            steps.add(step);
            step = Math.multiplyExact(step, Math.max(1, shape.extent(axis)));
        }
        Collections.reverse(steps);
        return Optional.of(new Strides(shape.extents(), steps));
    }

    /**
     * Those of the same elements in the same order under another shape; empty where no strides lead through them. Axes that lie in one
     * piece of memory are cut anew, from the last ({@code computeStride} of ATen's {@code TensorUtils.cpp}).
     */
    public Optional<Strides> reshaped(List<Long> shape) {
        if (extents.contains(0L)) {
            return dense(new Shape(shape));
        }
        Long[] found = new Long[shape.size()];
        int next = shape.size() - 1;
        long elements = 1;
        long step = steps.isEmpty() ? 1 : steps.get(steps.size() - 1);
        for (int axis = extents.size() - 1; axis >= 0; axis--) {
            elements = Math.multiplyExact(elements, extents.get(axis));
            if (axis > 0 && (extents.get(axis - 1) == 1 || steps.get(axis - 1) == elements * step)) {
                continue;
            }
            long cut = 1;
            while (next >= 0 && (cut < elements || shape.get(next) == 1)) {
                found[next] = Math.multiplyExact(cut, step);
                cut = Math.multiplyExact(cut, shape.get(next));
                next--;
            }
            if (cut != elements) {
                return Optional.empty();
            }
            elements = 1;
            step = axis > 0 ? steps.get(axis - 1) : step;
        }
        return next < 0 ? Optional.of(new Strides(shape, List.of(found))) : Optional.empty();
    }
}
