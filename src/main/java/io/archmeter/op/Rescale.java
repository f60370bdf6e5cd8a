package io.archmeter.op;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Each element times one number, and plus another: {@code x * 0.5 + 1} in PyTorch, {@code Rescaling} in Keras; any shape.
 *
 * @param factor what each element is multiplied by; nothing is where it is 1
 * @param offset what is added then; nothing is where it is 0
 */
public record Rescale(double factor, double offset) implements Op {
    private static final Argument<Double> FACTOR = Argument.number("factor", "what each element is multiplied by")
            .asUsual()
            .or(1.0);
    private static final Argument<Double> OFFSET =
            Argument.number("offset", "what is added then").or(0.0);

    @Override
    public String kind() {
        return "rescale";
    }

    static final OpRule<Rescale> RULE = new PointwiseRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(FACTOR, OFFSET);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Rescale read(Arguments given, Inputs in) {
            return new Rescale(given.get(FACTOR), given.get(OFFSET));
        }

        @Override
        protected Attributes attributes(Rescale op) {
            Attributes attributes = new Attributes().and(FACTOR, op.factor);
            return adds(op) ? attributes.and(OFFSET, op.offset) : attributes;
        }

        @Override
        protected List<ElementaryOperation> perElement(Rescale op) {
            List<ElementaryOperation> each = new ArrayList<>();
            if (multiplies(op)) {
                each.add(MULTIPLY);
            }
            if (adds(op)) {
                each.add(ADD);
            }
            return each;
        }

        /**
         * {@code MulBackward0} keeps the factor, a number that PyTorch wraps into a tensor; {@code AddBackward0} passes the gradient
         * on. What multiplies by 1 and adds 0 is no operation.
         */
        @Override
        protected Tape tape(Rescale op, Inputs in, Shape out) {
            SavedForBackward.Extra factor = new SavedForBackward.Extra("factor", Formula.ONE, Element.WRAPPED_NUMBER);
            TapeEntry product = TapeEntry.of(in, out).keeping(SavedForBackward.NOTHING.and(factor));
            if (!adds(op)) {
                return multiplies(op) ? Tape.of(in, product) : Tape.nothing(in);
            }
            return multiplies(op) ? Tape.of(in, product.named("product"), sum(1, out)) : Tape.of(in, sum(0, out));
        }
    };

    private static boolean multiplies(Rescale op) {
        return op.factor != 1;
    }

    private static boolean adds(Rescale op) {
        return op.offset != 0;
    }

    private static TapeEntry sum(int operand, Shape out) {
        return TapeEntry.on(List.of(operand), out).giving(TapeEntry.Gradient.PASSED_ON);
    }
}
