package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** As many elements as there are of a kind. */
final class Picks {
    private Picks() {}

    /** {@code NonZero}: the places of elements that are not 0, a column for each. */
    static void nonZero(OnnxCall call) {
        Tensor x = call.input(0);
        List<int[]> places = new ArrayList<>();
        Positions.each(Positions.extents(x.shape()), (position, number) -> {
            if (x.data()[x.offset() + number] != 0) {
                places.add(position.clone());
            }
        });
        Tensor y = call.output(Shape.of(x.rank(), places.size()));
        for (int column = 0; column < places.size(); column++) {
            for (int axis = 0; axis < x.rank(); axis++) {
                y.data()[y.offset() + axis * places.size() + column] = places.get(column)[axis];
            }
        }
    }

    /** {@code Compress}: the slices along an axis, or the elements, where a condition holds, which may be shorter. */
    static void compress(OnnxCall call) {
        Tensor x = call.input(0);
        boolean along = call.settings().has("axis");
        Tensor from = along ? x : new Tensor(x.data(), x.offset(), Shape.of(x.elements()));
        int axis = Positions.axis(call.settings().whole("axis", 0), from.rank());
        List<Integer> chosen = new ArrayList<>();
        float[] condition = call.elements(1);
        for (int place = 0; place < condition.length; place++) {
            if (condition[place] != 0) {
                chosen.add(place);
            }
        }
        int[] steps = Positions.steps(Positions.extents(from.shape()));
        Tensor y = call.output(from.shape().with(axis, (long) chosen.size()));
        Positions.fill(y, from, 0, position -> {
            int place = Positions.place(position, steps);
            return place + (chosen.get(position[axis]) - position[axis]) * steps[axis];
        });
    }

    /** {@code NonMaxSuppression}: of boxes that overlap, the one with the highest score; class by class. */
    static void boxes(OnnxCall call) {
        Tensor scores = call.input(1);
        int classes = scores.extent(1);
        int count = scores.extent(2);
        double most = call.number(2, 0);
        double overlap = call.number(3, 0);
        double least = call.number(4, Double.NEGATIVE_INFINITY);
        boolean centred = call.settings().flag("center_point_box", false);
        float[] boxes = call.elements(0);
        List<int[]> all = new ArrayList<>();
        for (int row = 0; row < scores.batch() * classes; row++) {
            int from = scores.offset() + row * count;
            List<Integer> left = new ArrayList<>();
            for (int box = 0; box < count; box++) {
                if (scores.data()[from + box] > least) {
                    left.add(box);
                }
            }
            left.sort((one, other) -> Float.compare(scores.data()[from + other], scores.data()[from + one]));
            int first = row / classes * count;
            for (int taken = 0; !left.isEmpty() && taken < most; taken++) {
                int best = left.remove(0);
                all.add(new int[] {row / classes, row % classes, best});
                left.removeIf(box -> overlap(boxes, first + best, first + box, centred) > overlap);
            }
        }
        Tensor y = call.output(Shape.of(all.size(), 3));
        for (int i = 0; i < y.elements(); i++) {
            y.data()[y.offset() + i] = all.get(i / 3)[i % 3];
        }
    }

    /** The area that two boxes share, as part of what they cover together. */
    private static double overlap(float[] boxes, int one, int other, boolean centred) {
        double shared = 1;
        double areaOfOne = 1;
        double areaOfOther = 1;
        for (int axis = 0; axis < 2; axis++) {
            double[] a = side(boxes, one * 4 + axis, centred);
            double[] b = side(boxes, other * 4 + axis, centred);
            shared *= Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
            areaOfOne *= a[1] - a[0];
            areaOfOther *= b[1] - b[0];
        }
        return areaOfOne <= 0 || areaOfOther <= 0 ? 0 : shared / (areaOfOne + areaOfOther - shared);
    }

    /** From where to where a box reaches along an axis: it has two corners in any order, or a centre and a size. */
    private static double[] side(float[] boxes, int at, boolean centred) {
        double one = boxes[at];
        double other = boxes[at + 2];
        return centred
                ? new double[] {one - other / 2, one + other / 2}
                : new double[] {Math.min(one, other), Math.max(one, other)};
    }
}
