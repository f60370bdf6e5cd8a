package com.example;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Argument;
import io.archmeter.op.Arguments;
import io.archmeter.op.Attributes;
import io.archmeter.op.Category;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Inputs;
import io.archmeter.op.Operator;
import io.archmeter.op.OperatorProvider;
import io.archmeter.op.Reach;
import io.archmeter.op.SavedForBackward;
import io.archmeter.op.SingleOutputRule;
import io.archmeter.op.Storage;
import io.archmeter.op.Tape;
import io.archmeter.op.TapeEntry;
import io.archmeter.op.Trait;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.op.Work;
import java.util.List;
import java.util.Set;

/** A weight for each channel (Touvron et al. 2021, arXiv:2103.17239, eq. 3). */
public record LayerScale(double init) implements Op {
    private static final Argument<Double> INIT =
            Argument.number("init", "what the weights begin with").asUsual().or(1e-5);

    @Override
    public String kind() {
        return "layerscale";
    }

    public static class Provider implements OperatorProvider {
        @Override
        public List<Operator> operators() {
            return List.of(new Operator("layerscale", "a weight for each channel", Category.NORMALIZATION, new Rule()));
        }
    }

    private static class Rule extends SingleOutputRule<LayerScale> {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(INIT);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected LayerScale read(Arguments given, Inputs in) {
            return new LayerScale(given.get(INIT));
        }

        @Override
        protected Attributes attributes(LayerScale op) {
            return new Attributes().and(INIT, op.init);
        }

        @Override
        protected List<Formula> infer(LayerScale op, Inputs in) {
            return in.only().extents().stream().map(Formula::of).toList();
        }

        @Override
        protected List<WeightDeclaration> weights(LayerScale op, Inputs in) {
            return List.of(WeightDeclaration.parameter("gamma", in.only().channels()));
        }

        @Override
        protected Work work(LayerScale op, Inputs in, Shape out) {
            return Work.NONE.and(ElementaryOperation.MULTIPLY, Formula.elements(out));
        }

        @Override
        protected Reach reach(LayerScale op, Inputs in) {
            return Reach.POINTWISE;
        }

        @Override
        protected Storage storage(LayerScale op) {
            return Storage.IN_PLACE;
        }

        @Override // MulBackward0 keeps the input, for the gradient of the weights
        protected Tape tape(LayerScale op, Inputs in, Shape out) {
            return Tape.of(
                    in, TapeEntry.of(in, out).keeping(SavedForBackward.OPERANDS).withParameters());
        }
    }
}
