package io.archmeter.op;

import java.util.Arrays;

/**
 * One spatial axis of a window that slides: attributes in ONNX's words, the padding explicit.
 *
 * @param kernel taps of the window
 * @param stride steps of the input from one window to the next
 * @param padBegin zeros before the input
 * @param padEnd zeros after it
 * @param dilation steps of the input from one tap to the next
 */
public record Axis(int kernel, int stride, int padBegin, int padEnd, int dilation) {
    public Axis {
        if (kernel < 1 || stride < 1 || padBegin < 0 || padEnd < 0 || dilation < 1) {
            throw new IllegalArgumentException("no such axis of a window: " + kernel + "/" + stride);
        }
    }

    /** Written out: what a record is given is put together at run time, which costs a short command more than its windows. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Axis axis
                && axis.kernel == kernel
                && axis.stride == stride
                && axis.padBegin == padBegin
                && axis.padEnd == padEnd
                && axis.dilation == dilation;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {kernel, stride, padBegin, padEnd, dilation});
    }

    /** A window that covers {@code extent} positions, once. */
    static Axis covering(int extent) {
        return new Axis(extent, extent, 0, 0, 1);
    }

    /** How far the window reaches, first tap to last: dilation·(kernel − 1) + 1. */
    long span() {
        return (long) dilation * (kernel - 1) + 1;
    }

    boolean padded() {
        return padBegin > 0 || padEnd > 0;
    }

    /**
     * How many windows fit: ⌊(extent + padding − span) / stride⌋ + 1 (Dumoulin and Visin 2016, arXiv:1603.07285, relationship
     * 6 and 15), or as {@code rounding} says.
     *
     * @param anyPadding whether this axis or another one of the window is padded: Caffe's rule looks at all of them
     */
    Formula slide(long extent, Rounding rounding, boolean anyPadding) {
        long room = Math.addExact(extent, (long) padBegin + padEnd) - span();
        // Rounded up, the first window may hang over as well, by less than a stride (PyTorch, aten/native/Pool.h).
        if (rounding == Rounding.FLOOR ? room < 0 : room <= -stride) {
            throw new Refusal(
                    "window-does-not-fit",
                    "kernel",
                    "a window of " + span() + " does not fit into an input of " + extent
                            + (padded() ? " padded by " + padBegin + " and " + padEnd : ""),
                    "use a smaller kernel or dilation, more padding, or a larger input");
        }
        Formula dividend = Formula.difference(paddedExtent(extent), spanFormula());
        if (rounding == Rounding.FLOOR) {
            return Formula.sum(Formula.floor(dividend, stride), Formula.ONE);
        }
        Formula windows = Formula.sum(Formula.ceil(dividend, stride), Formula.ONE);
        boolean clips = rounding == Rounding.CEIL || anyPadding;
        boolean lastBeginsBehind = Math.multiplyExact(windows.value() - 1, (long) stride) >= extent + padBegin;
        return clips && lastBeginsBehind ? Formula.difference(windows, Formula.ONE) : windows;
    }

    private Formula paddedExtent(long extent) {
        if (!padded()) {
            return Formula.of(extent);
        }
        return padBegin == padEnd
                ? Formula.sum(Formula.of(extent), Formula.product(2, padBegin))
                : Formula.sum(Formula.of(extent), Formula.of(padBegin), Formula.of(padEnd));
    }

    Formula spanFormula() {
        return dilation == 1 ? Formula.of(kernel) : Formula.sum(Formula.product(dilation, kernel - 1L), Formula.ONE);
    }

    /**
     * How many taps of all {@code windows} fall on the input and not on padding: windows·kernel less those that fall beside.
     */
    Formula tapsOnInput(long extent, long windows) {
        Formula taps = Formula.product(windows, kernel);
        long beside = 0;
        for (int tap = 0; tap < kernel && padded(); tap++) {
            // Tap t of window w lies at w·stride + shift; it falls on the input where that is in 0 … extent − 1.
            long shift = (long) tap * dilation - padBegin;
            long before = shift >= 0 ? 0 : Math.min(windows, (-shift + stride - 1) / stride);
            long room = Math.subtractExact(extent, shift);
            long behind = room <= 0 ? windows : Math.max(0, windows - ((room - 1) / stride + 1));
            beside = Math.addExact(beside, before + behind);
        }
        return beside == 0 ? taps : Formula.difference(taps, Formula.of(beside));
    }
}
