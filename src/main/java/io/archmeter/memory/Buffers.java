package io.archmeter.memory;

import io.archmeter.facts.Amount;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.op.Storage;
import io.archmeter.op.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Which values share memory. Buffers are numbered in the order of their first steps. What is a weight, or shows one, lies in the memory of
 * the weights, and in no buffer.
 */
final class Buffers {
    private static final int IN_WEIGHTS = -1;

    private final NetworkFacts network;
    private final Graph graph;
    private final Liveness liveness;
    private final Sharing sharing;
    private final int[] bufferOf;
    private final long[] offset;
    private final int[] firstValue;
    private final int[] last;
    private int count;
    /** Of the parts that were added last, one after the other. */
    private long elementsBefore;

    private Buffers(NetworkFacts network, Liveness liveness, Sharing sharing) {
        int values = network.graph().values().size();
        this.network = network;
        this.graph = network.graph();
        this.liveness = liveness;
        this.sharing = sharing;
        this.bufferOf = new int[values];
        this.offset = new long[values];
        this.firstValue = new int[values];
        this.last = new int[values];
    }

    static Buffers of(NetworkFacts network, Liveness liveness, Sharing sharing) {
        Graph graph = network.graph();
        Buffers buffers = new Buffers(network, liveness, sharing);
        for (int value = 0; value < graph.values().size(); value++) {
            if (liveness.isMade(value)) {
                buffers.add(value, graph.values().get(value));
            }
        }
        return buffers;
    }

    private void add(int number, Value value) {
        int buffer = shared(number, value);
        bufferOf[number] = buffer;
        if (buffer == IN_WEIGHTS) {
            return;
        }
        if (buffer == count) {
            firstValue[count++] = number;
        }
        last[buffer] = Math.max(last[buffer], liveness.last(number));
    }

    /** The buffer that a value joins; the next number where it needs one of its own. */
    private int shared(int number, Value value) {
        Node node = graph.nodes().get(value.node());
        if (node.isInput()) {
            return count;
        }
        LayerFacts layer = network.layer(value.node());
        if (layer.storage() == Storage.PARTS) {
            return part(number, value, node);
        }
        if (value.slot() > 0) {
            return count;
        }
        return switch (layer.storage()) {
            case VIEW -> view(number, node, 0);
            case IN_PLACE -> worksInPlace(layer) ? inPlace(value, node) : count;
            case OWN, PARTS -> count;
            case WEIGHT -> IN_WEIGHTS;
        };
    }

    /** The buffer of the first input, in which a value lies some bytes after its begin. */
    private int view(int number, Node node, long after) {
        if (node.inputs().get(0) instanceof Operand.OfValue input) {
            offset[number] = Math.addExact(offset[input.number()], after);
            return bufferOf[input.number()];
        }
        return count;
    }

    /** A part that lies in one piece, between bytes, keeps all of its input. */
    private int part(int number, Value value, Node node) {
        Shape whole = graph.inputsOf(node).get(0);
        if (whole.unknown().isPresent() || value.shape().unknown().isPresent()) {
            return count;
        }
        elementsBefore = value.slot() == 0 ? 0 : elementsBefore;
        OptionalLong begin = Pieces.begin(whole, value, elementsBefore);
        elementsBefore = Math.addExact(elementsBefore, value.shape().elements());
        return begin.isPresent() ? view(number, node, begin.getAsLong()) : count;
    }

    private boolean worksInPlace(LayerFacts layer) {
        return switch (sharing) {
            case VIEWS -> false;
            case ACTIVATIONS -> layer.has(Trait.ACTIVATION);
            case IN_PLACE -> true;
        };
    }

    /** The buffer of the first input that is as large as the output, if nobody needs anything in it after this step. */
    private int inPlace(Value output, Node node) {
        for (Operand operand : node.inputs()) {
            if (operand instanceof Operand.OfValue input
                    && !liesInWeights(input.number())
                    && last[bufferOf[input.number()]] == output.node()
                    && isAsLarge(graph.values().get(input.number()), output)
                    && holdsNoPart(bufferOf[input.number()], output, node)) {
                return bufferOf[input.number()];
            }
        }
        return count;
    }

    /** Whether a buffer is as large as the output, and the node reads no part of it, which would be overwritten while it is read. */
    private boolean holdsNoPart(int buffer, Value output, Node node) {
        if (!isAsLarge(graph.values().get(firstValue[buffer]), output)) {
            return false;
        }
        for (Operand operand : node.inputs()) {
            if (operand instanceof Operand.OfValue input
                    && bufferOf[input.number()] == buffer
                    && !isAsLarge(graph.values().get(input.number()), output)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsLarge(Value input, Value output) {
        return input.type().bits() == output.type().bits() && input.shape().hasAsManyElements(output.shape());
    }

    /** Whether a value takes no memory beside the weights. */
    boolean liesInWeights(int value) {
        return bufferOf[value] == IN_WEIGHTS;
    }

    /** The bytes between the begins of a value's buffer and of the value. */
    long offset(int value) {
        return offset[value];
    }

    /** The value that fills the buffer of another, which has one, and is the first to lie in it. */
    int whole(int value) {
        return firstValue[bufferOf[value]];
    }

    /** The number of the buffer in which a value lies that has one. */
    int of(int value) {
        return bufferOf[value];
    }

    /** All buffers; the first value of each fills it. */
    List<Buffer> all() {
        List<Buffer> all = new ArrayList<>(count);
        for (int buffer = 0; buffer < count; buffer++) {
            int first = firstValue[buffer];
            Amount bytes = network.bytes(first);
            all.add(new Buffer(liveness.first(first), last[buffer], bytes.atLeast(), bytes.origins()));
        }
        return all;
    }
}
