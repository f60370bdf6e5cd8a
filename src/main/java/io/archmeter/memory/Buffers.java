package io.archmeter.memory;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Overflow;
import io.archmeter.op.Activation;
import io.archmeter.op.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** Which tensors share memory. Buffers are numbered in the order of their first steps. */
final class Buffers {
    private final Graph graph;
    private final Liveness liveness;
    private final Sharing sharing;
    private final int[] bufferOf;
    private final int[] first;
    private final int[] last;
    private int count;

    private Buffers(Graph graph, Liveness liveness, Sharing sharing) {
        int tensors = graph.nodes().size();
        this.graph = graph;
        this.liveness = liveness;
        this.sharing = sharing;
        this.bufferOf = new int[tensors];
        this.first = new int[tensors];
        this.last = new int[tensors];
    }

    static Buffers of(Graph graph, Liveness liveness, Sharing sharing) {
        Buffers buffers = new Buffers(graph, liveness, sharing);
        for (int tensor = 0; tensor < graph.nodes().size(); tensor++) {
            if (liveness.runs(tensor)) {
                buffers.add(tensor, graph.nodes().get(tensor));
            }
        }
        return buffers;
    }

    private void add(int tensor, Node node) {
        int buffer = shared(tensor, node);
        if (buffer == count) {
            first[count++] = tensor;
        }
        bufferOf[tensor] = buffer;
        last[buffer] = Math.max(last[buffer], liveness.last(tensor));
    }

    /** The buffer that a tensor joins; the next number where it needs one of its own. */
    private int shared(int tensor, Node node) {
        if (node.isInput()) {
            return count;
        }
        return switch (Catalogue.storage(node.op())) {
            case VIEW -> bufferOf[node.inputs().get(0)];
            case IN_PLACE -> worksInPlace(node) ? inPlace(tensor, node) : count;
            case OWN -> count;
        };
    }

    private boolean worksInPlace(Node node) {
        return switch (sharing) {
            case VIEWS -> false;
            case ACTIVATIONS -> node.op() instanceof Activation;
            case IN_PLACE -> true;
        };
    }

    /** The buffer of the first input that is as large as the output, and that nobody needs after this step. */
    private int inPlace(int tensor, Node node) {
        for (int input : node.inputs()) {
            Node maker = graph.nodes().get(input);
            if (last[bufferOf[input]] == tensor
                    && maker.output().elements() == node.output().elements()) {
                return bufferOf[input];
            }
        }
        return count;
    }

    /** The number of the buffer in which a tensor lies. */
    int of(int tensor) {
        return bufferOf[tensor];
    }

    /** All buffers. */
    List<Buffer> all(DType type) {
        List<Buffer> all = new ArrayList<>(count);
        for (int buffer = 0; buffer < count; buffer++) {
            all.add(new Buffer(first[buffer], last[buffer], bytes(graph.nodes().get(first[buffer]), type)));
        }
        return all;
    }

    /** Bytes of a tensor, which has as many elements as all that share its buffer. */
    static long bytes(Node node, DType type) {
        try {
            return Math.multiplyExact(node.output().elements(), type.bytes());
        } catch (ArithmeticException tooMany) {
            throw Overflow.at(node);
        }
    }
}
