package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;

/** {@code EmbedLayerNormalization}: vectors of words, of their places and perhaps of their segments, added up and normalized. */
final class Embeddings {
    private Embeddings() {}

    static void normalized(OnnxCall call) {
        Tensor words = call.input(0);
        int width = call.input(2).extent(1);
        Tensor sum = Trips.zeros(Shape.of(words.extent(0), words.extent(1), width));
        add(sum, call.input(2), call.elements(0), width);
        add(sum, call.input(3), places(call, words), width);
        if (call.has(1) && call.has(4)) {
            add(sum, call.input(4), call.elements(1), width);
        }
        normalize(call, sum, width);
        lengths(call, words);
        call.put(2, sum);
    }

    private static float[] places(OnnxCall call, Tensor words) {
        float[] said = call.has(8) ? call.elements(8) : new float[0];
        float[] places = new float[words.elements()];
        for (int i = 0; i < places.length; i++) {
            places[i] = said.length == 0 ? i % words.extent(1) : said[i % said.length];
        }
        return places;
    }

    /** Adds rows of a table, by their numbers. */
    private static void add(Tensor sum, Tensor table, float[] rows, int width) {
        for (int i = 0; i < sum.elements(); i++) {
            sum.data()[i] += table.data()[table.offset() + (int) rows[i / width] * width + i % width];
        }
    }

    private static void normalize(OnnxCall call, Tensor sum, int width) {
        float[] scales = call.elements(5);
        float[] biases = call.elements(6);
        double epsilon = call.settings().real("epsilon", 1e-12f);
        Tensor y = call.output(0, sum.shape());
        for (int begin = 0; begin < sum.elements(); begin += width) {
            Moments moments = Moments.of(sum, begin, width);
            double divisor = Math.sqrt(moments.variance() + epsilon);
            for (int i = 0; i < width; i++) {
                double centred = sum.data()[begin + i] - moments.mean();
                y.data()[y.offset() + begin + i] = (float) (centred / divisor * scales[i] + biases[i]);
            }
        }
    }

    /** How many words of each sample its mask keeps; none without a mask. */
    private static void lengths(OnnxCall call, Tensor words) {
        float[] mask = call.has(7) ? call.elements(7) : new float[words.elements()];
        Tensor lengths = Trips.zeros(Shape.of(words.extent(0)));
        for (int i = 0; i < mask.length; i++) {
            lengths.data()[i / words.extent(1)] += mask[i] == 1 ? 1 : 0;
        }
        call.put(1, lengths);
    }
}
