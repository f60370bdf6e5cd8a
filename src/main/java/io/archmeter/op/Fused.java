package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A convolution and what layers after it do with each element of its output alone, as one step of a fast pass. No spec can write one:
 * it is made of layers that follow each other. It takes the input of the convolution, and then what each sum adds.
 *
 * @param normalization whose weights have roles as in {@code batchnorm.running_mean}; those of the convolution keep theirs
 * @param after in the order in which they are done: activations, bounds, and sums with another tensor of the same shape
 */
public record Fused(Conv conv, Optional<BatchNorm> normalization, List<Op> after) implements Op {
    public Fused {
        after = List.copyOf(after);
        if (normalization.isPresent() && !normalization.get().runningStatistics()) {
            throw new IllegalArgumentException("what is normalized by itself has to be there first");
        }
        for (Op op : after) {
            if (!isSum(op) && !(op instanceof Activation) && !(op instanceof Clamp)) {
                throw new IllegalArgumentException(op.kind() + " is not done with each element alone");
            }
        }
    }

    /** As in {@code conv+batchnorm+relu}. */
    @Override
    public String kind() {
        return parts().map(Op::kind).collect(Collectors.joining("+"));
    }

    private static boolean isSum(Op op) {
        return op instanceof Elementwise join && join.function() == Elementwise.Function.ADD;
    }

    private Stream<Op> parts() {
        return Stream.concat(Stream.of(conv), rest());
    }

    /** All that is done after the convolution. */
    private Stream<Op> rest() {
        return Stream.concat(normalization.stream(), after.stream());
    }

    static final OpRule<Fused> RULE = new OpRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of();
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Fused read(Arguments given, Inputs in) {
            throw new IllegalStateException("no spec can write layers that run as one");
        }

        @Override
        protected Attributes attributes(Fused op) {
            return Conv.RULE.attributes(op.conv);
        }

        @Override
        protected List<OutputDeclaration> outputs(Fused op, Inputs in) {
            return Conv.RULE.outputs(op.conv, ofConvolution(in));
        }

        /** They are those of the layers. */
        @Override
        protected List<WeightDeclaration> weights(Fused op, Inputs in) {
            return List.of();
        }

        /** That of all its layers, as they are defined. */
        @Override
        protected Work work(Fused op, Inputs in, List<Shape> out) {
            Work work = Conv.RULE.work(op.conv, ofConvolution(in), out);
            for (Op part : op.rest().toList()) {
                Inputs own = new Inputs(Collections.nCopies(isSum(part) ? 2 : 1, out.get(0)));
                Work more = Catalogue.facts(part, own, out).work();
                for (ElementaryOperation kind : more.others().keySet()) {
                    work = work.and(kind, more.others().get(kind));
                }
            }
            return work;
        }

        @Override
        protected Reach reach(Fused op, Inputs in) {
            return Conv.RULE.reach(op.conv, ofConvolution(in));
        }

        @Override
        protected Storage storage(Fused op) {
            return Storage.OWN;
        }

        /** Only inference runs layers as one. */
        @Override
        protected Tape tape(Fused op, Inputs in, List<Shape> out) {
            return Tape.notKnown(in, out, Extent.Unknown.HERE);
        }
    };

    private static Inputs ofConvolution(Inputs in) {
        return new Inputs(in.shapes().subList(0, 1), in.types().subList(0, 1));
    }
}
