package io.archmeter.exec;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;

/** Asks for large arrays, and says so where they cannot be had. */
public final class Memory {
    /** Some Java machines cannot make arrays of the very last lengths. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private static final long MEBIBYTE = 1 << 20;

    private Memory() {}

    /**
     * Refuses a layer whose tensor of weights no Java array holds.
     *
     * @param elements of its largest tensor
     */
    public static void requireArray(Node node, long elements) {
        if (elements > LONGEST_ARRAY) {
            throw tooLittle(
                    node, "a tensor of its weights has " + elements + " elements, more than one Java array holds");
        }
    }

    /**
     * Refuses what cannot fit, before any work. What fits here may still not fit then, for kernels lay weights out anew.
     *
     * @param node the layer that needs most
     * @param weights elements that are in memory while it runs
     * @param activations elements of the arena and the input
     */
    public static void requireRoom(Node node, long weights, long activations) {
        long least = Math.multiplyExact(Math.addExact(weights, activations), Float.BYTES);
        if (least > Runtime.getRuntime().maxMemory()) {
            throw tooLittle(
                    node,
                    mebibytes(least) + " are needed at least, " + mebibytes(weights * Float.BYTES)
                            + " of them for weights, and " + given());
        }
    }

    static float[] arena(Graph graph, long bytes) {
        long elements = bytes / Float.BYTES;
        if (elements > LONGEST_ARRAY) {
            throw tooLittle(
                    graph.nodes().get(0),
                    "all activations lie in one array, and their " + mebibytes(bytes)
                            + " are more than one of Java's holds");
        }
        try {
            return new float[(int) elements];
        } catch (OutOfMemoryError full) {
            throw tooLittle(graph.nodes().get(0), mebibytes(bytes) + " of activations do not fit: " + given());
        }
    }

    /** Of a node whose arrays were asked for in vain. */
    public static ProblemException tooLittle(Node node) {
        return tooLittle(node, "its arrays do not fit beside what is held already: " + given());
    }

    private static ProblemException tooLittle(Node node, String fact) {
        return new ProblemException(new Problem(
                "not-enough-memory",
                node.place(),
                node.name(),
                fact,
                "use a smaller --input or --batch, or give Java more, e.g. by ARCHMETER_JAVA_OPTS=-Xmx12g"));
    }

    private static String given() {
        return "Java was given " + mebibytes(Runtime.getRuntime().maxMemory());
    }

    /** Rounded up, so that what does not fit looks larger than what there is. */
    private static String mebibytes(long bytes) {
        return (bytes + MEBIBYTE - 1) / MEBIBYTE + " MiB";
    }
}
