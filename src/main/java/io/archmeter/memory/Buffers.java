package io.archmeter.memory;

import io.archmeter.facts.Amount;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Value;
import io.archmeter.op.Trait;
import java.util.ArrayList;
import java.util.List;

/** Which values share memory. Buffers are numbered in the order of their first steps. */
final class Buffers {
    private final NetworkFacts network;
    private final Graph graph;
    private final Liveness liveness;
    private final Sharing sharing;
    private final int[] bufferOf;
    private final int[] firstValue;
    private final int[] last;
    private int count;

    private Buffers(NetworkFacts network, Liveness liveness, Sharing sharing) {
        int values = network.graph().values().size();
        this.network = network;
        this.graph = network.graph();
        this.liveness = liveness;
        this.sharing = sharing;
        this.bufferOf = new int[values];
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
        LayerFacts layer = network.layer(value.node());
        return switch (layer.storage()) {
            case VIEW -> node.inputs().get(0) instanceof Operand.OfValue input ? bufferOf[input.number()] : count;
            case IN_PLACE -> worksInPlace(layer) ? inPlace(value, node) : count;
            case OWN -> count;
        };
    }

    private boolean worksInPlace(LayerFacts layer) {
        return switch (sharing) {
            case VIEWS -> false;
            case ACTIVATIONS -> layer.has(Trait.ACTIVATION);
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
        return input.type().bits() == output.type().bits() && input.shape().hasAsManyElements(output.shape());
    }

    /** The number of the buffer in which a value lies. */
    int of(int value) {
        return bufferOf[value];
    }

    /** All buffers; a value has as many bytes as all that share its buffer. */
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
