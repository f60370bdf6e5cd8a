package io.archmeter.exec;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Node;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for NaN in outputs. A max pool puts out −∞ where its window has padding alone, as in PyTorch; a NaN that follows from that,
 * such as −∞ + ∞, is no fault.
 */
final class NanGuard {
    private final Set<Integer> infinite = new HashSet<>();

    /**
     * Looks at a value that a node has put out.
     *
     * @param infinity whether −∞ belongs to it
     */
    void inspect(int value, Node node, Tensor output, boolean infinity) {
        if (!infinity && node.values().stream().noneMatch(infinite::contains)) {
            requireNumbers(node, output);
        } else if (!isFinite(output)) {
            infinite.add(value);
        }
    }

    private static boolean isFinite(Tensor output) {
        int end = output.end();
        for (int i = output.offset(); i < end; i++) {
            if (!Float.isFinite(output.data()[i])) {
                return false;
            }
        }
        return true;
    }

    private static void requireNumbers(Node node, Tensor output) {
        float[] data = output.data();
        int end = output.end();
        for (int i = output.offset(); i < end; i++) {
            if (Float.isNaN(data[i])) {
                throw new ProblemException(
                        List.of(
                                new Problem(
                                        "nan-produced",
                                        node.place(),
                                        node.name(),
                                        "element " + (i - output.offset()) + " of its output is NaN (not a number)",
                                        "look in it and before it for a division of zero by zero, a power of a negative number, or numbers beyond float32")));
            }
        }
    }

    /** Makes the elements such that whoever still reads them puts out NaN. */
    static void spoil(Tensor released) {
        Arrays.fill(released.data(), released.offset(), released.end(), Float.NaN);
    }
}
