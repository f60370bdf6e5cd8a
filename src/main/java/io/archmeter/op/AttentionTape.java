package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How PyTorch runs scaled dot-product attention in training on a CPU ({@code aten/src/ATen/native/transformers/attention.cpp}, {@code
 * use_flash_attention_cpp} of {@code sdp_utils_cpp.cpp}). Four axes and values as wide as queries: {@code
 * ScaledDotProductFlashAttentionForCpuBackward0} keeps the three, the output, and for each query the logarithm of the sum of its
 * exponentials. All else: the products are computed one after the other ({@code _scaled_dot_product_attention_math}), of scaled copies of
 * queries and keys, and {@code SafeSoftmaxBackward0} keeps the weights; a mask is added in place. So it is with
 * a mask that has a gradient. Copies that are gone at once are left out.
 */
final class AttentionTape {
    private final AttentionShapes shapes;
    private final AttentionMask mask;
    private final Inputs in;
    /** How many inputs there are without the mask. */
    private final int tensors;

    private final Shape out;
    private final List<TapeEntry> entries = new ArrayList<>();

    private AttentionTape(AttentionShapes shapes, AttentionMask mask, Inputs in, Shape out) {
        this.shapes = shapes;
        this.mask = mask;
        this.in = in;
        this.tensors = mask.tensors(in).size();
        this.out = out;
    }

    static Tape of(AttentionShapes shapes, AttentionMask mask, Inputs in, Shape out) {
        AttentionTape tape = new AttentionTape(shapes, mask, in, out);
        if (shapes.batch().size() > 1 || !shapes.depth().equals(shapes.valueDepth())) {
            tape.oneAfterTheOther();
            return tape.tape();
        }
        tape.fused();
        if (mask != AttentionMask.ADDED) {
            return tape.tape();
        }
        AttentionTape apart = new AttentionTape(shapes, mask, in, out);
        apart.oneAfterTheOther();
        return tape.tape().orWithGradientOf(tape.tensors, apart.tape());
    }

    private Tape tape() {
        return new Tape(in.size(), entries);
    }

    private void fused() {
        List<Integer> operands = new ArrayList<>();
        for (int tensor = 0; tensor < tensors; tensor++) {
            Shape shape = in.shapes().get(tensor);
            operands.add(shapes.divided() ? add(TapeEntry.view(tensor, shape)) : tensor);
        }
        mask().ifPresent(operands::add);
        int result = add(fused(shapes, operands, out));
        if (shapes.divided()) {
            add(TapeEntry.view(result, out));
        }
    }

    /** The operation that does all at once. */
    static TapeEntry fused(AttentionShapes shapes, List<Integer> operands, Shape out) {
        List<Formula> sums = new ArrayList<>();
        shapes.batch().forEach(axis -> sums.add(Formula.of(axis)));
        sums.add(Formula.of(shapes.heads()));
        sums.add(Formula.of(shapes.queries()));
        SavedForBackward kept = new SavedForBackward(SavedForBackward.Taken.ALL, true, List.of())
                .and(new SavedForBackward.Extra("logarithms of sums", Formula.product(sums), Element.FLOAT32));
        return TapeEntry.on(operands, out).keeping(kept);
    }

    private void oneAfterTheOther() {
        int last = tensors - 1;
        Shape ofQueries = shapes.shape(shapes.queries(), shapes.depth());
        Shape ofKeys = shapes.shape(shapes.keys(), shapes.depth());
        Shape ofValues = shapes.shape(shapes.keys(), shapes.valueDepth());
        int query = add(TapeEntry.on(List.of(0), ofQueries).named("scaled queries"));
        int key = add(TapeEntry.on(List.of(Math.min(1, last)), ofKeys).named("scaled keys"));
        int value = shapes.grouped() || !shapes.headsLieTogether()
                ? add(TapeEntry.on(List.of(last), ofValues).named("values of each head"))
                : add(TapeEntry.view(last, ofValues));
        int products = add(product(query, key, shapes.scores()).named("products"));
        OptionalInt mask = mask();
        int masked = mask.isPresent()
                ? add(TapeEntry.on(List.of(products, mask.getAsInt()), shapes.scores())
                        .named("masked products")
                        .inPlace()
                        .giving(TapeEntry.Gradient.PASSED_ON))
                : products;
        int weights = add(
                TapeEntry.on(List.of(masked), shapes.scores()).named("weights").keeping(SavedForBackward.OUTPUT));
        if (shapes.divided()) {
            Shape sums = shapes.shape(shapes.queries(), shapes.valueDepth());
            int apart = add(product(weights, value, sums).named("sums"));
            add(TapeEntry.on(List.of(apart), out));
        } else {
            add(product(weights, value, out));
        }
    }

    /** The tensor that is added to the products. */
    private OptionalInt mask() {
        return switch (mask) {
            case NONE -> OptionalInt.empty();
            case ADDED -> OptionalInt.of(tensors);
            case SEEN -> OptionalInt.of(add(mask.asNumbers(tensors, in.shapes().get(tensors))));
        };
    }

    private static TapeEntry product(int first, int second, Shape out) {
        return TapeEntry.on(List.of(first, second), out).keeping(SavedForBackward.FACTORS);
    }

    private int add(TapeEntry entry) {
        entries.add(entry);
        return in.size() + entries.size() - 1;
    }
}
