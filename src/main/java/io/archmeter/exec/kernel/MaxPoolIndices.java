package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.WindowPlacement;
import io.archmeter.op.Axis;
import io.archmeter.op.MaxPool;
import java.util.Arrays;
import java.util.List;

/**
 * Where the largest elements lie, each by its number in its map: the first of several that are as large, and the last that is no
 * number ({@code MaxPoolKernel.cpp} of ATen).
 */
final class MaxPoolIndices {
    private final Tensor x;
    private final List<Axis> axes;
    private final int[][] starts;
    private final int windows;

    MaxPoolIndices(Tensor x, MaxPool op) {
        this.x = x;
        this.axes = op.window().axes();
        this.starts = WindowPlacement.starts(x, op.window(), op.rounding());
        this.windows = Arrays.stream(starts).mapToInt(along -> along.length).reduce(1, Math::multiplyExact);
    }

    /** As the second output. */
    void run(KernelCall call) {
        long[] extents = Arrays.stream(starts).mapToLong(along -> along.length).toArray();
        Tensor indices = call.output(1, x.shape().withSpatial(extents));
        call.workers().forEach(x.batch() * x.channels(), plane -> {
            for (int window = 0; window < windows; window++) {
                indices.data()[indices.offset() + plane * windows + window] = largest(plane, window);
            }
        });
    }

    private int largest(int plane, int window) {
        int[] begins = new int[axes.size()];
        int rest = window;
        for (int a = axes.size() - 1; a >= 0; a--) {
            begins[a] = starts[a][rest % starts[a].length];
            while (begins[a] < 0) {
                begins[a] += axes.get(a).dilation();
            }
            rest /= starts[a].length;
        }
        int[] place = begins.clone();
        int found = element(place);
        float largest = Float.NEGATIVE_INFINITY;
        do {
            int element = element(place);
            float here = isInside(place) ? x.data()[x.offset() + plane * x.positions() + element] : largest;
            if (here > largest || Float.isNaN(here)) {
                largest = here;
                found = element;
            }
        } while (next(place, begins, window));
        return found;
    }

    /** Goes to the next tap, the last axis first, and tells whether there is one. */
    private boolean next(int[] place, int[] begins, int window) {
        int rest = window;
        for (int a = axes.size() - 1; a >= 0; a--) {
            int end = starts[a][rest % starts[a].length]
                    + axes.get(a).kernel() * axes.get(a).dilation();
            rest /= starts[a].length;
            place[a] += axes.get(a).dilation();
            if (place[a] < end) {
                return true;
            }
            place[a] = begins[a];
        }
        return false;
    }

    private boolean isInside(int[] place) {
        boolean inside = true;
        for (int a = 0; a < place.length; a++) {
            inside &= place[a] < x.extent(2 + a);
        }
        return inside;
    }

    private int element(int[] place) {
        int element = 0;
        for (int a = 0; a < place.length; a++) {
            element = element * x.extent(2 + a) + place[a];
        }
        return element;
    }
}
