package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code torch.matmul} is made of ({@code _matmul_impl} of {@code aten/src/ATen/native/LinearAlgebra.cpp}): of two matrices it is
 * {@code MmBackward0}, which keeps both. A matrix by more of them is one large product of what is a view where memory allows it. Else the
 * batches are expanded, which copies a tensor that is stretched along some of its axes and not along others, and {@code BmmBackward0}
 * keeps what it multiplies. Where one tensor has no gradient, the other is not needed.
 */
final class MatmulTape {
    private static final Extent ONE = Extent.of(1);

    private final Matmul op;
    private final Inputs in;
    private final Shape out;
    private final List<TapeEntry> entries = new ArrayList<>();

    private MatmulTape(Matmul op, Inputs in, Shape out) {
        this.op = op;
        this.in = in;
        this.out = out;
    }

    static Tape of(Matmul op, Inputs in, Shape out) {
        MatmulTape tape = new MatmulTape(op, in, out);
        int first = in.first().rank();
        int second = in.shapes().get(1).rank();
        if (first == 2 && second == 2) {
            tape.product(0, 1);
        } else if (second == 2) {
            tape.product(tape.joined(0, first - 1), 1);
            tape.view(tape.last());
        } else if (first == 2) {
            // The larger one, transposed, by the transposed matrix: what comes out is transposed back, and copied.
            tape.product(0, op.transpose() ? tape.view(1) : tape.copy(1, "transposed"));
            tape.copy(tape.last(), "");
        } else {
            tape.product(tape.expanded(0), tape.expanded(1));
            tape.view(tape.last());
        }
        return new Tape(2, tape.entries);
    }

    private int last() {
        return 1 + entries.size();
    }

    private Shape shape(int tensor) {
        return tensor < 2 ? in.shapes().get(tensor) : entries.get(tensor - 2).output();
    }

    private void product(int first, int second) {
        entries.add(TapeEntry.on(List.of(first, second), out).keeping(SavedForBackward.FACTORS));
    }

    private int view(int tensor) {
        entries.add(TapeEntry.view(tensor, shape(tensor)));
        return last();
    }

    /** A view of many matrices as one, or one after the other, where memory allows it. */
    private int joined(int tensor, int axes) {
        entries.add(TapeEntry.view(tensor, shape(tensor)).showing(new View.Joined(axes)));
        return last();
    }

    private int copy(int tensor, String name) {
        entries.add(TapeEntry.on(List.of(tensor), shape(tensor)).named(name));
        return last();
    }

    /** The matrices of a tensor for each of the product: it is copied where no steps of memory lead from one to the next. */
    private int expanded(int tensor) {
        Shape own = in.shapes().get(tensor);
        List<Extent> axes = new ArrayList<>(Matmul.matrices(out).axes());
        int missing = axes.size() + 2 - own.rank();
        boolean stretched = false;
        boolean kept = false;
        for (int axis = 0; axis < axes.size(); axis++) {
            boolean one = axis < missing || own.axis(axis - missing).equals(ONE);
            stretched |= one && !axes.get(axis).equals(ONE);
            kept |= !one;
        }
        if (!stretched && own.rank() > 2) {
            return joined(tensor, own.rank() - 2);
        }
        if (!stretched || !kept) {
            return view(tensor);
        }
        axes.add(own.axis(own.rank() - 2));
        axes.add(own.axis(own.rank() - 1));
        entries.add(TapeEntry.on(List.of(tensor), Shape.ofAxes(axes))
                .named(tensor == 0 ? "expanded first" : "expanded second")
                .giving(TapeEntry.Gradient.PASSED_ON));
        return last();
    }
}
