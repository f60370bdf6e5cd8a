package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Stencil;
import io.archmeter.exec.matrix.Strider;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.Epilogue;
import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;

/**
 * One run of a convolution over one or two axes whose groups have one input channel each. With nothing to sum over but the taps, packed
 * panels would hold each element for hardly any multiply-adds; so a stencil is moved over each channel.
 */
final class DepthwiseRun {
    /** Multiply-adds of a task, about, if it has more than one channel. */
    private static final long WORTH_A_TASK = 1 << 16;

    /** Axes over which there is a run. */
    static final int MOST_AXES = 2;

    private final KernelCall call;
    private final float[] kernel;
    private final float[] bias;
    private final Tensor x;
    private final Tensor y;
    private final Epilogue epilogue;
    private final PhasedAxis down;
    private final PhasedAxis across;
    private final Strider strider;
    private final PhasedPlane plane;
    private final Stencil[] stencils;
    private final float[][] planes;
    private final float[][] sums;

    /**
     * @param kernel [channels][taps]
     * @param bias of each output channel; empty where there is none
     */
    DepthwiseRun(KernelCall call, Windows windows, int channels, float[] kernel, float[] bias, Tiling tiling) {
        this.call = call;
        this.kernel = kernel;
        this.bias = bias;
        this.x = call.input();
        this.y = call.output(windows.output(x.batch(), channels));
        this.epilogue = call.epilogue();
        this.down = windows.axes() == 1 ? PhasedAxis.ofOne() : PhasedAxis.apart(windows, 0);
        this.across = PhasedAxis.wholeIfNear(windows, windows.axes() - 1);
        this.strider = tiling.strider();
        this.plane = new PhasedPlane(down, across, strider);
        this.stencils = new Stencil[call.workers().threads()];
        this.planes = new float[stencils.length][];
        this.sums = new float[stencils.length][];
        for (int thread = 0; thread < stencils.length; thread++) {
            stencils[thread] = tiling.stencil(call::workspace);
            planes[thread] = call.workspace(plane.elements());
            plane.clear(planes[thread]);
            sums[thread] = call.workspace(plane.places(plane.band()) + Stencil.SLACK);
        }
    }

    void run() {
        int all = y.batch() * y.channels();
        long work = (long) y.positions() * taps();
        int together = (int) Math.max(1, Math.min(all, WORTH_A_TASK / Math.max(1, work)));
        call.workers().forEach(EvenSplit.parts(all, together), all * work, (task, thread) -> {
            int end = Math.min(all, (task + 1) * together);
            for (int number = task * together; number < end; number++) {
                run(number, thread);
            }
            long onInput = (end - task * together) * down.onInput() * across.onInput();
            call.count(onInput, (end - task * together) * work - onInput);
        });
    }

    private int taps() {
        return down.taps() * across.taps();
    }

    private void run(int number, int thread) {
        int channel = number % y.channels();
        int share = y.channels() / x.channels();
        int from = x.offset() + (number / y.channels() * x.channels() + channel / share) * x.positions();
        int to = y.offset() + number * y.positions();
        float first = bias.length == 0 ? 0 : bias[channel];
        for (int row = 0; row < down.windows(); row += plane.band()) {
            int rows = Math.min(plane.band(), down.windows() - row);
            plane.fill(x.data(), from, row, rows, planes[thread]);
            int places = plane.places(rows);
            stencils[thread].apply(
                    planes[thread], plane.offsets(), kernel, channel * taps(), first, sums[thread], places);
            finish(sums[thread], rows, to + row * across.windows());
        }
        epilogue.finish(y.data(), to, to + y.positions());
    }

    /** Keeps what belongs to a window of the sums of some rows. */
    private void finish(float[] places, int rows, int to) {
        int columns = across.windows();
        for (int row = 0; row < rows; row++) {
            if (across.apart() == 1) {
                System.arraycopy(places, row * plane.pitch(), y.data(), to + row * columns, columns);
            } else {
                strider.copy(places, row * plane.pitch(), across.apart(), y.data(), to + row * columns, columns);
            }
        }
    }
}
