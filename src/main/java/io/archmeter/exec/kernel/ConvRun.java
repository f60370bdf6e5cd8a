package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.Block;
import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.matrix.Tiling;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a convolution as a matrix product for each sample and group. A task computes a block of the output slice by slice of its
 * sums: it packs what lies under the block's windows, and multiplies the weights with it.
 */
final class ConvRun {
    /** Tasks for each thread that make it small what one has more than another. */
    private static final int ENOUGH = 8;

    private final Call call;
    private final ConvWeights weights;
    private final Lanes lanes;
    private final Tensor x;
    private final Tensor y;
    private final Desk[] desks;

    /** A block of the output: some windows of a sample, and the output channels of some panels of weights. */
    private record Part(int sample, int group, int window, int windows, int panel, int endPanel) {}

    ConvRun(Call call, Windows windows, ConvWeights weights, Lanes lanes, Tiling tiling) {
        this.call = call;
        this.weights = weights;
        this.lanes = lanes;
        this.x = call.input();
        this.y = call.output(windows.output(x.batch(), (long) weights.groups() * weights.channels()));
        this.desks = new Desk[call.workers().threads()];
        int capacity = lanes.windows(y.positions());
        for (int thread = 0; thread < desks.length; thread++) {
            desks[thread] = new Desk(
                    new WindowPanel(lanes.windows(weights.rows(), call::workspace), new Footprint(windows, capacity)),
                    tiling.tile(call::workspace),
                    lanes.sums(call::workspace));
        }
    }

    void run() {
        List<Part> parts = parts();
        call.workers().forEach(parts.size(), (task, thread) -> run(parts.get(task), desks[thread]));
    }

    private List<Part> parts() {
        int together = lanes.windows(y.positions());
        int blocks = x.batch() * weights.groups() * Even.parts(y.positions(), together);
        int panels = panels(blocks);
        List<Part> parts = new ArrayList<>();
        for (int sample = 0; sample < x.batch(); sample++) {
            for (int group = 0; group < weights.groups(); group++) {
                for (int window = 0; window < y.positions(); window += together) {
                    int windows = Math.min(together, y.positions() - window);
                    for (int panel = 0; panel < weights.panels(); panel += panels) {
                        int end = Math.min(panel + panels, weights.panels());
                        parts.add(new Part(sample, group, window, windows, panel, end));
                    }
                }
            }
        }
        return parts;
    }

    /** Panels of weights for a task: as many as it can take, if that leaves the threads about as much to do each. */
    private int panels(int blocks) {
        int threads = call.workers().threads();
        int cuts = blocks < ENOUGH * threads ? threads / greatestCommonDivisor(threads, blocks) : 1;
        int most = Math.max(1, lanes.taskChannels() / lanes.channels(weights.channels()));
        return Math.min(Even.parts(weights.panels(), cuts), Even.size(weights.panels(), most));
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private void run(Part part, Desk desk) {
        desk.windows().place(part.window, part.windows);
        int from = x.offset() + (part.sample * x.channels() + part.group * weights.depth()) * x.positions();
        long all = 0;
        long padded = 0;
        for (int s = 0; s < weights.slices().size(); s++) {
            Slice slice = weights.slices().get(s);
            long onPadding = desk.windows().pack(x, from, slice);
            for (int i = part.panel; i < part.endPanel; i++) {
                Panel panel = weights.panel(s, part.group, i);
                int channel = weights.first(i) - weights.first(part.panel);
                long elements = lanes.multiply(panel, desk, slice.rows(), block(part, i), channel, !slice.first());
                all += elements * slice.depth();
                padded += weights.count(i) * onPadding;
            }
        }
        for (int i = part.panel; i < part.endPanel; i++) {
            lanes.finish(desk, block(part, i), weights.first(i) - weights.first(part.panel));
        }
        call.count(all - padded, padded);
    }

    /** Where the sums of a panel's channels belong. */
    private Block block(Part part, int panel) {
        int channel = part.sample * y.channels() + part.group * weights.channels() + weights.first(panel);
        int offset = y.offset() + channel * y.positions() + part.window;
        return new Block(y.data(), offset, y.positions(), weights.count(panel), part.windows);
    }
}
