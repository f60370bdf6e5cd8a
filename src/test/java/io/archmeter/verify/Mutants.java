package io.archmeter.verify;

import java.util.List;

/** Bugs in the rules of operators: the one list of them. */
final class Mutants {

    static final List<Mutant> ALL = List.of(
            // How many windows fit
            bug("Axis", "Formula.floor(dividend, stride)", "Formula.ceil(dividend, stride)", "rounds up"),
            bug("Axis", "Formula.floor(dividend, stride)", "Formula.floor(dividend, 1)", "forgets the stride"),
            bug("Axis", "Formula.floor(dividend, stride)", "Formula.floor(dividend, stride + 1L)", "a stride too long"),
            bug(
                    "Axis",
                    "Formula.sum(Formula.floor(dividend, stride), Formula.ONE)",
                    "Formula.floor(dividend, stride)",
                    "forgets the first window"),
            bug("Axis", "dilation == 1 ? Formula.of(kernel)", "dilation > 0 ? Formula.of(kernel)", "forgets dilation"),
            bug("Axis", "kernel - 1L)", "kernel)", "dilates behind the last tap"),
            bug("Axis", "(kernel - 1) + 1;", "kernel + 1;", "takes a window that fits exactly for too large"),
            bug("Axis", "padBegin > 0 || padEnd > 0", "padBegin > 0", "overlooks padding at the end alone"),
            bug("Axis", "Formula.product(2, padBegin)", "Formula.of(padBegin)", "pads one side"),
            bug(
                    "Axis",
                    "Formula.of(padBegin), Formula.of(padEnd)",
                    "Formula.of(padBegin), Formula.of(padBegin)",
                    "pads the end like the begin"),
            bug(
                    "Axis",
                    "Formula.of(padBegin), Formula.of(padEnd)",
                    "Formula.of(padEnd), Formula.of(padEnd)",
                    "pads the begin like the end"),
            // The last window of a pool
            bug("Axis", "Formula.ceil(dividend, stride)", "Formula.floor(dividend, stride)", "ceil_mode rounds down"),
            bug("Axis", "rounding == Rounding.CEIL || anyPadding", "rounding == Rounding.CEIL", "Caffe never clips"),
            bug("Axis", "rounding == Rounding.CEIL || anyPadding", "true", "Caffe always clips"),
            bug("Axis", "rounding == Rounding.CEIL || anyPadding", "anyPadding", "PyTorch clips like Caffe"),
            bug("Axis", ">= extent + padBegin", "> extent + padBegin", "lets a window begin at the end"),
            bug("Axis", ">= extent + padBegin", ">= extent", "clips without looking at the padding"),
            bug("Axis", ">= extent + padBegin", ">= extent + padBegin + padEnd", "lets a window begin on padding"),
            bug(
                    "Axis",
                    "windows.value() - 1, (long) stride",
                    "windows.value(), (long) stride",
                    "looks a window too far"),
            bug("Window", "anyMatch(Axis::padded)", "allMatch(Axis::padded)", "Caffe looks at the padding of all axes"),
            // Taps on the input
            bug("Axis", "tap * dilation - padBegin", "tap - padBegin", "taps that are not dilated"),
            bug(
                    "Axis",
                    "tap * dilation - padBegin",
                    "tap * dilation - padEnd",
                    "taps shifted by the padding at the end"),
            bug("Axis", "(-shift + stride - 1) / stride", "-shift / stride", "a window less before the input"),
            bug("Axis", "(room - 1) / stride + 1", "room / stride + 1", "a window more on the input"),
            bug("Axis", "before + behind", "before", "overlooks taps behind the input"),
            bug("Axis", "before + behind", "behind", "overlooks taps before the input"),
            bug("Axis", "tap < kernel && padded()", "tap < kernel - 1 && padded()", "overlooks the last tap"),
            // Axes
            bug(
                    "Window",
                    "axes.get(a).slide(input.spatial().get(a)",
                    "axes.get(a).slide(input.spatial().get(0)",
                    "square inputs"),
            bug(
                    "Window",
                    "axes.get(a).slide(",
                    "axes.get(axes.size() - 1 - a).slide(",
                    "height and width of the window swapped"),
            bug("Window", "Formula.of(axis.kernel())", "Formula.of(axes.get(0).kernel())", "square windows"),
            bug("Window", "output.spatial().get(a)", "output.spatial().get(0)", "taps on the input of square outputs"),
            bug(
                    "Extents",
                    "extents.add(Formula.of(extent));",
                    "extents.add(0, Formula.of(extent));",
                    "axes the other way round"),
            // Convolutions
            bug(
                    "Conv",
                    "Formula.of(x.batch()), Formula.of(op.channels)",
                    "Formula.ONE, Formula.of(op.channels)",
                    "a batch of one"),
            bug(
                    "Conv",
                    "Formula.of(x.batch()), Formula.of(op.channels)",
                    "Formula.of(x.batch()), Formula.of(x.channels())",
                    "keeps the channels"),
            bug("Conv", "in.only().channels() / op.group)", "in.only().channels())", "weights without groups"),
            bug("Conv", "List.of(op.channels, in", "List.of(op.channels / op.group, in", "weights with groups twice"),
            bug(
                    "Conv",
                    "List.of(op.channels, in.only().channels() / op.group)",
                    "List.of(in.only().channels() / op.group, op.channels)",
                    "weights of a transposed convolution"),
            bug("Conv", "extents.add((long) axis.kernel())", "extents.add(axis.span())", "weights with dilation"),
            bug(
                    "Conv",
                    "extents.add((long) axis.kernel())",
                    "extents.add((long) op.window.axes().get(0).kernel())",
                    "weights of square windows"),
            bug("Conv", "return op.bias ?", "return !op.bias ?", "a bias the other way round"),
            bug(
                    "Conv",
                    "Weight.parameter(\"bias\", op.channels)",
                    "Weight.parameter(\"bias\", in.only().channels())",
                    "a bias for each channel of the input"),
            bug(
                    "Conv",
                    "Weight.parameter(\"bias\", op.channels)",
                    "Weight.parameter(\"b\", op.channels)",
                    "another name for the bias"),
            bug(
                    "Conv",
                    "Formula.of(x.channels() / op.group)",
                    "Formula.of(x.channels())",
                    "multiply-adds without groups"),
            bug("Conv", "Extents.same(out)", "Extents.same(x)", "multiply-adds for each element of the input"),
            bug("Conv", "all.add(depth);", "all.add(Formula.of(op.channels / op.group));", "the depth of the output"),
            bug(
                    "Conv",
                    "all.addAll(op.window.taps())",
                    "all.addAll(op.window.tapsOnInput(x, out))",
                    "taps for each window, twice"),
            bug(
                    "Conv",
                    "Formula.product(onInput)",
                    "Formula.product(all)",
                    "padding counts among the effective multiply-adds"),
            bug(
                    "Conv",
                    "Formula.of(out.batch()), Formula.of(op.channels), depth",
                    "Formula.of(op.channels), depth",
                    "effective multiply-adds of one sample"),
            bug("Conv", "Storage.OWN", "Storage.IN_PLACE", "convolves in place"),
            // Fully connected layers
            bug("Linear", "extents.set(x.rank() - 1,", "extents.set(1,", "features on the second axis"),
            bug("Linear", "op.features, features(in)", "features(in), op.features", "the matrix transposed"),
            bug(
                    "Linear",
                    "Weight.parameter(\"bias\", op.features)",
                    "Weight.parameter(\"bias\", features(in))",
                    "a bias for each input"),
            bug("Linear", "return op.bias ? List", "return true ? List", "always a bias"),
            bug(
                    "Linear",
                    "Formula.product(Formula.elements(out)",
                    "Formula.product(Formula.of(op.features)",
                    "multiply-adds of one vector"),
            bug("Linear", "x.extent(x.rank() - 1)", "x.extent(1)", "takes the second axis for the last"),
            bug("Linear", "Storage.OWN", "Storage.IN_PLACE", "multiplies in place"),
            // Normalizations
            bug(
                    "BatchNorm",
                    "long channels = in.only().channels()",
                    "long channels = in.only().extent(2)",
                    "normalizes the third axis"),
            bug("BatchNorm", "if (op.affine)", "if (true)", "always scales and shifts"),
            bug("BatchNorm", "if (op.runningStatistics)", "if (op.affine)", "keeps statistics where it scales"),
            bug("BatchNorm", "weights.add(Weight.buffer(\"num_batches_tracked\"));", "", "does not count batches"),
            bug(
                    "BatchNorm",
                    "Weight.buffer(\"num_batches_tracked\")",
                    "Weight.buffer(\"num_batches_tracked\", channels)",
                    "counts batches for each channel"),
            bug("BatchNorm", "Storage.IN_PLACE", "Storage.OWN", "needs memory"),
            bug(
                    "LocalResponseNorm",
                    "Storage.OWN",
                    "Storage.IN_PLACE",
                    "normalizes in place, while neighbours are needed"),
            bug("Softmax", "Storage.IN_PLACE", "Storage.VIEW", "computes nothing"),
            // Pools
            bug("MaxPool", "in.only(), op.rounding)", "in.only(), Rounding.FLOOR)", "leaves the rest out"),
            bug("AvgPool", "in.only(), op.rounding)", "in.only(), Rounding.FLOOR)", "leaves the rest out"),
            bug(
                    "Pooling",
                    "Formula.of(x.batch()), Formula.of(x.channels())",
                    "Formula.of(x.channels()), Formula.of(x.batch())",
                    "swaps batch and channels"),
            bug("MaxPool", "Storage.OWN", "Storage.IN_PLACE", "pools in place"),
            bug("GlobalAvgPool", "extents.add(Formula.ONE)", "extents.add(Formula.of(extent))", "keeps the positions"),
            bug(
                    "AdaptiveAvgPool",
                    "op.size.forEach(extent -> extents.add(",
                    "op.size.forEach(extent -> extents.add(2, ",
                    "swaps height and width"),
            bug(
                    "AdaptiveAvgPool",
                    "extents.add(Formula.of(extent))",
                    "extents.add(Formula.of(op.size.get(0)))",
                    "square outputs"),
            // What moves elements
            bug(
                    "ZeroPad",
                    "Formula.of(axis.padBegin()), Formula",
                    "Formula.of(axis.padEnd()), Formula",
                    "pads the begin like the end"),
            bug("ZeroPad", "Formula.of(axis.padEnd())", "Formula.ZERO", "pads the begin alone"),
            bug("ZeroPad", "Formula.of(x.spatial().get(a))", "Formula.of(x.spatial().get(0))", "square inputs"),
            bug(
                    "Concat",
                    "Formula.of(shape.extent(op.axis))",
                    "Formula.of(shape.extent(1))",
                    "adds up channels along any axis"),
            bug(
                    "Concat",
                    "extents.set(\n                        op.axis,",
                    "extents.set(\n                        1,",
                    "joins channels, whatever the axis"),
            bug("Concat", "in.size() > 1", "in.size() > 2", "overlooks the second of two"),
            bug("Concat", "Storage.OWN", "Storage.IN_PLACE", "joins in place"),
            bug(
                    "Flatten",
                    "axes.subList(op.axis, axes.size())",
                    "axes.subList(op.axis, axes.size() - 1)",
                    "overlooks the last axis"),
            bug("Flatten", "axes.subList(0, op.axis)", "axes.subList(0, 1)", "drops the axes before"),
            bug("Flatten", "Storage.VIEW", "Storage.OWN", "needs memory"),
            bug("Identity", "Storage.VIEW", "Storage.IN_PLACE", "computes something"),
            bug("Dropout", "Storage.VIEW", "Storage.OWN", "needs memory"),
            // What goes element by element
            bug("Activation", "Storage.IN_PLACE", "Storage.VIEW", "computes nothing"),
            bug("Activation", "Storage.IN_PLACE", "Storage.OWN", "needs memory"),
            bug("Elementwise", "Storage.IN_PLACE", "Storage.OWN", "needs memory"),
            bug("Broadcast", "Math.max(left, right)", "left", "stretches the second alone"),
            bug("Broadcast", "own < 0 ? 1 :", "own < 0 ? shape.extent(0) :", "stretches missing axes like the batch"),
            // Arithmetic
            bug("Formula", "up && rest ? 1 : 0", "rest ? 1 : 0", "every quotient rounds up"),
            bug("Formula", "up && rest ? 1 : 0", "up ? 1 : 0", "rounds up what has no rest"),
            bug("Formula", "factors.isEmpty() ? ONE", "factors.isEmpty() ? ZERO", "a scalar has no element"));

    /** What no forward pass observes. */
    static final List<Mutant> UNSEEN = List.of(
            bug("Softmax", "Formula.of(2), elements", "Formula.of(3), elements", "an add too many"),
            bug("MaxPool", "Elementary.COMPARE", "Elementary.ADD", "adds and does not compare"),
            bug("Conv", "new Reach.Sliding(op.window.axes())", "Reach.POINTWISE", "sees a point"));

    private Mutants() {}

    private static Mutant bug(String type, String original, String changed, String bug) {
        return new Mutant(type, original, changed, bug);
    }
}
