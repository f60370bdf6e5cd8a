package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.tensor.Epilogue;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.PerThread;
import io.archmeter.exec.tensor.Tensor;
import java.util.Arrays;

/**
 * One run of a convolution whose groups have one input channel each. With nothing to sum over but the taps, packed panels would hold
 * each element for hardly any multiply-adds; so rows of the input are added to rows of the output, tap by tap.
 */
final class DepthwiseRun {
    private final KernelCall call;
    private final Windows windows;
    private final float[] kernel;
    private final float[] bias;
    private final Tensor x;
    private final Tensor y;
    private final Epilogue epilogue;
    private final int last;
    private final int columns;
    private final int[] first;
    private final int[] end;

    /**
     * @param kernel [channels][taps]
     * @param bias of each output channel; empty where there is none
     */
    DepthwiseRun(KernelCall call, Windows windows, int channels, float[] kernel, float[] bias) {
        this.call = call;
        this.windows = windows;
        this.kernel = kernel;
        this.bias = bias;
        this.x = call.input();
        this.y = call.output(windows.output(x.batch(), channels));
        this.epilogue = call.epilogue();
        this.last = windows.axes() - 1;
        this.columns = windows.windows(last);
        this.first = new int[windows.taps(last)];
        this.end = new int[first.length];
        for (int tap = 0; tap < first.length; tap++) {
            while (first[tap] < columns && windows.position(last, first[tap], tap) < 0) {
                first[tap]++;
            }
            end[tap] = first[tap];
            while (end[tap] < columns && windows.position(last, end[tap], tap) < windows.extent(last)) {
                end[tap]++;
            }
        }
    }

    void run() {
        PerThread.forEach(call, y.batch() * y.channels(), 2, columns, (plane, rows) -> plane(plane, rows[0], rows[1]));
    }

    private void plane(int plane, float[] sums, float[] taps) {
        int channel = plane % y.channels();
        int share = y.channels() / x.channels();
        int from = x.offset() + (plane / y.channels() * x.channels() + channel / share) * x.positions();
        int to = y.offset() + plane * y.positions();
        int rowTaps = windows.taps() / first.length;
        long executed = 0;
        long all = 0;
        for (int row = 0; row < y.positions() / columns; row++) {
            Arrays.fill(sums, 0, columns, bias.length > 0 ? bias[channel] : 0);
            for (int rowTap = 0; rowTap < rowTaps; rowTap++) {
                long inputRow = inputRow(row, rowTap);
                for (int tap = 0; tap < first.length; tap++) {
                    all += columns;
                    if (inputRow >= 0) {
                        float weight = kernel[(channel * rowTaps + rowTap) * first.length + tap];
                        executed += add(weight, tap, from + (int) inputRow * windows.extent(last), taps, sums);
                    }
                }
            }
            System.arraycopy(sums, 0, y.data(), to + row * columns, columns);
        }
        epilogue.finish(y.data(), to, to + y.positions());
        call.count(executed, all - executed);
    }

    /** The row of the input on which a row of taps falls; negative where it falls on padding. */
    private long inputRow(int row, int rowTap) {
        long inputRow = 0;
        long scale = 1;
        int window = row;
        int tap = rowTap;
        for (int axis = last - 1; axis >= 0; axis--) {
            long position = windows.position(axis, window % windows.windows(axis), tap % windows.taps(axis));
            if (position < 0 || position >= windows.extent(axis)) {
                return -1;
            }
            inputRow += position * scale;
            scale *= windows.extent(axis);
            window /= windows.windows(axis);
            tap /= windows.taps(axis);
        }
        return inputRow;
    }

    /** Adds what a tap meets along a row; the JIT makes vectors of loops whose arrays have the same index, hence the copy. */
    private int add(float weight, int tap, int row, float[] taps, float[] sums) {
        int begin = first[tap];
        int behind = end[tap];
        if (begin == behind) {
            return 0;
        }
        int at = row + (int) windows.position(last, begin, tap);
        if (windows.stride(last) == 1) {
            System.arraycopy(x.data(), at, taps, begin, behind - begin);
        } else {
            for (int window = begin; window < behind; window++) {
                taps[window] = x.data()[at + (window - begin) * windows.stride(last)];
            }
        }
        for (int window = begin; window < behind; window++) {
            sums[window] = Math.fma(weight, taps[window], sums[window]);
        }
        return behind - begin;
    }
}
