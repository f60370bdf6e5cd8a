package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Operators of ONNX Runtime between quantized tensors: computed in real numbers, and rounded to the scale and zero point of the output. Behind
 * a tensor among the inputs stand its scale and zero point.
 */
final class QuantizedElements {
    private QuantizedElements() {}

    /** {@code QLinearAdd}. */
    static void sum(OnnxCall call) {
        put(call, Joins.joined(List.of(real(call, 0), real(call, 3)), pair -> pair[0] + pair[1]), 6);
    }

    /** {@code QLinearMul}. */
    static void product(OnnxCall call) {
        put(call, Joins.joined(List.of(real(call, 0), real(call, 3)), pair -> pair[0] * pair[1]), 6);
    }

    /** {@code QLinearWhere}. */
    static void where(OnnxCall call) {
        List<Tensor> inputs = List.of(call.input(0), real(call, 1), real(call, 4));
        put(call, Joins.joined(inputs, elements -> elements[0] != 0 ? elements[1] : elements[2]), 7);
    }

    /** {@code QLinearConcat}, whose output's scale and zero point come first. */
    static void concat(OnnxCall call) {
        List<Tensor> parts = new ArrayList<>();
        for (int input = 2; input + 2 < call.inputs(); input += 3) {
            parts.add(real(call, input));
        }
        put(call, Arrangements.joined(parts, call.settings().whole("axis", 0)), 0);
    }

    static void sigmoid(OnnxCall call) {
        each(call, Functions::sigmoid);
    }

    static void leakyRelu(OnnxCall call) {
        each(call, Functions.leakyRelu(call.settings().real("alpha", 0.01)));
    }

    private static void each(OnnxCall call, DoubleUnaryOperator function) {
        Tensor x = real(call, 0);
        for (int i = 0; i < x.elements(); i++) {
            x.data()[i] = (float) function.applyAsDouble(x.data()[i]);
        }
        put(call, x, 3, call.outputInPlace(x.shape()));
    }

    /** {@code QLinearSoftmax}; the version of the operator that it stands for is an attribute. */
    static void softmax(OnnxCall call) {
        Tensor x = real(call, 0);
        long version = call.settings().whole("opset", 13);
        Softmaxes.run(x, x, Softmaxes.runs(call, x, version), false);
        put(call, x, 3, call.outputInPlace(x.shape()));
    }

    static void mean(OnnxCall call) {
        Tensor x = real(call, 0);
        boolean last = isLast(call);
        Tensor mean = Pools.mean(call, last ? channelsFirst(x) : x);
        put(call, last ? channelsLast(mean) : mean, 3);
    }

    static void globalMean(OnnxCall call) {
        Tensor x = real(call, 0);
        boolean last = isLast(call);
        Tensor mean = Pools.globalMean(last ? channelsFirst(x) : x);
        put(call, last ? channelsLast(mean) : mean, 3);
    }

    private static boolean isLast(OnnxCall call) {
        return call.settings().flag("channels_last", false);
    }

    private static Tensor channelsFirst(Tensor x) {
        int[] axes = new int[x.rank()];
        for (int axis = 1; axis < axes.length; axis++) {
            axes[axis] = axis == 1 ? axes.length - 1 : axis - 1;
        }
        return Arrangements.turned(x, axes);
    }

    private static Tensor channelsLast(Tensor x) {
        int[] axes = new int[x.rank()];
        for (int axis = 1; axis < axes.length; axis++) {
            axes[axis] = axis == axes.length - 1 ? 1 : axis + 1;
        }
        return Arrangements.turned(x, axes);
    }

    /** A quantized input as real numbers. */
    static Tensor real(OnnxCall call, int input) {
        float[] elements = call.elements(input);
        double scale = call.number(input + 1, 1);
        double zero = call.number(input + 2, 0);
        for (int i = 0; i < elements.length; i++) {
            elements[i] = (float) ((elements[i] - zero) * scale);
        }
        return new Tensor(elements, 0, call.shape(input));
    }

    /** @param scale the input that is the output's scale; its zero point is the next one */
    private static void put(OnnxCall call, Tensor real, int scale) {
        put(call, real, scale, call.output(real.shape()));
    }

    private static void put(OnnxCall call, Tensor real, int scale, Tensor y) {
        double unit = call.number(scale, 1);
        double zero = call.number(scale + 1, 0);
        QuantizedNumbers.Range range = QuantizedNumbers.Range.of(call.outputType(0));
        for (int i = 0; i < y.elements(); i++) {
            y.data()[y.offset() + i] = range.rounded(real.data()[real.offset() + i], unit, zero);
        }
    }
}
