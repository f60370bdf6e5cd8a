package io.archmeter.exec.kernel.onnx;

import io.archmeter.graph.Shape;

/**
 * Scales and zero points of a quantized tensor: one, one for each position of an axis, or one for each block along it.
 *
 * @param axis that they lie along
 * @param block how many positions of the axis share one
 * @param steps from one to the next along each axis of the tensor
 */
record Scales(float[] scales, float[] zeros, int axis, int block, int[] steps) {
    static Scales of(OnnxCall call, Shape tensor, int scale, int zero) {
        float[] scales = call.elements(scale);
        float[] zeros = call.has(zero) ? call.elements(zero) : new float[scales.length];
        int axis = Positions.axis(call.settings().whole("axis", 1), Math.max(1, tensor.rank()));
        int block = (int) call.settings().whole("block_size", 0);
        int[] steps = new int[tensor.rank()];
        if (block > 0) {
            steps = Positions.steps(Positions.extents(call.shape(scale)));
        } else if (scales.length > 1) {
            steps[axis] = 1;
        }
        return new Scales(scales, zeros, axis, Math.max(1, block), steps);
    }

    int place(int[] position) {
        int place = 0;
        for (int at = 0; at < steps.length; at++) {
            place += (at == axis ? position[at] / block : position[at]) * steps[at];
        }
        return place;
    }

    double scale(int place) {
        return scales[place];
    }

    double zero(int place) {
        return zeros[place];
    }
}
