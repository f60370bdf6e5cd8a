package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What PyTorch does with a layer in training mode, on a CPU: the operations that autograd records, one after the other. The tensors
 * that the layer takes have the first numbers, and then each operation's output has the next.
 *
 * @param inputs how many tensors the layer takes
 * @param outputs the tensors that the layer puts out; one that it takes where it is no operation at all
 * @param other what it does instead where a tensor has a gradient
 */
public record Tape(int inputs, List<TapeEntry> entries, List<Integer> outputs, Optional<Other> other) {
    /**
     * Operations that take the place of others, because those have no derivative by a tensor that the layer takes.
     *
     * @param input the number of that tensor
     */
    public record Other(int input, Tape tape) {}

    public Tape {
        entries = List.copyOf(entries);
        outputs = List.copyOf(outputs);
        for (int output : outputs) {
            if (output < 0 || output >= inputs + entries.size()) {
                throw new IllegalArgumentException("puts out what is not there: " + output);
            }
        }
        for (int entry = 0; entry < entries.size(); entry++) {
            for (int operand : entries.get(entry).operands()) {
                if (operand < 0 || operand >= inputs + entry) {
                    throw new IllegalArgumentException("takes what is not there yet: " + entries.get(entry));
                }
            }
        }
    }

    /** The same operations, whatever has a gradient. */
    public Tape(int inputs, List<TapeEntry> entries, List<Integer> outputs) {
        this(inputs, entries, outputs, Optional.empty());
    }

    /** The last tensor is what the layer puts out. */
    public Tape(int inputs, List<TapeEntry> entries) {
        this(inputs, entries, List.of(inputs + entries.size() - 1));
    }

    /** The layer's output is its input: there is nothing to record. */
    public static Tape nothing(Inputs in) {
        return new Tape(in.size(), List.of());
    }

    /** The layer's output is its weight, which counts as what it takes: there is nothing to record. */
    static Tape ofWeight() {
        return new Tape(1, List.of());
    }

    /** With other operations where a tensor that the layer takes has a gradient. */
    Tape orWithGradientOf(int input, Tape instead) {
        return new Tape(inputs, entries, outputs, Optional.of(new Other(input, instead)));
    }

    /** What is done where some of the tensors that the layer takes have a gradient, those with these numbers. */
    public Tape where(IntPredicate hasGradient) {
        return other.filter(found -> hasGradient.test(found.input()))
                .map(Other::tape)
                .orElse(this);
    }

    /** One operation for each output, which keeps and needs what is not known. */
    static Tape notKnown(Inputs in, List<Shape> out, Extent.Unknown origin) {
        Formula elements = Formula.of(origin);
        SavedForBackward kept =
                SavedForBackward.NOTHING.and(new SavedForBackward.Extra("saved", elements, Element.OF_NETWORK));
        List<TapeEntry> entries = new ArrayList<>();
        List<Integer> outputs = new ArrayList<>();
        for (Shape shape : out) {
            outputs.add(in.size() + entries.size());
            entries.add(TapeEntry.of(in, shape).keeping(kept).withParameters());
        }
        return new Tape(in.size(), entries, outputs);
    }

    /** The layer's outputs are views of parts of its only input, one after the other. */
    public static Tape parts(List<Shape> out) {
        List<TapeEntry> entries = out.stream()
                .map(part ->
                        TapeEntry.view(0, part).showing(new View.Part(0, 1)).giving(TapeEntry.Gradient.JOINED))
                .toList();
        return new Tape(1, entries, IntStream.rangeClosed(1, out.size()).boxed().toList());
    }

    /** These operations, one after the other; the last puts out what the layer puts out. */
    public static Tape of(Inputs in, TapeEntry... entries) {
        return new Tape(in.size(), List.of(entries));
    }

    /**
     * A pool of PyTorch. Along one axis it is that of images with an axis of 1 put in: a view before, and one after
     * ({@code aten/src/ATen/native/Pool.h}, {@code AdaptiveAveragePooling.cpp} and {@code Pooling.cpp}).
     *
     * @param padded the input, with what the pool cannot pad by itself
     */
    static Tape pool(Inputs in, Shape padded, Shape out, SavedForBackward kept) {
        List<TapeEntry> entries = pooled(in, padded);
        entries.add(TapeEntry.on(List.of(entries.size()), out).keeping(kept));
        if (isLine(in)) {
            entries.add(TapeEntry.view(entries.size(), out));
        }
        return new Tape(1, entries);
    }

    /** One that puts out where it has found what it puts out, and keeps that. */
    static Tape poolWithIndices(Inputs in, Shape padded, Shape out) {
        List<TapeEntry> entries = pooled(in, padded);
        int pooled = entries.size();
        entries.add(TapeEntry.on(List.of(pooled), out).named("indices").ofIndices());
        entries.add(TapeEntry.on(List.of(pooled, pooled + 1), out).keeping(SavedForBackward.OPERANDS));
        if (!isLine(in)) {
            return new Tape(1, entries, List.of(pooled + 2, pooled + 1));
        }
        entries.add(TapeEntry.view(pooled + 2, out));
        entries.add(TapeEntry.view(pooled + 1, out).ofIndices());
        return new Tape(1, entries, List.of(pooled + 3, pooled + 4));
    }

    /** What a pool is made of. */
    private static List<TapeEntry> pooled(Inputs in, Shape padded) {
        List<TapeEntry> entries = new ArrayList<>();
        if (!padded.equals(in.only())) {
            entries.add(TapeEntry.of(in, padded).named("padded input"));
        }
        if (isLine(in)) {
            entries.add(TapeEntry.view(entries.size(), padded));
        }
        return entries;
    }

    private static boolean isLine(Inputs in) {
        return in.only().spatialRank() == 1;
    }
}
