package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * The analytic half of one operator. There are no default methods: an operator that is free says so. Inputs and attributes
 * that do not go together are refused in {@link #outputs}. Types are those of a network of float32.
 */
abstract class OpRule<O extends Op> {
    /** The keys in a spec, the usual one first. */
    abstract List<Argument<?>> arguments();

    /** What it is good for, for those who ask for a kind of operators. */
    abstract Set<Trait> traits();

    /** The attributes, made explicit for these inputs. */
    abstract O read(Arguments given, Inputs in);

    /** Its attributes in the words of its arguments. */
    abstract Attributes attributes(O op);

    /** What it puts out, at least one tensor. */
    abstract List<OutputDeclaration> outputs(O op, Inputs in);

    /** Its tensors, in the order in which PyTorch lists them. */
    abstract List<WeightDeclaration> weights(O op, Inputs in);

    /** @param out the shapes of its outputs */
    abstract Work work(O op, Inputs in, List<Shape> out);

    abstract Reach reach(O op, Inputs in);

    abstract Storage storage(O op);

    /**
     * What PyTorch does with it in training, by the names of its operations.
     *
     * @param out the shapes of its outputs
     */
    abstract Tape tape(O op, Inputs in, List<Shape> out);
}
