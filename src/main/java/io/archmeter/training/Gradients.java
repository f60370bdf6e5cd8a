package io.archmeter.training;

import io.archmeter.op.TapeEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The derivatives of the loss by the tensors that operations pass on, and where they lie while autograd runs backward. The first
 * backward pass that reaches a tensor brings its gradient, others add to it, and when the tensor's own has run, it is gone.
 *
 * <p>An operation has computed all that it brings before it frees what it kept and the gradient that it was given, and only then is
 * anything added up ({@code evaluate_function} of PyTorch's {@code engine.cpp}). It is added in place where nobody else holds that
 * memory, and else in a new one; a view holds what it is a view of ({@code can_accumulate_inplace} of {@code input_buffer.cpp}).
 */
final class Gradients {
    /** Memory in which a gradient lies, or several. */
    private static final class Piece {
        private final int tensor;
        private final long bytes;
        private final int first;
        private int holders = 1;

        Piece(int tensor, long bytes, int first) {
            this.tensor = tensor;
            this.bytes = bytes;
            this.first = first;
        }

        Piece shared() {
            holders++;
            return this;
        }
    }

    /**
     * The gradient of a tensor.
     *
     * @param view whether it is a view, of a part perhaps
     */
    private record Gradient(int tensor, Piece piece, boolean view) {}

    private final Program program;
    private final TensorUses passes;
    private final long[] bytes;
    private final Timeline timeline;
    private final Gradient[] gradients;
    private final int[] begun;
    private final int[] done;
    private final List<Allocation> all = new ArrayList<>();

    /**
     * Nothing has run backward yet.
     *
     * @param bytes of each tensor
     */
    Gradients(Program program, TensorUses passes, long[] bytes, Timeline timeline) {
        this.program = program;
        this.passes = passes;
        this.bytes = bytes;
        this.timeline = timeline;
        this.gradients = new Gradient[bytes.length];
        this.begun = new int[program.operations().size()];
        this.done = new int[program.operations().size()];
    }

    /** The loss has been differentiated by what it takes; the first step of the backward pass has begun. */
    void seed() {
        for (int tensor : program.untaken()) {
            if (passes.hasGradient(tensor)) {
                gradients[tensor] = computed(tensor, bytes[tensor]);
            }
        }
    }

    /** Runs an operation backward, at the last moment and as many more as it takes. */
    void runBackward(int number) {
        Operation operation = program.operations().get(number);
        begun[number] = timeline.last();
        done[number] = timeline.last();
        if (operation.entry().gradient() == TapeEntry.Gradient.JOINED) {
            join(number);
        } else if (gradients[operation.result()] != null) {
            List<Gradient> brought = summed(operation, results(operation));
            done[number] = timeline.last();
            letGo(gradients[operation.result()].piece());
            bring(brought);
        }
    }

    /** Operations that put out parts are one backward, which runs with the first of them. */
    private void join(int number) {
        if (isPart(number - 1, number)) {
            return;
        }
        List<Piece> parts = new ArrayList<>();
        for (int part = number; part == number || isPart(number, part); part++) {
            int result = program.operations().get(part).result();
            Gradient given = gradients[result];
            parts.add((given == null ? computed(result, bytes[result]) : given).piece());
        }
        List<Gradient> brought = results(program.operations().get(number));
        parts.forEach(this::letGo);
        bring(brought);
    }

    /** Whether two operations put out parts of one operand. */
    private boolean isPart(int one, int other) {
        List<Operation> all = program.operations();
        return one >= 0
                && other < all.size()
                && all.get(one).node() == all.get(other).node()
                && all.get(one).entry().gradient() == all.get(other).entry().gradient();
    }

    /** The moment at which an operation begins to run backward. */
    int begun(int operation) {
        return begun[operation];
    }

    /** The last moment at which an operation holds what it kept. */
    int done(int operation) {
        return done[operation];
    }

    /** All that was held, when everything has run. */
    List<Allocation> holdings() {
        return List.copyOf(all);
    }

    private List<Gradient> results(Operation operation) {
        List<Gradient> results = new ArrayList<>();
        for (int place = 0; place < operation.operands().size(); place++) {
            int operand = operation.operands().get(place);
            if (passes.hasGradient(operand)) {
                results.add(result(operation, operand, place));
            }
        }
        return results;
    }

    private Gradient result(Operation operation, int operand, int place) {
        Gradient given = gradients[operation.result()];
        return switch (operation.entry().gradient()) {
            case COMPUTED, JOINED -> computed(operand, bytes[operand]);
            case ELEMENTWISE -> computed(operand, bytes[operation.result()]);
            case PASSED_ON -> passedOn(given, operand, bytes[operation.result()]);
            case FIRST_PASSED_ON ->
                place == 0
                        ? passedOn(given, operand, bytes[operation.result()])
                        : computed(operand, bytes[operation.result()]);
            case VIEW -> new Gradient(operand, given.piece().shared(), true);
        };
    }

    private Gradient passedOn(Gradient given, int operand, long size) {
        return bytes[operand] == size
                ? new Gradient(operand, given.piece().shared(), given.view())
                : computed(operand, bytes[operand]);
    }

    private Gradient computed(int tensor, long size) {
        return new Gradient(tensor, new Piece(tensor, size, timeline.last()), false);
    }

    /**
     * What is larger than its tensor is summed to the tensor's extents, one after the other ({@code validate_outputs}); a view is as
     * large as its tensor, whatever it is a view of.
     */
    private List<Gradient> summed(Operation operation, List<Gradient> results) {
        TapeEntry.Gradient gradient = operation.entry().gradient();
        if (gradient != TapeEntry.Gradient.ELEMENTWISE && gradient != TapeEntry.Gradient.FIRST_PASSED_ON) {
            return results;
        }
        List<Gradient> fitting = new ArrayList<>();
        for (Gradient result : results) {
            if (result.view() || result.piece().bytes == bytes[result.tensor()]) {
                fitting.add(result);
            } else {
                timeline.next();
                fitting.add(computed(result.tensor(), bytes[result.tensor()]));
                letGo(result.piece());
            }
        }
        return fitting;
    }

    /** What is added to another is gone when all have been brought. */
    private void bring(List<Gradient> brought) {
        List<Piece> added = new ArrayList<>();
        for (Gradient gradient : brought) {
            int tensor = gradient.tensor();
            Gradient before = gradients[tensor];
            if (before == null) {
                gradients[tensor] = gradient;
                continue;
            }
            added.add(gradient.piece());
            if (before.piece().holders > 1 || before.view()) {
                timeline.next();
                gradients[tensor] = computed(tensor, bytes[tensor]);
                letGo(before.piece());
            }
        }
        added.forEach(this::letGo);
    }

    private void letGo(Piece piece) {
        piece.holders--;
        if (piece.holders == 0) {
            // The gradient of a view is known by the tensor that it shows.
            Program.Tensor tensor = program.tensors().get(passes.memory(piece.tensor));
            all.add(new Allocation(
                    Allocation.Use.GRADIENT,
                    tensor.node().name(),
                    tensor.name(),
                    piece.bytes,
                    piece.first,
                    timeline.last()));
        }
    }
}
