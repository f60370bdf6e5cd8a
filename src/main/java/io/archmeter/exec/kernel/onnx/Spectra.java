package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;

/** Fourier transforms by their definition, with real and imaginary parts on the last axis; and the windows before them. */
final class Spectra {
    private static final int AXIS_AS_INPUT = 20;

    private Spectra() {}

    /** {@code DFT}, forth or back, of a signal that is cut or filled with zeros. */
    static void transform(OnnxCall call) {
        Tensor x = call.input(0);
        boolean late = call.version() >= AXIS_AS_INPUT;
        long written = late ? (long) call.number(2, -2) : call.settings().whole("axis", 1);
        int axis = Positions.axis(written, x.rank());
        boolean half = call.settings().flag("onesided", false);
        boolean back = call.settings().flag("inverse", false);
        boolean unfolded = half && back;
        int given = x.extent(axis);
        int length = (int) call.number(1, unfolded ? 2 * (given - 1) : given);
        int bins = half && !back ? length / 2 + 1 : length;
        Shape shape = x.shape().with(axis, (long) bins).with(x.rank() - 1, unfolded ? 1L : 2L);
        Tensor y = call.output(shape);
        AxisRuns from = AxisRuns.of(x, axis);
        int parts = x.extent(x.rank() - 1);
        int places = from.after() / parts;
        int made = unfolded ? 1 : 2;
        double[][] turn = turn(length, back);
        for (int row = 0; row < from.before() * places; row++) {
            int outer = row / places;
            int inner = row % places;
            int begin = x.offset() + outer * given * from.after() + inner * parts;
            double[][] signal = signal(x.data(), begin, from.after(), parts, given, length, unfolded);
            for (int bin = 0; bin < bins; bin++) {
                double[] sum = sum(signal, bin, turn);
                int to = y.offset() + ((outer * bins + bin) * places + inner) * made;
                for (int part = 0; part < made; part++) {
                    y.data()[to + part] = (float) (back ? sum[part] / length : sum[part]);
                }
            }
        }
    }

    /** @param mirrored whether the second half mirrors the first, and is not there */
    private static double[][] signal(
            float[] data, int begin, int step, int parts, int given, int length, boolean mirrored) {
        double[][] signal = new double[2][length];
        for (int i = 0; i < length; i++) {
            boolean behind = mirrored && i > length / 2;
            int at = behind ? length - i : i;
            if (at < given) {
                signal[0][i] = data[begin + at * step];
                double imaginary = parts == 1 ? 0 : data[begin + at * step + 1];
                signal[1][i] = behind ? -imaginary : imaginary;
            }
        }
        return signal;
    }

    /** Cosines and sines of the angles that there are: a turn in as many parts as there are elements. */
    private static double[][] turn(int length, boolean back) {
        double[][] turn = new double[2][length];
        for (int part = 0; part < length; part++) {
            double angle = (back ? 2 : -2) * Math.PI * part / length;
            turn[0][part] = Math.cos(angle);
            turn[1][part] = Math.sin(angle);
        }
        return turn;
    }

    private static double[] sum(double[][] signal, int bin, double[][] turn) {
        int length = signal[0].length;
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < length; i++) {
            int part = (int) ((long) bin * i % length);
            real += signal[0][i] * turn[0][part] - signal[1][i] * turn[1][part];
            imaginary += signal[0][i] * turn[1][part] + signal[1][i] * turn[0][part];
        }
        return new double[] {real, imaginary};
    }

    /** {@code STFT}: N×T×(1 or 2) to N×frames×frequencies×2. */
    static void frames(OnnxCall call) {
        Tensor x = call.input(0);
        int step = (int) call.number(1, 1);
        float[] window = call.has(2) ? call.elements(2) : new float[0];
        int length = (int) call.number(3, window.length == 0 ? x.extent(1) : window.length);
        int bins = call.settings().flag("onesided", true) ? length / 2 + 1 : length;
        int frames = (x.extent(1) - length) / step + 1;
        int parts = x.rank() == 2 ? 1 : x.extent(2);
        Tensor y = call.output(Shape.of(x.extent(0), frames, bins, 2));
        double[][] turn = turn(length, false);
        for (int row = 0; row < x.extent(0) * frames; row++) {
            int begin = x.offset() + (row / frames * x.extent(1) + row % frames * step) * parts;
            double[][] signal = signal(x.data(), begin, parts, parts, length, length, false);
            for (int i = 0; i < window.length; i++) {
                signal[0][i] *= window[i];
                signal[1][i] *= window[i];
            }
            for (int bin = 0; bin < bins; bin++) {
                double[] sum = sum(signal, bin, turn);
                y.data()[y.offset() + (row * bins + bin) * 2] = (float) sum[0];
                y.data()[y.offset() + (row * bins + bin) * 2 + 1] = (float) sum[1];
            }
        }
    }

    static void hann(OnnxCall call) {
        window(call, 0.5, 0.5, 0);
    }

    static void hamming(OnnxCall call) {
        window(call, 25.0 / 46, 21.0 / 46, 0);
    }

    static void blackman(OnnxCall call) {
        window(call, 0.42, 0.5, 0.08);
    }

    /** A constant and cosines, whose period is the window or, where it is to be symmetric, one sample less. */
    private static void window(OnnxCall call, double constant, double once, double twice) {
        int size = (int) call.number(0, 0);
        int period = call.settings().flag("periodic", true) ? size : size - 1;
        Tensor y = call.output(Shape.of(size));
        for (int i = 0; i < size; i++) {
            double angle = 2 * Math.PI * i / period;
            y.data()[y.offset() + i] = (float) (constant - once * Math.cos(angle) + twice * Math.cos(2 * angle));
        }
    }
}
