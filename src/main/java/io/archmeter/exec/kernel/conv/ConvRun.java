package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Block;
import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.Epilogue;
import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a convolution as a matrix product for each sample and group. A task computes a block of the output slice by slice of its
 * sums: it packs what lies under the block's windows, and multiplies the weights with it. An element is summed in one order, whoever
 * does it. The workspace of a thread is a panel of windows, and sums where these come out transposed: less than a MiB, whatever the
 * size of the layer.
 */
final class ConvRun {
    /** Tasks for each thread: enough that no thread has much more work than another. */
    private static final int ENOUGH = 8;

    private final KernelCall call;
    private final ConvWeights weights;
    private final Lanes lanes;
    private final Tensor x;
    private final Tensor y;
    private final Epilogue epilogue;
    private final ThreadBuffers[] desks;

    /** A block of the output: some windows of a sample, and of some groups the output channels of some panels of weights. */
    private record Part(int sample, int group, int endGroup, int window, int windows, int panel, int endPanel) {}

    ConvRun(KernelCall call, Windows windows, ConvWeights weights, Lanes lanes, Tiling tiling) {
        this.call = call;
        this.weights = weights;
        this.lanes = lanes;
        this.x = call.input();
        this.y = call.output(windows.output(x.batch(), (long) weights.groups() * weights.channels()));
        this.epilogue = call.epilogue();
        this.desks = new ThreadBuffers[call.workers().threads()];
        int capacity = lanes.windows(y.positions());
        for (int thread = 0; thread < desks.length; thread++) {
            desks[thread] = new ThreadBuffers(
                    new WindowPanel(
                            lanes.windows(groups() * weights.rows(), call::workspace),
                            new Footprint(windows, capacity)),
                    tiling.tile(call::workspace),
                    lanes.sums(call::workspace));
        }
    }

    void run() {
        List<Part> parts = parts();
        call.workers().forEach(parts.size(), multiplyAdds(), (task, thread) -> run(parts.get(task), desks[thread]));
    }

    private long multiplyAdds() {
        long ofOneElement = 0;
        for (Slice slice : weights.slices()) {
            ofOneElement += slice.depth();
        }
        return ofOneElement * y.elements();
    }

    private List<Part> parts() {
        int together = lanes.windows(y.positions());
        int groups = groups();
        int blocks = x.batch() * EvenSplit.parts(weights.groups(), groups) * EvenSplit.parts(y.positions(), together);
        int panels = panels(blocks);
        List<Part> parts = new ArrayList<>();
        for (int sample = 0; sample < x.batch(); sample++) {
            for (int group = 0; group < weights.groups(); group += groups) {
                int endGroup = Math.min(group + groups, weights.groups());
                for (int window = 0; window < y.positions(); window += together) {
                    int windows = Math.min(together, y.positions() - window);
                    for (int panel = 0; panel < weights.panels(); panel += panels) {
                        int end = Math.min(panel + panels, weights.panels());
                        parts.add(new Part(sample, group, endGroup, window, windows, panel, end));
                    }
                }
            }
        }
        return parts;
    }

    /** Groups that are packed together, because one alone would be too little to find out where its taps fall. */
    private int groups() {
        return EvenSplit.size(weights.groups(), Math.max(1, lanes.depth() / weights.rows()));
    }

    /** Panels of weights for a task: as many as it can take, if that leaves the threads about as much to do each. */
    private int panels(int blocks) {
        int threads = call.workers().threads();
        int cuts = blocks < ENOUGH * threads ? threads / greatestCommonDivisor(threads, blocks) : 1;
        int most = Math.max(1, lanes.taskChannels() / lanes.channels(weights.channels()));
        return Math.min(EvenSplit.parts(weights.panels(), cuts), EvenSplit.size(weights.panels(), most));
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private void run(Part part, ThreadBuffers desk) {
        desk.windows().place(part.window, part.windows);
        int from = x.offset() + (part.sample * x.channels() + part.group * weights.depth()) * x.positions();
        int groups = part.endGroup - part.group;
        for (int s = 0; s < weights.slices().size(); s++) {
            Slice slice = weights.slices().get(s);
            long onPadding = desk.windows().pack(x, from, weights.depth(), groups, slice);
            for (int group = 0; group < groups; group++) {
                multiply(part, group, s, desk, onPadding);
            }
        }
    }

    /** Multiplies the weights of a group, the first of the part being 0, with its packed slice. */
    private void multiply(Part part, int group, int s, ThreadBuffers desk, long onPadding) {
        Slice slice = weights.slices().get(s);
        Panel[] panels = weights.panels(s, part.group + group, part.panel, part.endPanel);
        Block block = block(part, part.group + group);
        long elements = lanes.multiply(
                panels, weights.width(), desk, group * slice.rows(), slice.rows(), block, !slice.first());
        long padded = block.rows() * onPadding;
        call.count(elements * slice.depth() - padded, padded);
        if (s == weights.slices().size() - 1) {
            lanes.finish(desk, block);
            epilogue.finish(block.data(), block.offset(), block.rows(), block.columns(), block.stride());
        }
    }

    /** Where the sums of the part's channels of a group belong. */
    private Block block(Part part, int group) {
        int first = weights.first(part.panel);
        int end = weights.first(part.endPanel - 1) + weights.count(part.endPanel - 1);
        int channel = part.sample * y.channels() + group * weights.channels() + first;
        int offset = y.offset() + channel * y.positions() + part.window;
        return new Block(y.data(), offset, y.positions(), end - first, part.windows);
    }
}
