package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;

/** Between real numbers and whole ones of few bits: x ≈ (q − zero point) · scale. */
final class QuantizedNumbers {
    private QuantizedNumbers() {}

    static void quantize(OnnxCall call) {
        Tensor x = call.input(0);
        Scales scales = Scales.of(call, x.shape(), 1, 2);
        Range range = Range.of(call.outputType(0));
        Tensor y = call.output(x.shape());
        Positions.each(Positions.extents(x.shape()), (position, number) -> {
            int place = scales.place(position);
            y.data()[y.offset() + number] =
                    range.rounded(x.data()[x.offset() + number], scales.scale(place), scales.zero(place));
        });
    }

    static void dequantize(OnnxCall call) {
        Tensor x = call.input(0);
        Scales scales = Scales.of(call, x.shape(), 1, 2);
        Tensor y = call.output(x.shape());
        Positions.each(Positions.extents(x.shape()), (position, number) -> {
            int place = scales.place(position);
            y.data()[y.offset() + number] =
                    (float) ((x.data()[x.offset() + number] - scales.zero(place)) * scales.scale(place));
        });
    }

    /** {@code DynamicQuantizeLinear}: to 0 … 255, so that 0 and all elements are among them. */
    static void dynamic(OnnxCall call) {
        Dynamic all = Dynamic.of(call.input(0));
        Tensor y = call.output(0, call.shape(0));
        System.arraycopy(all.elements, 0, y.data(), y.offset(), all.elements.length);
        Tensor scale = call.output(1, Shape.of());
        scale.data()[scale.offset()] = all.scale;
        Tensor zero = call.output(2, Shape.of());
        zero.data()[zero.offset()] = all.zero;
    }

    /** A tensor that was quantized by its own elements. */
    record Dynamic(float[] elements, float scale, float zero) {
        static Dynamic of(Tensor x) {
            float least = 0;
            float most = 0;
            int end = x.end();
            for (int i = x.offset(); i < end; i++) {
                least = Math.min(least, x.data()[i]);
                most = Math.max(most, x.data()[i]);
            }
            Range range = Range.of(DType.UINT8);
            float scale = most == least ? 1 : (most - least) / 255;
            float zero = (float) range.within(Math.rint(-least / scale));
            float[] elements = new float[x.elements()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = (float) range.within(Math.rint(x.data()[x.offset() + i] / scale) + zero);
            }
            return new Dynamic(elements, scale, zero);
        }
    }

    /** The whole numbers that a type has. */
    record Range(double least, double most) {
        static Range of(DType type) {
            double half = Math.pow(2, type.bits() - 1);
            return switch (type) {
                case UINT8, UINT16, UINT4, UINT2 -> new Range(0, 2 * half - 1);
                case INT8, INT16, INT4, INT2, INT32 -> new Range(-half, half - 1);
                default -> new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            };
        }

        /** A real number, rounded by a scale and a zero point. */
        float rounded(double real, double scale, double zero) {
            return (float) within(Math.rint((float) (real / scale)) + zero);
        }

        double within(double number) {
            return Math.max(least, Math.min(most, number));
        }
    }
}
