package io.archmeter.exec.kernel;

import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.Conv;
import java.util.List;

/** Convolution of images, by its definition. */
final class ConvKernel implements Kernel<Conv> {
    @Override
    public Pass prepare(Conv op, List<Shape> inputs, Weights weights) {
        int channels = (int) op.channels();
        int depth = (int) (inputs.get(0).channels() / op.group());
        Axis rows = op.window().axes().get(0);
        Axis columns = op.window().axes().get(1);
        float[] kernel = weights.draw("weight", channels, depth, rows.kernel(), columns.kernel());
        float[] bias = op.bias() ? weights.draw("bias", channels) : new float[channels];
        int share = channels / (int) op.group();
        return call -> {
            Tensor x = call.input();
            int[] tops = Slide.starts(x.extent(2), rows);
            int[] lefts = Slide.starts(x.extent(3), columns);
            Tensor y = call.output(Shape.of(x.batch(), channels, tops.length, lefts.length));
            int height = x.extent(2);
            int width = x.extent(3);
            call.workers().forEach(x.batch() * channels, plane -> {
                int o = plane % channels;
                int from = x.offset() + (plane / channels * x.channels() + o / share * depth) * height * width;
                int to = y.offset() + plane * tops.length * lefts.length;
                long executed = 0;
                long padded = 0;
                for (int top : tops) {
                    for (int left : lefts) {
                        float sum = bias[o];
                        int k = o * depth * rows.kernel() * columns.kernel();
                        for (int c = 0; c < depth; c++) {
                            for (int u = 0; u < rows.kernel(); u++) {
                                int row = top + u * rows.dilation();
                                for (int v = 0; v < columns.kernel(); v++, k++) {
                                    int column = left + v * columns.dilation();
                                    if (row >= 0 && row < height && column >= 0 && column < width) {
                                        sum += kernel[k] * x.data()[from + (c * height + row) * width + column];
                                        executed++;
                                    } else {
                                        padded++;
                                    }
                                }
                            }
                        }
                        y.data()[to++] = sum;
                    }
                }
                call.count(executed, padded);
            });
        };
    }
}
