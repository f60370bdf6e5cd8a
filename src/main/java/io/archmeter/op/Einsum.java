package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Multiplies tensors and sums the products along axes, as an equation with a letter for each axis says: of {@code bij,bjk->bik}, the
 * products of matrices of a batch. A letter that a tensor has twice takes its diagonal, and one that the output lacks is summed
 * (PyTorch {@code torch.einsum}, NumPy and ONNX {@code Einsum}).
 *
 * @param inputs the letters of each input
 * @param output those of the output, each once
 */
public record Einsum(List<String> inputs, String output) implements Op {
    private static final Argument<String> EQUATION = Argument.text(
                    "equation",
                    "a letter for each axis of each input, then those of the output: bij,bjk->bik; ... for axes before or between them")
            .asUsual();

    public Einsum {
        inputs = List.copyOf(inputs);
        EinsumEquation.require(EQUATION, inputs, output);
    }

    @Override
    public String kind() {
        return "einsum";
    }

    private String equation() {
        return String.join(",", inputs) + "->" + output;
    }

    static final OpRule<Einsum> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(EQUATION);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Einsum read(Arguments given, Inputs in) {
            return EinsumEquation.read(EQUATION, given.get(EQUATION), in);
        }

        @Override
        protected Attributes attributes(Einsum op) {
            return new Attributes().and(EQUATION, op.equation());
        }

        @Override
        protected List<Formula> infer(Einsum op, Inputs in) {
            return EinsumExtents.of(EQUATION, op, in).each(op.output);
        }

        @Override
        protected List<WeightDeclaration> weights(Einsum op, Inputs in) {
            return List.of();
        }

        /**
         * Two tensors at a time, from the left, as PyTorch does without {@code opt_einsum}. Where letters that both have are summed,
         * each combination of letters is a multiply-add, and elsewhere a multiplication; what one of them alone has is summed before.
         */
        @Override
        protected Work work(Einsum op, Inputs in, Shape out) {
            EinsumExtents extents = EinsumExtents.of(EQUATION, op, in);
            List<Formula> multiplyAdds = new ArrayList<>();
            List<Formula> multiplications = new ArrayList<>();
            List<Formula> sums = new ArrayList<>();
            for (Contraction step : Contraction.of(op.inputs, op.output)) {
                sums.addAll(extents.elementsOf(step.summed()));
                if (!step.second().isEmpty()) {
                    (step.shared().isEmpty() ? multiplications : multiplyAdds).add(extents.elements(step.multiplied()));
                }
            }
            Work work = Work.multiplyAdds(oneOrSum(multiplyAdds));
            work = multiplications.isEmpty() ? work : work.and(ElementaryOperation.MULTIPLY, oneOrSum(multiplications));
            return sums.isEmpty() ? work : work.and(ElementaryOperation.ADD, oneOrSum(sums));
        }

        private Formula oneOrSum(List<Formula> terms) {
            return terms.size() == 1 ? terms.get(0) : Formula.sum(terms);
        }

        /** A letter of the output is one axis of each input that has it, and along the others all is seen. */
        @Override
        protected Reach reach(Einsum op, Inputs in) {
            List<Optional<List<Integer>>> inputs = new ArrayList<>();
            for (String letters : op.inputs) {
                if (letters.chars().distinct().count() < letters.length()) {
                    return Reach.UNKNOWN;
                }
                inputs.add(
                        Optional.of(op.output.chars().mapToObj(letters::indexOf).toList()));
            }
            return new Reach.Mapped(inputs);
        }

        @Override
        protected Storage storage(Einsum op) {
            return Storage.OWN;
        }

        @Override
        protected Tape tape(Einsum op, Inputs in, Shape out) {
            return EinsumTape.of(op, EinsumExtents.of(EQUATION, op, in));
        }
    };
}
