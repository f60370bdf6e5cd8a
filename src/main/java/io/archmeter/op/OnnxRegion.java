package io.archmeter.op;

import java.util.List;

/**
 * Nodes that an operator of ONNX runs: a branch of an {@code If}, the body of a {@code Loop} or {@code Scan}. Values in it have numbers:
 * first what the operator gives it, then what it takes from around the operator, then what its nodes put out, in their order.
 *
 * @param given how many values the operator gives it
 * @param taken the numbers of those operands of the operator that it takes from around it
 * @param nodes in an order in which they can be computed
 * @param outputs the numbers of the values that it puts out
 */
public record OnnxRegion(int given, List<Integer> taken, List<Node> nodes, List<Integer> outputs) {
    /**
     * A node.
     *
     * @param op what it does; no shapes were worked out for it, which may be others each time
     * @param operands the numbers of the values that it works on
     */
    public record Node(OnnxOperator op, List<Integer> operands) {
        public Node {
            operands = List.copyOf(operands);
        }
    }

    public OnnxRegion {
        taken = List.copyOf(taken);
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
        int made = given + taken.size();
        for (Node node : nodes) {
            requireThere(node.operands(), made);
            made += node.op().slots().size();
        }
        requireThere(outputs, made);
    }

    private static void requireThere(List<Integer> values, int made) {
        for (int value : values) {
            if (value < 0 || value >= made) {
                throw new IllegalArgumentException("value " + value + " is not there yet");
            }
        }
    }
}
