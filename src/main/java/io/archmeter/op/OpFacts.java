package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of an operator on given inputs. Its rule is asked when somebody asks here first, and once: who wants to know how far
 * it reaches does not pay for how it counts. Two threads that ask at once get equal answers. Counts and extents throw
 * {@link ArithmeticException} where they do not fit a {@code long}.
 */
public final class OpFacts {
    private final Operator operator;
    private final Op op;
    private final Inputs in;
    private final List<Shape> out;
    private Optional<Work> work = Optional.empty();
    private Optional<Reach> reach = Optional.empty();
    private Optional<Storage> storage = Optional.empty();

    OpFacts(Operator operator, Op op, Inputs in, List<Shape> out) {
        this.operator = operator;
        this.op = op;
        this.in = in;
        this.out = out;
    }

    /** What it puts out, and how that comes about. */
    public List<OutputDeclaration> outputs() {
        return operator.outputs(op, in);
    }

    /** What one pass computes. */
    public Work work() {
        if (work.isEmpty()) {
            work = Optional.of(operator.work(op, in, out));
        }
        return work.get();
    }

    /** Which positions of its input one element of the output sees. */
    public Reach reach() {
        if (reach.isEmpty()) {
            reach = Optional.of(operator.reach(op, in));
        }
        return reach.get();
    }

    /** Where its output may lie. */
    public Storage storage() {
        if (storage.isEmpty()) {
            storage = Optional.of(operator.storage(op));
        }
        return storage.get();
    }
}
