package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Two or more tensors, combined element by element; extents of 1 are stretched as NumPy, PyTorch and ONNX do. */
public record Elementwise(Function function) implements Op {
    /** One row for each function: what one element and one more input cost. */
    public enum Function {
        ADD(ElementaryOperation.ADD),
        MULTIPLY(ElementaryOperation.MULTIPLY);

        private final String kind = name().toLowerCase(Locale.ROOT);
        private final ElementaryOperation perElement;

        Function(ElementaryOperation perElement) {
            this.perElement = perElement;
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
                return Set.of(Trait.ANY_TYPE);
            }

            @Override
            protected Elementwise read(Arguments given, Inputs in) {
                return new Elementwise(function);
            }

            @Override
            protected Attributes attributes(Elementwise op) {
                return new Attributes();
            }

            @Override
            protected List<Formula> infer(Elementwise op, Inputs in) {
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
                return op.function == Function.ADD || in.size() == 1 ? sums(op, in, out) : products(op, in);
            }
        };
    }

    /** {@code MulBackward0} keeps each factor if the other has a gradient. Of more than two, the first two are multiplied first. */
    private static Tape products(Elementwise op, Inputs in) {
        List<TapeEntry> entries = new ArrayList<>();
        Shape product = in.first();
        for (int factor = 1; factor < in.size(); factor++) {
            product = Broadcast.join(op.kind(), product, in.shapes().get(factor));
            int before = factor == 1 ? 0 : in.size() + entries.size() - 1;
            entries.add(TapeEntry.on(List.of(before, factor), product)
                    .named(factor < in.size() - 1 ? "product" : "")
                    .inPlace()
                    .keeping(SavedForBackward.FACTORS)
                    .giving(TapeEntry.Gradient.ELEMENTWISE));
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
