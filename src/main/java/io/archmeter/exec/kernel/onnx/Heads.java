package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;

/**
 * Rows of some heads of some samples, each head's one after the other.
 *
 * @param width elements of a row
 */
record Heads(float[] elements, int batch, int heads, int rows, int width) {
    /** Of four axes, or of three where heads lie side by side in the last. */
    static Heads of(Tensor tensor, int heads) {
        float[] elements = new float[tensor.elements()];
        if (tensor.rank() == 4) {
            System.arraycopy(tensor.data(), tensor.offset(), elements, 0, elements.length);
            return new Heads(elements, tensor.extent(0), heads, tensor.extent(2), tensor.extent(3));
        }
        int rows = tensor.extent(1);
        int width = tensor.extent(2) / heads;
        for (int i = 0; i < elements.length; i++) {
            int column = i % (width * heads);
            int row = i / (width * heads);
            int to = ((row / rows * heads + column / width) * rows + row % rows) * width + column % width;
            elements[to] = tensor.data()[tensor.offset() + i];
        }
        return new Heads(elements, tensor.extent(0), heads, rows, width);
    }

    /** The rows of an input, if it is there, and these behind them. */
    Heads after(OnnxCall call, int input) {
        if (!call.has(input)) {
            return this;
        }
        Heads before = of(call.input(input), heads);
        int all = before.rows + rows;
        float[] joined = new float[batch * heads * all * width];
        for (int head = 0; head < batch * heads; head++) {
            int first = head * all * width;
            System.arraycopy(before.elements, head * before.rows * width, joined, first, before.rows * width);
            System.arraycopy(elements, head * rows * width, joined, first + before.rows * width, rows * width);
        }
        return new Heads(joined, batch, heads, all, width);
    }
}
