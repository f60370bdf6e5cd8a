package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;

/**
 * {@code RotaryEmbedding} (Su et al. 2021, arXiv:2104.09864): pairs of elements are turned by an angle that follows from their place in the
 * sequence. N×heads×T×D, or N×T×(heads·D).
 */
final class Rotations {
    private Rotations() {}

    /** Of ONNX: the places are the fourth input; without them, the tables have a row for each place of each sample. */
    static void run(OnnxCall call) {
        Tensor x = call.input(0);
        boolean placed = call.has(3);
        int times = x.extent(x.rank() == 4 ? 2 : 1);
        float[] places = placed ? call.elements(3) : new float[0];
        turn(call, 1, (sample, time) -> placed ? (int) places[sample * times + time] : sample * times + time);
    }

    /** Of ONNX Runtime: the places are the second input, or where the first of all stands. */
    static void microsoft(OnnxCall call) {
        Tensor x = call.input(0);
        int times = x.extent(x.rank() == 4 ? 2 : 1);
        float[] places = call.elements(1);
        boolean first = places.length == 1;
        turn(call, 2, (sample, time) -> (int) (first ? places[0] + time : places[sample * times + time]));
    }

    private interface Place {
        int of(int sample, int time);
    }

    /** @param table the input with the cosines, before that with the sines */
    private static void turn(OnnxCall call, int table, Place place) {
        Tensor x = call.input(0);
        Tensor cosines = call.input(table);
        int half = cosines.extent(cosines.rank() - 1);
        boolean split = x.rank() == 4;
        int times = x.extent(split ? 2 : 1);
        int heads = (int) call.settings().whole("num_heads", 0);
        int rest = x.extent(x.rank() - 1);
        int depth = split ? rest : heads > 0 ? rest / heads : 2 * half;
        heads = split ? x.extent(1) : rest / depth;
        boolean alternate = call.settings().flag("interleaved", false);
        float[] cosine = call.elements(table);
        float[] sine = call.elements(table + 1);
        float[] turned = call.elements(0);
        for (int row = 0; row < turned.length / depth; row++) {
            int sample = row / (heads * times);
            int time = split ? row % times : row / heads % times;
            int angle = place.of(sample, time) * half;
            for (int pair = 0; pair < half; pair++) {
                int one = row * depth + (alternate ? 2 * pair : pair);
                int other = alternate ? one + 1 : one + half;
                float before = turned[one];
                turned[one] = before * cosine[angle + pair] - turned[other] * sine[angle + pair];
                turned[other] = before * sine[angle + pair] + turned[other] * cosine[angle + pair];
            }
        }
        Tensor y = call.outputInPlace(x.shape());
        System.arraycopy(turned, 0, y.data(), y.offset(), turned.length);
    }
}
