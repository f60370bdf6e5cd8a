package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Two or more tensors, combined element by element, the first with the second, what comes out with the third, and so on; a difference
 * and a quotient are of two. Extents of 1 are stretched as NumPy, PyTorch and ONNX do.
 */
public record Elementwise(Function function) implements Op {
    /** One row for each function: what one element and one more input cost. */
    public enum Function {
        ADD(ElementaryOperation.ADD),
        DIV(ElementaryOperation.DIVIDE),
        MAXIMUM(ElementaryOperation.COMPARE),
        MINIMUM(ElementaryOperation.COMPARE),
        MULTIPLY(ElementaryOperation.MULTIPLY),
        SUB(ElementaryOperation.ADD);

        private final String kind = name().toLowerCase(Locale.ROOT);
        private final ElementaryOperation perElement;
        /** What it puts out before the last, in words. */
        private final String result = name().equals("MULTIPLY") ? "product" : kind;

        Function(ElementaryOperation perElement) {
            this.perElement = perElement;
        }

        private boolean ofTwo() {
            return this == DIV || this == SUB;
        }
    }

    @Override
    public String kind() {
        return function.kind;
    }

    static OpRule<Elementwise> rule(Function function) {
        return new SingleOutputRule<>() {
            @Override
            protected List<Argument<?>> arguments() {
                return List.of();
            }

            @Override
            protected Set<Trait> traits() {
                return function == Function.DIV ? Set.of() : Set.of(Trait.ANY_TYPE);
            }

            @Override
            protected Elementwise read(Arguments given, Inputs in) {
                requireNumbers(in.types());
                return new Elementwise(function);
            }

            /** PyTorch subtracts no truth values, and its sum of them is one; ONNX adds none either. */
            private void requireNumbers(List<DType> types) {
                if (types.contains(DType.BOOL) && (function == Function.ADD || function == Function.SUB)) {
                    throw new Refusal(
                            "wrong-dtype",
                            "",
                            function.kind + " computes with numbers, but " + DType.BOOL + " comes in",
                            "write maximum, which is 'or' of truth values, or minimum, which is 'and'");
                }
            }

            @Override
            protected Attributes attributes(Elementwise op) {
                return new Attributes();
            }

            @Override
            protected List<Formula> infer(Elementwise op, Inputs in) {
                if (op.function.ofTwo()) {
                    in.require(op.kind(), 2, "a, b");
                }
                Shape joined = in.first();
                for (Shape shape : in.shapes()) {
                    joined = Broadcast.join(op.kind(), joined, shape);
                }
                return Extents.same(joined);
            }

            @Override
            protected List<WeightDeclaration> weights(Elementwise op, Inputs in) {
                return List.of();
            }

            /** One operation per element of the output and input after the first. */
            @Override
            protected Work work(Elementwise op, Inputs in, Shape out) {
                if (in.size() == 1) {
                    return Work.NONE;
                }
                Formula elements = Formula.elements(out);
                Formula times = Formula.of(in.size() - 1L);
                Formula count = in.size() == 2 ? elements : Formula.product(elements, times);
                return Work.NONE.and(op.function.perElement, count);
            }

            @Override
            protected Reach reach(Elementwise op, Inputs in) {
                return Reach.POINTWISE;
            }

            @Override
            protected Storage storage(Elementwise op) {
                return Storage.IN_PLACE;
            }

            @Override
            protected Tape tape(Elementwise op, Inputs in, Shape out) {
                if (in.size() == 1) {
                    return sums(op, in, out);
                }
                return switch (op.function) {
                    case ADD -> sums(op, in, out);
                    case SUB -> Tape.of(in, TapeEntry.of(in, out).inPlace().giving(TapeEntry.Gradient.FIRST_PASSED_ON));
                    case MULTIPLY -> inTurn(op, in, SavedForBackward.FACTORS, Formula.ZERO);
                    case DIV ->
                        inTurn(
                                op,
                                in,
                                SavedForBackward.DIVISION,
                                Formula.product(Formula.of(2), Formula.elements(out)));
                    case MAXIMUM, MINIMUM -> inTurn(op, in, SavedForBackward.OPERANDS, Formula.elements(out));
                };
            }
        };
    }

    /**
     * Of more than two, the first two are combined first. {@code MulBackward0} keeps each factor if the other has a gradient.
     * {@code DivBackward0} keeps the divisor, and what is divided if the divisor has a gradient; {@code div_tensor_other_grad} has
     * −grad, self / other and (self / other) / other beside its result, before the other gradient is computed. {@code MaximumBackward0}
     * and {@code MinimumBackward0} keep both, and have half the gradient beside their results, for elements that are equal, and masks
     * of a byte for each element, which are not counted here ({@code tools/autograd/derivatives.yaml}, {@code torch/csrc/autograd/FunctionsManual.cpp}).
     */
    private static Tape inTurn(Elementwise op, Inputs in, SavedForBackward kept, Formula temporaries) {
        List<TapeEntry> entries = new ArrayList<>();
        Shape joined = in.first();
        for (int other = 1; other < in.size(); other++) {
            joined = Broadcast.join(op.kind(), joined, in.shapes().get(other));
            int before = other == 1 ? 0 : in.size() + entries.size() - 1;
            entries.add(TapeEntry.on(List.of(before, other), joined)
                    .named(other < in.size() - 1 ? op.function.result : "")
                    .inPlace()
                    .keeping(kept)
                    .giving(TapeEntry.Gradient.ELEMENTWISE)
                    .needing(Formula.ZERO, temporaries));
        }
        return new Tape(in.size(), entries);
    }

    /**
     * {@code AddBackward0} passes the gradient on. Terms that are smaller than the sum are added to each other as long as no larger
     * one comes; all others are added to one of full size, whichever can be written over.
     */
    private static Tape sums(Elementwise op, Inputs in, Shape out) {
        List<TapeEntry> entries = new ArrayList<>();
        Shape sum = in.first();
        int before = 0;
        int term = 1;
        while (term < in.size()) {
            sum = Broadcast.join(op.kind(), sum, in.shapes().get(term));
            if (sum.equals(out)) {
                break;
            }
            entries.add(sum(List.of(before, term), sum).named("sum"));
            before = in.size() + entries.size() - 1;
            term++;
        }
        List<Integer> rest = new ArrayList<>(List.of(before));
        IntStream.range(term, in.size()).forEach(rest::add);
        entries.add(sum(rest, out));
        return new Tape(in.size(), entries);
    }

    private static TapeEntry sum(List<Integer> terms, Shape sum) {
        return TapeEntry.on(terms, sum).inPlace().giving(TapeEntry.Gradient.PASSED_ON);
    }
}
