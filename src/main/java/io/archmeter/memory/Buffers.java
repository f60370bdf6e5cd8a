package io.archmeter.memory;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Node;
import io.archmeter.op.Trait;
import java.util.ArrayList;
import java.util.List;

/** Which tensors share memory. Buffers are numbered in the order of their first steps. */
final class Buffers {
    private final NetworkFacts network;
    private final Liveness liveness;
    private final Sharing sharing;
    private final int[] bufferOf;
    private final int[] first;
    private final int[] last;
    private int count;

    private Buffers(NetworkFacts network, Liveness liveness, Sharing sharing) {
        int tensors = network.graph().nodes().size();
        this.network = network;
        this.liveness = liveness;
        this.sharing = sharing;
        this.bufferOf = new int[tensors];
        this.first = new int[tensors];
        this.last = new int[tensors];
    }

    static Buffers of(NetworkFacts network, Liveness liveness, Sharing sharing) {
        Buffers buffers = new Buffers(network, liveness, sharing);
        List<Node> nodes = network.graph().nodes();
        for (int tensor = 0; tensor < nodes.size(); tensor++) {
            if (liveness.runs(tensor)) {
                buffers.add(tensor, nodes.get(tensor));
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
        LayerFacts layer = network.layer(tensor);
        return switch (layer.storage()) {
            case VIEW -> bufferOf[node.inputs().get(0)];
            case IN_PLACE -> worksInPlace(layer) ? inPlace(tensor, node) : count;
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
    private int inPlace(int tensor, Node node) {
        for (int input : node.inputs()) {
            Node maker = network.graph().nodes().get(input);
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

    /** All buffers; a tensor has as many elements as all that share its buffer. */
    List<Buffer> all() {
        List<Buffer> all = new ArrayList<>(count);
        for (int buffer = 0; buffer < count; buffer++) {
            all.add(new Buffer(first[buffer], last[buffer], network.outputBytes(first[buffer])));
        }
        return all;
    }
}
