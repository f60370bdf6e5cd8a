package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;

/** The rule of an operator with one output, whose elements have the type of its first input. */
public abstract class SingleOutputRule<O extends Op> extends OpRule<O> {
    /** The extents of the output. */
    protected abstract List<Formula> infer(O op, Inputs in);

    protected abstract Work work(O op, Inputs in, Shape out);

    /** What PyTorch does with it in training, by the names of its operations. */
    protected abstract Tape tape(O op, Inputs in, Shape out);

    @Override
    protected final List<OutputDeclaration> outputs(O op, Inputs in) {
        return List.of(new OutputDeclaration("", infer(op, in), in.types().get(0)));
    }

    @Override
    protected final Work work(O op, Inputs in, List<Shape> out) {
        return work(op, in, out.get(0));
    }

    @Override
    protected final Tape tape(O op, Inputs in, List<Shape> out) {
        return tape(op, in, out.get(0));
    }
}
