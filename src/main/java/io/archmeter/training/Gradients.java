package io.archmeter.training;

import io.archmeter.graph.Graph;
import io.archmeter.op.Kept;
import java.util.ArrayList;
import java.util.List;

/**
 * The derivatives of the loss by the tensors that layers pass on, and where they lie while autograd runs backward. The first
 * backward pass that reaches a tensor brings its gradient, others add to it, and when the tensor's own has run, it is gone. What
 * a sum passes on and a concatenation cuts is the same memory as before. So it is added to in place where nobody else holds
 * that memory, and else in a new one: {@code accumulate} of PyTorch's {@code input_buffer.cpp}.
 */
final class Gradients {
    /** Memory in which a gradient lies, or several. */
    private static final class Piece {
        private final int tensor;
        private final int first;
        private int holders = 1;

        Piece(int tensor, int first) {
            this.tensor = tensor;
            this.first = first;
        }
    }

    private final Graph graph;
    private final Passes passes;
    private final Steps steps;
    private final long[] bytes;
    private final Piece[] pieces;
    private final boolean[] isPart;
    private final List<Holding> all = new ArrayList<>();

    private Gradients(Graph graph, Passes passes, long[] bytes) {
        this.graph = graph;
        this.passes = passes;
        this.steps = new Steps(graph);
        this.bytes = bytes;
        this.pieces = new Piece[bytes.length];
        this.isPart = new boolean[bytes.length];
    }

    /**
     * Runs backward.
     *
     * @param bytes of each tensor
     */
    static List<Holding> of(Graph graph, Passes passes, long[] bytes) {
        Gradients gradients = new Gradients(graph, passes, bytes);
        for (int tensor = 0; tensor < bytes.length; tensor++) {
            if (passes.isOutput(tensor) && passes.hasGradient(tensor)) {
                gradients.pieces[tensor] = new Piece(tensor, gradients.steps.firstBackward());
            }
        }
        for (int node = bytes.length - 1; node > 0; node--) {
            if (passes.isTensor(node) && passes.hasGradient(node)) {
                gradients.runBackward(node);
            }
        }
        return gradients.all;
    }

    /** What is computed from a gradient is added to others when that gradient is gone; what is passed on is still there. */
    private void runBackward(int node) {
        boolean computed = passes.kept(node).gradient() == Kept.Gradient.COMPUTED;
        if (computed) {
            letGo(pieces[node], steps.backward(node));
        }
        for (int input : graph.nodes().get(node).inputs()) {
            if (passes.hasGradient(input)) {
                bring(passes.tensor(input), node);
            }
        }
        if (!computed) {
            letGo(pieces[node], steps.backward(node));
        }
    }

    /** Brings the gradient of an input from the gradient of a node's output. */
    private void bring(int tensor, int node) {
        Kept.Gradient gradient = passes.kept(node).gradient();
        boolean part = gradient == Kept.Gradient.DIVIDED;
        boolean passed = part || gradient == Kept.Gradient.PASSED_ON && bytes[tensor] == bytes[node];
        if (pieces[tensor] != null) {
            add(tensor, passed, steps.backward(node));
        } else if (passed) {
            pieces[tensor] = pieces[node];
            pieces[tensor].holders++;
            isPart[tensor] = part || isPart[node];
        } else {
            pieces[tensor] = new Piece(tensor, steps.backward(node));
        }
    }

    /** Adds to a gradient that is there: in place, unless others hold the same memory or it is cut out of a larger one. */
    private void add(int tensor, boolean passed, int step) {
        if (!passed) {
            all.add(new Holding(Holding.Use.GRADIENT, name(tensor), name(tensor), bytes[tensor], step, step));
        }
        Piece before = pieces[tensor];
        if (before.holders > 1 || isPart[tensor]) {
            pieces[tensor] = new Piece(tensor, step);
            isPart[tensor] = false;
            letGo(before, step);
        }
    }

    private void letGo(Piece piece, int step) {
        piece.holders--;
        if (piece.holders == 0) {
            all.add(new Holding(
                    Holding.Use.GRADIENT,
                    name(piece.tensor),
                    name(piece.tensor),
                    bytes[piece.tensor],
                    piece.first,
                    step));
        }
    }

    private String name(int tensor) {
        return graph.nodes().get(tensor).name();
    }
}
