package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** What pools have in common. */
final class Pooling {
    static final Argument<PerAxis> KERNEL = Window.KERNEL.asUsual();
    static final Argument<PerAxis> STRIDE = Argument.perAxis(
                    "stride", "steps from one window to the next; the kernel, if left out")
            .orDerived();
    static final Argument<Padding> PADDING = Window.PADDING;
    static final Argument<Rounding> ROUNDING = Argument.choice(
                    "ceil_mode",
                    "whether a window that hangs over the end is taken: as PyTorch does (true) or as Caffe does",
                    Rounding::named,
                    "false",
                    "true",
                    "caffe")
            .or(Rounding.FLOOR);

    private Pooling() {}

    static Window window(Arguments given, Shape x) {
        PerAxis kernel = given.get(KERNEL);
        PerAxis stride = given.find(STRIDE).orElse(kernel);
        PerAxis dilation = given.find(Window.DILATION).orElse(PerAxis.of(1));
        return Window.read(x, kernel, stride, given.get(PADDING), dilation);
    }

    /** N×C and the extents that the window leaves. A window that could lie on padding alone has nothing to pool. */
    static List<Formula> infer(Window window, Shape x, Rounding rounding) {
        for (Axis axis : window.axes()) {
            if (Math.max(axis.padBegin(), axis.padEnd()) >= axis.span()) {
                throw new Refusal(
                        "padding-too-large",
                        PADDING.name(),
                        "padding by " + Math.max(axis.padBegin(), axis.padEnd()) + " puts a window of " + axis.span()
                                + " beside the input",
                        "pad by less than the window's extent; half of it is usual");
            }
        }
        List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(x.axis(1))));
        extents.addAll(window.slide(x, rounding));
        return extents;
    }

    /**
     * A mean takes an add for each tap and a division for each element that comes out; the largest a comparison for each tap, with the
     * largest so far, which begins at −∞.
     */
    static Work work(PoolFunction function, Formula taps, Shape out) {
        return switch (function) {
            case MEAN ->
                Work.NONE.and(ElementaryOperation.ADD, taps).and(ElementaryOperation.DIVIDE, Formula.elements(out));
            case LARGEST -> Work.NONE.and(ElementaryOperation.COMPARE, taps);
        };
    }

    /** The input, and where each largest element lies. */
    static SavedForBackward withIndices(Shape out) {
        return SavedForBackward.OPERANDS.and(
                new SavedForBackward.Extra("indices", Formula.elements(out), Element.INT64));
    }

    /** The taps of all windows: those on padding count, as they do for multiply-adds. */
    static Formula taps(Window window, Shape out) {
        return Formula.product(Formula.elements(out), window.taps());
    }
}
