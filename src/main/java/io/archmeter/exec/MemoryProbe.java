package io.archmeter.exec;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;

/** Allocates large arrays, with a problem where there is no room for them. */
public final class MemoryProbe {
    /** Some Java machines cannot make arrays of the very last lengths. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private static final long MEBIBYTE = 1 << 20;

    private MemoryProbe() {}

    /**
     * Refuses a layer with a tensor of weights that no array holds.
     *
     * @param elements of its largest tensor
     */
    public static void requireArray(Node node, long elements) {
        if (elements > LONGEST_ARRAY) {
            throw tooLong(node, "a tensor of its weights has " + elements + " elements");
        }
    }

    /**
     * Refuses a network that cannot fit, before any work. One that is not refused may still not fit, because kernels rearrange
     * weights, which takes memory.
     *
     * @param node the layer that needs most
     * @param weights elements that are in memory while it runs
     * @param activations elements of the arena and the input
     */
    public static void requireRoom(Node node, long weights, long activations) {
        long least = Math.multiplyExact(Math.addExact(weights, activations), Float.BYTES);
        if (least > Runtime.getRuntime().maxMemory()) {
            String ofThem = mebibytes(weights * Float.BYTES) + " of them for weights";
            throw tooLittle(node, "at least " + mebibytes(least) + " are needed, " + ofThem);
        }
    }

    /** The problem of a node whose arrays could not be allocated. */
    public static ProblemException tooLittle(Node node) {
        return tooLittle(node, "there is no room for its arrays beside what is held already");
    }

    static float[] arena(Graph graph, long bytes) {
        Node input = graph.nodes().get(0);
        long elements = bytes / Float.BYTES;
        if (elements > LONGEST_ARRAY) {
            throw tooLong(input, "the activations after it have " + elements + " elements in one array");
        }
        try {
            return new float[(int) elements];
        } catch (OutOfMemoryError full) {
            throw tooLittle(input, "the activations after it take " + mebibytes(bytes));
        }
    }

    private static ProblemException tooLong(Node node, String fact) {
        return problem(
                node,
                fact + ", but an array of Java at most " + LONGEST_ARRAY,
                "use a smaller --input or --batch; 'archmeter analyze' counts networks of any size");
    }

    private static ProblemException tooLittle(Node node, String fact) {
        return problem(
                node,
                fact + "; Java was given " + mebibytes(Runtime.getRuntime().maxMemory()),
                "use a smaller --input or --batch, or give Java more, e.g. by ARCHMETER_JAVA_OPTS=-Xmx12g");
    }

    private static ProblemException problem(Node node, String fact, String remedy) {
        return new ProblemException(new Problem("not-enough-memory", node.place(), node.name(), fact, remedy));
    }

    /** Rounded up, so that what does not fit looks larger than what there is. */
    private static String mebibytes(long bytes) {
        return (bytes + MEBIBYTE - 1) / MEBIBYTE + " MiB";
    }
}
