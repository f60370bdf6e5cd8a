package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;

/** Products of matrices of whole numbers of few bits, without their zero points. */
final class QuantizedProducts {
    private QuantizedProducts() {}

    /** {@code MatMulInteger}. */
    static void integers(OnnxCall call) {
        Matrices.put(call, Matrices.product(call, rows(call, 0, 2), columns(call, 1, 3)), 1);
    }

    /** {@code QLinearMatMul}: rounded to the output's scale and zero point. */
    static void rounded(OnnxCall call) {
        Tensor product = Matrices.product(call, rows(call, 0, 2), columns(call, 3, 5));
        float[] scaleA = call.elements(1);
        float[] scaleB = call.elements(4);
        double scale = call.number(6, 1);
        double zero = call.number(7, 0);
        QuantizedNumbers.Range range = QuantizedNumbers.Range.of(call.outputType(0));
        int columns = product.extent(product.rank() - 1);
        int rows = product.extent(product.rank() - 2);
        Tensor y = call.output(product.shape());
        for (int i = 0; i < y.elements(); i++) {
            double a = scaleA[scaleA.length == 1 ? 0 : i / columns % rows];
            double b = scaleB[scaleB.length == 1 ? 0 : i % columns];
            y.data()[y.offset() + i] = range.rounded(product.data()[i] * a * b, scale, zero);
        }
    }

    /** {@code QGemm}: with a bias of whole numbers, and rounded where the output has a scale. */
    static void general(OnnxCall call) {
        Tensor a = rows(call, 0, 2);
        Tensor b = call.settings().flag("transB", false) ? Matrices.onItsSide(rows(call, 3, 5)) : columns(call, 3, 5);
        Tensor product = Matrices.product(call, call.settings().flag("transA", false) ? Matrices.onItsSide(a) : a, b);
        double alpha = call.settings().real("alpha", 1) * call.number(1, 1);
        float[] scales = call.elements(4);
        float[] biases = call.has(6) ? call.elements(6) : new float[1];
        double unit = call.number(7, 1);
        double zero = call.number(8, 0);
        QuantizedNumbers.Range range = QuantizedNumbers.Range.of(call.outputType(0));
        Tensor y = call.output(product.shape());
        for (int i = 0; i < y.elements(); i++) {
            double scale = alpha * scales[scales.length == 1 ? 0 : i % product.extent(1)];
            double real = scale * (product.data()[i] + biases[i % biases.length]);
            y.data()[y.offset() + i] = call.has(7) ? range.rounded(real, unit, zero) : (float) real;
        }
    }

    /** {@code MatMulIntegerToFloat}: scaled back, with a bias. */
    static void scaled(OnnxCall call) {
        Tensor product = Matrices.product(call, rows(call, 0, 4), columns(call, 1, 5));
        put(call, product, call.number(2, 1), 3, 6);
    }

    /** {@code DynamicQuantizeMatMul}: the first matrix is quantized by its own elements. */
    static void dynamic(OnnxCall call) {
        QuantizedNumbers.Dynamic a = QuantizedNumbers.Dynamic.of(call.input(0));
        for (int i = 0; i < a.elements().length; i++) {
            a.elements()[i] -= a.zero();
        }
        Tensor product = Matrices.product(call, new Tensor(a.elements(), 0, call.shape(0)), columns(call, 1, 3));
        put(call, product, a.scale(), 2, 4);
    }

    private static void put(OnnxCall call, Tensor product, double scaleA, int scale, int bias) {
        float[] scales = call.elements(scale);
        float[] biases = call.has(bias) ? call.elements(bias) : new float[1];
        int columns = product.extent(product.rank() - 1);
        Tensor y = call.output(product.shape());
        for (int i = 0; i < y.elements(); i++) {
            double b = scales[scales.length == 1 ? 0 : i % columns];
            y.data()[y.offset() + i] =
                    (float) (product.data()[i] * scaleA * b + biases[biases.length == 1 ? 0 : i % columns]);
        }
    }

    /** {@code MatMulNBits}: the second matrix lies on its side in blocks of packed numbers, each with a scale. */
    static void packed(OnnxCall call) {
        int depth = (int) call.settings().whole("K", 1);
        int columns = (int) call.settings().whole("N", 1);
        int bits = (int) call.settings().whole("bits", 4);
        int block = (int) call.settings().whole("block_size", 32);
        int blocks = (depth + block - 1) / block;
        float[] bytes = call.elements(1);
        float[] scales = call.elements(2);
        int perByte = Byte.SIZE / bits;
        int zeroBytes = (blocks + perByte - 1) / perByte;
        float[] zeros = call.has(3) ? call.elements(3) : new float[0];
        Tensor b = new Tensor(new float[depth * columns], 0, Shape.of(depth, columns));
        for (int column = 0; column < columns; column++) {
            for (int k = 0; k < depth; k++) {
                int at = (column * blocks + k / block) * block + k % block;
                int zero = zeros.length == 0
                        ? 1 << bits - 1
                        : number(zeros, (column * zeroBytes) * perByte + k / block, bits);
                b.data()[k * columns + column] = (number(bytes, at, bits) - zero) * scales[column * blocks + k / block];
            }
        }
        Matrices.put(call, Matrices.product(call, call.input(0), b), 1);
    }

    private static int number(float[] bytes, int index, int bits) {
        int together = Byte.SIZE / bits;
        return (int) bytes[index / together] >>> index % together * bits & (1 << bits) - 1;
    }

    /** A first matrix without its zero points: one, or one for each row. */
    private static Tensor rows(OnnxCall call, int matrix, int zero) {
        Tensor whole = new Tensor(call.elements(matrix), 0, call.shape(matrix));
        float[] zeros = call.has(zero) ? call.elements(zero) : new float[1];
        int columns = whole.extent(whole.rank() - 1);
        for (int i = 0; i < whole.elements(); i++) {
            whole.data()[i] -= zeros[zeros.length == 1 ? 0 : i / columns % zeros.length];
        }
        return whole;
    }

    /** A second matrix without its zero points: one, or one for each column. */
    private static Tensor columns(OnnxCall call, int matrix, int zero) {
        Tensor whole = new Tensor(call.elements(matrix), 0, call.shape(matrix));
        float[] zeros = call.has(zero) ? call.elements(zero) : new float[1];
        for (int i = 0; i < whole.elements(); i++) {
            whole.data()[i] -= zeros[zeros.length == 1 ? 0 : i % zeros.length];
        }
        return whole;
    }
}
