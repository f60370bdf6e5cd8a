package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;

/** Elements of maps between their places, by the four around: {@code GridSample}, {@code RoiAlign}, {@code DeformConv}. */
final class Samples {
    private Samples() {}

    /** An element of a map of rows and columns by its neighbours; 0 beyond it. */
    static double bilinear(Tensor x, int from, int rows, int columns, double row, double column) {
        return neighbours(x, from, rows, columns, row, column)[0];
    }

    /** The sum of the four shares around a place, and the largest of them. */
    private static double[] neighbours(Tensor x, int from, int rows, int columns, double row, double column) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double sum = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int y = top; y <= top + 1; y++) {
            for (int at = left; at <= left + 1; at++) {
                double weight = (1 - Math.abs(row - y)) * (1 - Math.abs(column - at));
                if (y >= 0 && y < rows && at >= 0 && at < columns) {
                    double share = weight * x.data()[from + y * columns + at];
                    sum += share;
                    largest = Math.max(largest, share);
                } else {
                    largest = Math.max(largest, 0);
                }
            }
        }
        return new double[] {sum, largest};
    }

    /** {@code GridSample} of maps: at places from −1 to 1. */
    static void grid(OnnxCall call) {
        Tensor x = call.input(0);
        Tensor grid = call.input(1);
        int rows = x.extent(2);
        int columns = x.extent(3);
        String mode = call.settings().text("mode", "linear");
        String padding = call.settings().text("padding_mode", "zeros");
        boolean corners = call.settings().flag("align_corners", false);
        int positions = grid.extent(1) * grid.extent(2);
        Tensor y = call.output(Shape.of(x.batch(), x.channels(), grid.extent(1), grid.extent(2)));
        for (int i = 0; i < y.elements(); i++) {
            int channel = i / positions;
            int at = grid.offset() + (channel / x.channels() * positions + i % positions) * 2;
            double column = within(pixel(grid.data()[at], columns, corners), columns, padding, corners);
            double row = within(pixel(grid.data()[at + 1], rows, corners), rows, padding, corners);
            int from = x.offset() + channel * rows * columns;
            double element = mode.equals("nearest")
                    ? bilinear(x, from, rows, columns, Math.rint(row), Math.rint(column))
                    : bilinear(x, from, rows, columns, row, column);
            y.data()[y.offset() + i] = (float) element;
        }
    }

    private static double pixel(double at, int extent, boolean corners) {
        return corners ? (at + 1) / 2 * (extent - 1) : ((at + 1) * extent - 1) / 2;
    }

    private static double within(double at, int extent, String padding, boolean corners) {
        return switch (padding) {
            case "border" -> Math.max(0, Math.min(extent - 1, at));
            case "reflection" -> {
                double least = corners ? 0 : -0.5;
                double span = corners ? extent - 1.0 : extent;
                double distance = Math.abs(at - least) % (2 * span);
                double back = least + (distance > span ? 2 * span - distance : distance);
                yield Math.max(0, Math.min(extent - 1, back));
            }
            default -> at;
        };
    }

    /** {@code RoiAlign}: the mean of some places in each part of a box, or the largest share of a neighbour, as ONNX's reference has it. */
    static void boxes(OnnxCall call) {
        Tensor x = call.input(0);
        float[] boxes = call.elements(1);
        int rows = (int) call.settings().whole("output_height", 1);
        int columns = (int) call.settings().whole("output_width", 1);
        Tensor y = call.output(Shape.of(boxes.length / 4, x.channels(), rows, columns));
        Positions.each(
                Positions.extents(y.shape()),
                (at, number) -> y.data()[y.offset() + number] = (float) part(call, x, boxes, at, rows, columns));
    }

    private static double part(OnnxCall call, Tensor x, float[] boxes, int[] at, int rows, int columns) {
        double scale = call.settings().real("spatial_scale", 1);
        boolean half = call.version() >= 16
                && call.settings()
                        .text("coordinate_transformation_mode", "half_pixel")
                        .equals("half_pixel");
        double offset = half ? 0.5 : 0;
        int box = at[0] * 4;
        double left = boxes[box] * scale - offset;
        double top = boxes[box + 1] * scale - offset;
        double width = boxes[box + 2] * scale - offset - left;
        double height = boxes[box + 3] * scale - offset - top;
        double partWidth = (half ? width : Math.max(width, 1)) / columns;
        double partHeight = (half ? height : Math.max(height, 1)) / rows;
        int ratio = (int) call.settings().whole("sampling_ratio", 0);
        int down = ratio > 0 ? ratio : (int) Math.ceil(partHeight);
        int across = ratio > 0 ? ratio : (int) Math.ceil(partWidth);
        int sample = (int) call.input(2).data()[call.input(2).offset() + at[0]];
        int from = x.offset() + (sample * x.channels() + at[1]) * x.positions();
        double sum = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < down * across; i++) {
            double row = top + at[2] * partHeight + (i / across + 0.5) * partHeight / down;
            double column = left + at[3] * partWidth + (i % across + 0.5) * partWidth / across;
            double[] element = beside(row, x.extent(2)) || beside(column, x.extent(3))
                    ? new double[2]
                    : neighbours(x, from, x.extent(2), x.extent(3), near(row, x.extent(2)), near(column, x.extent(3)));
            sum += element[0];
            largest = Math.max(largest, element[1]);
        }
        return call.settings().text("mode", "avg").equals("max") ? largest : sum / Math.max(1, down * across);
    }

    private static boolean beside(double at, int extent) {
        return at < -1 || at > extent;
    }

    private static double near(double at, int extent) {
        return Math.max(0, Math.min(extent - 1, at));
    }

    /** {@code DeformConv}: each tap lies where an input says, and may count less. */
    static void deformed(OnnxCall call) {
        Tensor x = call.input(0);
        Tensor weight = call.input(1);
        Tensor offsets = call.input(2);
        int[] input = Convolutions.spatial(x);
        Sliding sliding = Sliding.of(call, input, Convolutions.spatial(weight));
        int groups = (int) call.settings().whole("group", 1);
        int bundles = (int) call.settings().whole("offset_group", 1);
        int depth = weight.extent(1);
        int filters = weight.extent(0);
        int taps = Positions.elements(sliding.kernel());
        int positions = Positions.elements(sliding.out());
        float[] biases = call.has(3) ? call.elements(3) : new float[filters];
        Tensor y = call.output(Convolutions.with(Shape.of(x.batch(), filters), sliding.out()));
        long[] done = {0};
        Positions.each(Positions.extents(y.shape()), (at, number) -> {
            double sum = biases[at[1]];
            int first = at[1] / (filters / groups) * depth;
            for (int i = 0; i < depth * taps; i++) {
                int channel = first + i / taps;
                int tap = i % taps;
                int bundle = channel / (x.channels() / bundles);
                int place = ((at[0] * bundles + bundle) * taps + tap) * positions + number % positions;
                int pair = place + ((at[0] * bundles + bundle) * taps + tap) * positions;
                double row = sliding.at(0, at[2], tap / sliding.kernel()[1]) + offsets.data()[offsets.offset() + pair];
                double column = sliding.at(1, at[3], tap % sliding.kernel()[1])
                        + offsets.data()[offsets.offset() + pair + positions];
                double share = call.has(4) ? call.input(4).data()[call.input(4).offset() + place] : 1;
                int from = x.offset() + (at[0] * x.channels() + channel) * x.positions();
                sum += weight.data()[weight.offset() + (at[1] * depth) * taps + i]
                        * share
                        * bilinear(x, from, input[0], input[1], row, column);
                done[0]++;
            }
            y.data()[y.offset() + number] = (float) sum;
        });
        call.count(done[0]);
    }
}
