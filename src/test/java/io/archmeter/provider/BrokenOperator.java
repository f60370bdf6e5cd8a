package io.archmeter.provider;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Argument;
import io.archmeter.op.Arguments;
import io.archmeter.op.Attributes;
import io.archmeter.op.Category;
import io.archmeter.op.Formula;
import io.archmeter.op.Inputs;
import io.archmeter.op.Operator;
import io.archmeter.op.OperatorProvider;
import io.archmeter.op.Reach;
import io.archmeter.op.SingleOutputRule;
import io.archmeter.op.Storage;
import io.archmeter.op.Tape;
import io.archmeter.op.Trait;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.op.Work;
import java.util.List;
import java.util.Set;

/** An operator that is wrong in one way that its argument names, and providers that are. */
public record BrokenOperator(String wrong) implements Op {
    private static final Argument<String> WRONG =
            Argument.text("wrong", "what is wrong").asUsual().or("nothing");

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

    private static class Rule extends SingleOutputRule<BrokenOperator> {
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
            return new Attributes().and(WRONG, op.wrong);
        }

        @Override
        protected List<Formula> infer(BrokenOperator op, Inputs in) {
            List<Formula> extents =
                    in.only().extents().stream().map(Formula::of).toList();
            return op.wrong.equals("extents")
                    ? List.of(Formula.ONE, Formula.of(-1))
                    : answer("infer", op.wrong, extents);
        }

        @Override
        protected List<WeightDeclaration> weights(BrokenOperator op, Inputs in) {
            return answer("weights", op.wrong, List.of());
        }

        @Override
        protected Work work(BrokenOperator op, Inputs in, Shape out) {
            return op.wrong.equals("count") ? Work.multiplyAdds(Formula.of(-1)) : answer("work", op.wrong, Work.NONE);
        }

        @Override
        protected Reach reach(BrokenOperator op, Inputs in) {
            return op.wrong.equals("axes") ? new Reach.Sliding(List.of()) : answer("reach", op.wrong, Reach.WHOLE);
        }

        @Override
        protected Storage storage(BrokenOperator op) {
            return answer("storage", op.wrong, Storage.OWN);
        }

        @Override
        protected Tape tape(BrokenOperator op, Inputs in, Shape out) {
            return op.wrong.equals("tensors") ? new Tape(2, List.of()) : answer("tape", op.wrong, Tape.nothing(in));
        }

        private static <T> T answer(String question, String wrong, T answer) {
            if (question.equals(wrong)) {
                throw new IndexOutOfBoundsException("mistake");
            }
            return wrong.equals("null " + question) ? null : answer;
        }
    }
}
