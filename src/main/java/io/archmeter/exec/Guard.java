package io.archmeter.exec;

import io.archmeter.exec.kernel.Tensor;
import io.archmeter.graph.Node;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.util.Arrays;
import java.util.List;

/** Looks for numbers that are none. */
final class Guard {
    private Guard() {}

    static void requireNumbers(Node node, Tensor output) {
        float[] data = output.data();
        for (int i = output.offset(); i < output.end(); i++) {
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
