package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cuts a tensor along one axis into parts, each an output of its own (PyTorch {@code torch.chunk}, and {@code torch.split} with a list
 * of sizes; ONNX {@code Split}). The outputs are named by their numbers, from 0.
 *
 * @param count how many parts there are
 * @param sizes of each; empty where all are of one, rounded up, but for a last one that can be smaller
 * @param axis from 0, never negative
 */
public record Split(int count, List<Long> sizes, int axis) implements Op {
    private static final Argument<Parts> PARTS = Argument.parts(
                    "parts",
                    "into how many parts of one size, of which the last may be smaller, or a list with the size of each")
            .asUsual();
    private static final Argument<Integer> AXIS =
            Argument.integer("axis", "axis along which the tensor is cut").or(1);

    public Split {
        sizes = List.copyOf(sizes);
        if (axis < 0 || count < 1 || !sizes.isEmpty() && sizes.size() != count) {
            throw new IllegalArgumentException("no such split: " + count + " parts of " + sizes + " along " + axis);
        }
    }

    private static Split of(Parts parts, int axis) {
        return new Split(parts.count(), parts instanceof Parts.Sized sized ? sized.sizes() : List.of(), axis);
    }

    private Parts parts() {
        return sizes.isEmpty() ? new Parts.Equal(count) : new Parts.Sized(sizes);
    }

    @Override
    public String kind() {
        return "split";
    }

    static final OpRule<Split> RULE = new OpRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(PARTS, AXIS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.ANY_TYPE);
        }

        @Override
        protected Split read(Arguments given, Inputs in) {
            return Split.of(given.get(PARTS), Extents.axis(AXIS.name(), given.get(AXIS), in.first()));
        }

        @Override
        protected Attributes attributes(Split op) {
            return new Attributes().and(PARTS, op.parts()).and(AXIS, op.axis);
        }

        @Override
        protected List<OutputDeclaration> outputs(Split op, Inputs in) {
            Shape x = in.only();
            Extents.axis(AXIS.name(), op.axis, x);
            List<OutputDeclaration> outputs = new ArrayList<>();
            for (Formula size : sizes(op, x)) {
                List<Formula> extents = new ArrayList<>(Extents.same(x));
                extents.set(op.axis, size);
                outputs.add(new OutputDeclaration(
                        String.valueOf(outputs.size()), extents, in.types().get(0)));
            }
            return outputs;
        }

        @Override
        protected List<WeightDeclaration> weights(Split op, Inputs in) {
            return List.of();
        }

        @Override
        protected Work work(Split op, Inputs in, List<Shape> out) {
            return Work.NONE;
        }

        @Override
        protected Reach reach(Split op, Inputs in) {
            List<Long> firsts = new ArrayList<>();
            long first = 0;
            for (Formula size : sizes(op, in.only())) {
                firsts.add(first);
                first += size.value();
            }
            return new Reach.Taken(op.axis, firsts, 1, false);
        }

        @Override
        protected Storage storage(Split op) {
            return Storage.PARTS;
        }

        /** {@code SplitBackward0} and {@code SplitWithSizesBackward0} keep sizes and no tensor. */
        @Override
        protected Tape tape(Split op, Inputs in, List<Shape> out) {
            return Tape.parts(out);
        }
    };

    private static List<Formula> sizes(Split op, Shape x) {
        return op.sizes.isEmpty() ? equal(op, x) : sized(op, x);
    }

    /** As {@code torch.chunk}, which puts out fewer where the last ones would be empty; whoever names one of these is told. */
    private static List<Formula> equal(Split op, Shape x) {
        Formula extent = Formula.of(x.axis(op.axis));
        if (!(x.axis(op.axis) instanceof Extent.Known known) || known.value() == 0) {
            return Collections.nCopies(op.count, extent);
        }
        Formula size = op.count == 1 ? extent : Formula.ceil(extent, op.count);
        long full = Math.floorDiv(extent.value(), size.value());
        long rest = Math.floorMod(extent.value(), size.value());
        long found = full + (rest == 0 ? 0 : 1);
        if (found < op.count) {
            throw new Refusal(
                    "too-many-parts",
                    PARTS.name(),
                    "axis " + op.axis + " of " + x + " makes " + found + (found == 1 ? " part" : " parts") + " of "
                            + size.value() + ", and not " + op.count,
                    "use " + found + ", or a list of sizes that add up to " + extent.value());
        }
        List<Formula> sizes = new ArrayList<>();
        for (int part = 0; part < full; part++) {
            sizes.add(size);
        }
        if (rest > 0) {
            sizes.add(Formula.difference(extent, Formula.product(Formula.of(full), size)));
        }
        return sizes;
    }

    private static List<Formula> sized(Split op, Shape x) {
        if (x.axis(op.axis) instanceof Extent.Unknown) {
            return op.sizes.stream().map(Formula::of).toList();
        }
        long rest = x.extent(op.axis);
        List<Formula> sizes = new ArrayList<>();
        for (long size : op.sizes) {
            rest = size > rest ? -1 : rest - size;
            sizes.add(Formula.of(size));
            if (rest < 0) {
                break;
            }
        }
        if (rest != 0) {
            String sum = op.sizes.stream().map(String::valueOf).collect(Collectors.joining(" + "));
            throw new Refusal(
                    "sizes-do-not-add-up",
                    PARTS.name(),
                    sum + " is not the extent of axis " + op.axis + " of " + x,
                    "use sizes that add up to " + x.extent(op.axis)
                            + ", or write how many parts of one size there are");
        }
        return sizes;
    }
}
