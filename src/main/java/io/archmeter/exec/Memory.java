package io.archmeter.exec;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.util.List;

/** Asks for large arrays, and says so where they cannot be had. */
final class Memory {
    /** Some Java machines cannot make arrays of the very last lengths. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private Memory() {}

    static float[] arena(Graph graph, long bytes) {
        long elements = bytes / Float.BYTES;
        if (elements > LONGEST_ARRAY) {
            throw tooLittle(
                    graph.nodes().get(0), "its activations take " + bytes + " bytes, more than one Java array holds");
        }
        try {
            return new float[(int) elements];
        } catch (OutOfMemoryError full) {
            throw tooLittle(
                    graph.nodes().get(0),
                    "its activations take " + bytes + " bytes, more than Java was given ("
                            + Runtime.getRuntime().maxMemory() + " bytes in all)");
        }
    }

    static ProblemException tooLittle(Node node) {
        return tooLittle(
                node,
                "its weights and workspace do not fit into the memory that Java was given ("
                        + Runtime.getRuntime().maxMemory() + " bytes in all)");
    }

    private static ProblemException tooLittle(Node node, String fact) {
        return new ProblemException(List.of(new Problem(
                "not-enough-memory",
                node.place(),
                node.name(),
                fact,
                "use a smaller --input or --batch, or give Java more: ARCHMETER_JAVA_OPTS=-Xmx12g")));
    }
}
