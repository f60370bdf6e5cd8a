package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code lp_pool2d} of {@code torch/nn/functional.py}: powers, their means, which are their signs times their rectified magnitudes, and
 * the root of so many times these as there are taps. Each of these operations records what it would alone.
 */
final class LpPoolTape {
    private final List<TapeEntry> entries = new ArrayList<>();

    private LpPoolTape() {}

    static Tape of(Inputs in, Shape out) {
        return new Tape(1, new LpPoolTape().entries(in, out));
    }

    private List<TapeEntry> entries(Inputs in, Shape out) {
        Formula elements = Formula.elements(out);
        int means = means(in, out);
        int signs = add(TapeEntry.on(List.of(means), out).named("signs"));
        int magnitudes = add(TapeEntry.on(List.of(means), out)
                .named("magnitudes")
                .keeping(SavedForBackward.OPERANDS)
                .needing(Formula.ZERO, elements));
        int rectified = add(TapeEntry.on(List.of(magnitudes), out)
                .named("rectified magnitudes")
                .keeping(SavedForBackward.OUTPUT));
        int products = add(TapeEntry.on(List.of(signs, rectified), out)
                .named("products")
                .keeping(SavedForBackward.FACTORS)
                .giving(TapeEntry.Gradient.ELEMENTWISE));
        SavedForBackward.Extra taps = new SavedForBackward.Extra("taps", Formula.ONE, Element.WRAPPED_NUMBER);
        int sums = add(TapeEntry.on(List.of(products), out).named("sums").keeping(SavedForBackward.NOTHING.and(taps)));
        add(power(sums, out));
        return entries;
    }

    /** Along one axis, those of images with an axis of 1 put in, as of any pool. */
    private int means(Inputs in, Shape out) {
        boolean line = in.only().spatialRank() == 1;
        int powers = add(power(0, in.only()).named("powers"));
        int pooled = line ? add(TapeEntry.view(powers, in.only())) : powers;
        int means = add(TapeEntry.on(List.of(pooled), out).named("means").keeping(SavedForBackward.OPERANDS));
        return line ? add(TapeEntry.view(means, out)) : means;
    }

    /** {@code PowBackward0} takes a power of what it keeps, and a multiple of that. */
    private static TapeEntry power(int operand, Shape out) {
        return TapeEntry.on(List.of(operand), out)
                .keeping(SavedForBackward.OPERANDS)
                .needing(Formula.ZERO, Formula.product(Formula.of(2), Formula.elements(out)));
    }

    private int add(TapeEntry entry) {
        entries.add(entry);
        return entries.size();
    }
}
