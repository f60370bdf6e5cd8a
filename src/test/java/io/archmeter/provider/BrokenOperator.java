package io.archmeter.provider;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Argument;
import io.archmeter.op.Arguments;
import io.archmeter.op.Attributes;
import io.archmeter.op.Category;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Inputs;
import io.archmeter.op.OpRule;
import io.archmeter.op.Operator;
import io.archmeter.op.OperatorProvider;
import io.archmeter.op.OutputDeclaration;
import io.archmeter.op.Reach;
import io.archmeter.op.Refusal;
import io.archmeter.op.Storage;
import io.archmeter.op.Tape;
import io.archmeter.op.Trait;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.op.Work;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An operator that is wrong in one way that its argument names, and providers that are. */
public record BrokenOperator(String wrong) implements Op {
    private static final Argument<String> TEXT =
            Argument.text("wrong", "what is wrong").asUsual().or("nothing");
    private static final Argument<String> WRONG = new Argument<>(
            TEXT.name(),
            TEXT.meaning(),
            TEXT.form(),
            TEXT.choices(),
            value -> Rule.answer("argument", TEXT.read(value), TEXT.read(value)),
            TEXT.writer(),
            TEXT.fallback(),
            TEXT.optional(),
            TEXT.usual());

    @Override
    public String kind() {
        return wrong.equals("kind") ? "another" : "broken";
    }

    /** Gives a sound operator but for what a spec asks for. */
    public static class Sound implements OperatorProvider {
        @Override
        public List<Operator> operators() {
            return List.of(new Operator("broken", "wrong in one way", Category.NORMALIZATION, new Rule()));
        }
    }

    public static class Twice implements OperatorProvider {
        @Override
        public List<Operator> operators() {
            return List.of(new Operator("conv", "another convolution", Category.NORMALIZATION, new Rule()));
        }
    }

    public static class Misnamed implements OperatorProvider {
        @Override
        public List<Operator> operators() {
            return List.of(new Operator("My Operator", "whose name is none", Category.NORMALIZATION, new Rule()));
        }
    }

    public static class Throwing implements OperatorProvider {
        @Override
        public List<Operator> operators() {
            throw new IllegalStateException("no licence");
        }
    }

    public static class Silent implements OperatorProvider {
        @Override
        public List<Operator> operators() {
            return null;
        }
    }

    public static class Unmade implements OperatorProvider {
        public Unmade() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public List<Operator> operators() {
            return List.of();
        }
    }

    /** A bare rule, since one for a single output cannot be wrong in all ways. */
    private static class Rule extends OpRule<BrokenOperator> {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(WRONG);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected BrokenOperator read(Arguments given, Inputs in) {
            return answer("read", given.get(WRONG), new BrokenOperator(given.get(WRONG)));
        }

        @Override
        protected Attributes attributes(BrokenOperator op) {
            return answer("attributes", op.wrong, new Attributes().and(WRONG, op.wrong));
        }

        @Override
        protected List<OutputDeclaration> outputs(BrokenOperator op, Inputs in) {
            Formula channels = Formula.of(in.only().channels());
            return switch (op.wrong) {
                case "no output" -> List.of();
                case "extents" -> puttingOut(Formula.ONE, Formula.of(-1));
                case "long extent" -> puttingOut(Formula.ONE, Formula.product(Formula.of(Long.MAX_VALUE), channels));
                case "many axes" ->
                    puttingOut(Collections.nCopies(20, Formula.ONE).toArray(Formula[]::new));
                case "other attributes" -> throw new Refusal("odd-channels", "", "has odd channels", "give it others");
                default -> answer("outputs", op.wrong, puttingOut(Formula.ONE, channels));
            };
        }

        private static List<OutputDeclaration> puttingOut(Formula... extents) {
            return List.of(new OutputDeclaration("", List.of(extents), DType.FLOAT32));
        }

        @Override
        protected List<WeightDeclaration> weights(BrokenOperator op, Inputs in) {
            return answer("weights", op.wrong, List.of());
        }

        @Override
        protected Work work(BrokenOperator op, Inputs in, List<Shape> out) {
            Formula less = Formula.of(-1);
            return switch (op.wrong) {
                case "count" -> Work.multiplyAdds(less);
                case "count on the input" -> new Work(Formula.ZERO, Formula.ONE, Map.of());
                case "count of sums" -> Work.NONE.and(ElementaryOperation.ADD, less);
                default -> answer("work", op.wrong, Work.NONE);
            };
        }

        @Override
        protected Reach reach(BrokenOperator op, Inputs in) {
            return switch (op.wrong) {
                case "axes" -> new Reach.Sliding(List.of());
                case "uneven axes" -> new Reach.Uneven(List.of());
                default -> answer("reach", op.wrong, Reach.WHOLE);
            };
        }

        @Override
        protected Storage storage(BrokenOperator op) {
            return answer("storage", op.wrong, Storage.OWN);
        }

        @Override
        protected Tape tape(BrokenOperator op, Inputs in, List<Shape> out) {
            return switch (op.wrong) {
                case "tensors" -> new Tape(2, List.of());
                case "tensors put out" -> new Tape(1, List.of(), List.of(0, 0));
                default -> answer("tape", op.wrong, Tape.nothing(in));
            };
        }

        private static <T> T answer(String question, String wrong, T answer) {
            if (question.equals(wrong)) {
                throw new IndexOutOfBoundsException("mistake");
            }
            return wrong.equals("null " + question) ? null : answer;
        }
    }
}
