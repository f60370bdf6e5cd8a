package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Locale;

/** Two or more tensors, combined element by element; extents of 1 are stretched as NumPy, PyTorch and ONNX do. */
public record Elementwise(Function function) implements Op {
    /** One row for each function: what one element and one more input cost. */
    public enum Function {
        ADD(Elementary.ADD),
        MULTIPLY(Elementary.MULTIPLY);

        private final String kind = name().toLowerCase(Locale.ROOT);
        private final Elementary perElement;

        Function(Elementary perElement) {
            this.perElement = perElement;
        }
    }

    @Override
    public String kind() {
        return function.kind;
    }

    static OpRule<Elementwise> rule(Function function) {
        return new OpRule<>() {
            @Override
            List<Argument<?>> arguments() {
                return List.of();
            }

            @Override
            Elementwise read(Arguments given, Inputs in) {
                return new Elementwise(function);
            }

            @Override
            List<Formula> infer(Elementwise op, Inputs in) {
                Shape joined = in.first();
                for (Shape shape : in.shapes()) {
                    joined = Broadcast.join(op.kind(), joined, shape);
                }
                return Extents.same(joined);
            }

            @Override
            List<Weight> weights(Elementwise op, Inputs in) {
                return List.of();
            }

            /** One operation per element of the output and input after the first. */
            @Override
            Work work(Elementwise op, Inputs in, Shape out) {
                if (in.size() == 1) {
                    return Work.NONE;
                }
                Formula elements = Formula.elements(out);
                Formula times = Formula.of(in.size() - 1L);
                Formula count = in.size() == 2 ? elements : Formula.product(elements, times);
                return Work.NONE.and(op.function.perElement, count);
            }

            @Override
            Reach reach(Elementwise op, Inputs in) {
                return Reach.POINTWISE;
            }

            @Override
            Storage storage(Elementwise op) {
                return Storage.IN_PLACE;
            }

            /**
             * {@code AddBackward0} passes the gradient on. {@code MulBackward0} keeps each factor if the other has a gradient; of
             * more than two, the products so far are factors too.
             */
            @Override
            Kept kept(Elementwise op, Inputs in, Shape out) {
                if (op.function == Function.ADD || in.size() == 1) {
                    return Kept.NOTHING.passing(Kept.Gradient.PASSED_ON);
                }
                Kept kept = Kept.FACTORS;
                Shape product = in.first();
                for (Shape factor : in.shapes().subList(1, in.size() - 1)) {
                    product = Broadcast.join(op.kind(), product, factor);
                    kept = kept.and(new Kept.Extra("product", Formula.elements(product), Element.OF_NETWORK));
                }
                return kept;
            }
        };
    }
}
