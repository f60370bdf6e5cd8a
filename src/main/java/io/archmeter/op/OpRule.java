package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;

/**
 * The analytic half of one operator. There are no default methods: an operator that is free says so. Inputs and attributes
 * that do not go together are refused in {@link #infer}.
 */
abstract class OpRule<O extends Op> {
    /** The keys in a spec, the usual one first. */
    abstract List<Argument<?>> arguments();

    /** The attributes, made explicit for these inputs. */
    abstract O read(Arguments given, Inputs in);

    /** Its attributes in the words of its arguments. */
    abstract Attributes attributes(O op);

    /** The extents of the output. */
    abstract List<Formula> infer(O op, Inputs in);

    /** Its tensors, in the order in which PyTorch lists them. */
    abstract List<Weight> weights(O op, Inputs in);

    abstract Work work(O op, Inputs in, Shape out);

    abstract Reach reach(O op, Inputs in);

    abstract Storage storage(O op);

    /** What PyTorch does with it in training, by the names of its operations. */
    abstract Tape tape(O op, Inputs in, Shape out);
}
