package io.archmeter.onnx.network;

import io.archmeter.graph.Op;
import io.archmeter.onnx.infer.InferredNode;
import java.util.List;

/**
 * Several nodes that are one operator of the catalogue, which an exporter cut into pieces.
 *
 * @param pieces in the order of execution; the last one makes the output, and nobody else takes anything of the others
 * @param named the piece by which the layer is called
 * @param operand what it works on
 * @param weights what it takes for its weights
 */
record Fused(List<InferredNode> pieces, InferredNode named, Op op, Slot operand, List<Weight> weights) {
    /** An input of a node. */
    record Slot(InferredNode node, int input) {}

    /** An input of a node as a weight: what the operator of the catalogue calls it. */
    record Weight(String name, Slot slot) {
        /** The same among the inputs of its node. What a product of matrices has is in×out. */
        Mapped.Role role() {
            boolean matrix = slot.node().node().operator().equals("MatMul");
            return new Mapped.Role(name, slot.input(), matrix ? Mapped.Stored.TRANSPOSED : Mapped.Stored.SHAPED);
        }
    }

    Fused {
        pieces = List.copyOf(pieces);
        weights = List.copyOf(weights);
    }

    /** One without weights. */
    static Fused of(Op op, Slot operand, List<InferredNode> pieces) {
        return new Fused(pieces, pieces.get(pieces.size() - 1), op, operand, List.of());
    }

    InferredNode last() {
        return pieces.get(pieces.size() - 1);
    }

    /** What it is made of, for people: {@code silu of Sigmoid and Mul}. */
    String text() {
        StringBuilder text = new StringBuilder(op.kind()).append(" of ");
        for (int piece = 0; piece < pieces.size(); piece++) {
            text.append(piece == 0 ? "" : piece == pieces.size() - 1 ? " and " : ", ")
                    .append(pieces.get(piece).node().operator());
        }
        return text.toString();
    }
}
