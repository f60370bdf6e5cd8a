package io.archmeter.onnx.network;

import io.archmeter.graph.Op;
import io.archmeter.graph.Output;
import java.util.List;

/**
 * An operator of the catalogue that says exactly what a node does.
 *
 * @param operands the node's inputs that it works on, in its order
 * @param roles the node's inputs that are its weights
 * @param outputs as its rule gives them
 */
record Mapped(Op op, List<Integer> operands, List<Role> roles, List<Output> outputs) {
    /**
     * An input of a node as a weight.
     *
     * @param name what the operator of the catalogue calls it
     * @param stored in which form the file has it
     */
    record Role(String name, int slot, Stored stored) {
        /** One that has the operator's form. */
        Role(String name, int slot) {
            this(name, slot, Stored.ALIKE);
        }
    }

    /** The form of a stored tensor, beside that in which the operator of the catalogue takes it. */
    enum Stored {
        ALIKE,
        /** A matrix whose axes are the other way round. */
        TRANSPOSED,
        /** The same elements under another shape. */
        SHAPED,
        /** The file has none: it is zero, and no tensor of weights. */
        MISSING
    }

    Mapped {
        operands = List.copyOf(operands);
        roles = List.copyOf(roles);
        outputs = List.copyOf(outputs);
    }

    /** Before its rule was asked. */
    static Mapped of(Op op, List<Integer> operands, Role... roles) {
        return new Mapped(op, operands, List.of(roles), List.of());
    }
}
