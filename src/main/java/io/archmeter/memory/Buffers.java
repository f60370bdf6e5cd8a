package io.archmeter.memory;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Overflow;
import io.archmeter.graph.Value;
import io.archmeter.op.Activation;
import io.archmeter.op.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** Which values share memory. Buffers are numbered in the order of their first steps. */
final class Buffers {
    private final Graph graph;
    private final Liveness liveness;
    private final Sharing sharing;
    private final int[] bufferOf;
    private final int[] firstValue;
    private final int[] last;
    private int count;

    private Buffers(Graph graph, Liveness liveness, Sharing sharing) {
        int values = graph.values().size();
        this.graph = graph;
        this.liveness = liveness;
        this.sharing = sharing;
        this.bufferOf = new int[values];
        this.firstValue = new int[values];
        this.last = new int[values];
    }

    static Buffers of(Graph graph, Liveness liveness, Sharing sharing) {
        Buffers buffers = new Buffers(graph, liveness, sharing);
        for (int value = 0; value < graph.values().size(); value++) {
            if (liveness.isMade(value)) {
                buffers.add(value, graph.values().get(value));
            }
        }
        return buffers;
    }

    private void add(int number, Value value) {
        int buffer = shared(number, value);
        if (buffer == count) {
            firstValue[count++] = number;
        }
        bufferOf[number] = buffer;
        last[buffer] = Math.max(last[buffer], liveness.last(number));
    }

    /** The buffer that a value joins; the next number where it needs one of its own. */
    private int shared(int number, Value value) {
        Node node = graph.nodes().get(value.node());
        if (node.isInput() || value.slot() > 0) {
            return count;
        }
        return switch (Catalogue.storage(node.op())) {
            case VIEW -> node.inputs().get(0) instanceof Operand.OfValue input ? bufferOf[input.number()] : count;
            case IN_PLACE -> worksInPlace(node) ? inPlace(value, node) : count;
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
    private int inPlace(Value output, Node node) {
        for (Operand operand : node.inputs()) {
            if (operand instanceof Operand.OfValue input
                    && last[bufferOf[input.number()]] == output.node()
                    && isAsLarge(graph.values().get(input.number()), output)) {
                return bufferOf[input.number()];
            }
        }
        return count;
    }

    private static boolean isAsLarge(Value input, Value output) {
        return input.type().bits() == output.type().bits()
                && input.shape().elements() == output.shape().elements();
    }

    /** The number of the buffer in which a value lies. */
    int of(int value) {
        return bufferOf[value];
    }

    /** All buffers. */
    List<Buffer> all() {
        List<Buffer> all = new ArrayList<>(count);
        for (int buffer = 0; buffer < count; buffer++) {
            Value first = graph.values().get(firstValue[buffer]);
            all.add(new Buffer(first.node(), last[buffer], bytes(first)));
        }
        return all;
    }

    /** Bytes of a value, which has as many as all that share its buffer. */
    long bytes(int value) {
        return bytes(graph.values().get(value));
    }

    private long bytes(Value value) {
        try {
            return value.bytes();
        } catch (ArithmeticException tooMany) {
            throw Overflow.at(graph.nodes().get(value.node()));
        }
    }
}
