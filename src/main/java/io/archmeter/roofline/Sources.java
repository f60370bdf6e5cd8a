package io.archmeter.roofline;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.memory.Pieces;
import io.archmeter.op.Storage;

/** Which values nobody has to write: weights, and values that are others under another shape, or parts of them in one piece. */
final class Sources {
    private final NetworkFacts network;
    private final Graph graph;
    private final Operand[] ofValues;
    /** Elements of the parts before the one that comes next. */
    private long before;

    Sources(NetworkFacts network) {
        this.network = network;
        this.graph = network.graph();
        this.ofValues = new Operand[graph.values().size()];
        for (int number = 0; number < ofValues.length; number++) {
            ofValues[number] = found(number, graph.values().get(number));
        }
    }

    /** What has to be read where an operand is taken: a weight, or a value that was written. */
    Operand of(Operand operand) {
        return operand instanceof Operand.OfValue value ? ofValues[value.number()] : operand;
    }

    /** Whether somebody writes a value, or gives it to the network. */
    boolean isMade(int value) {
        return ofValues[value].equals(Operand.value(value));
    }

    private Operand found(int number, Value value) {
        Node node = graph.nodes().get(value.node());
        if (node.isInput()) {
            return Operand.value(number);
        }
        LayerFacts layer = network.layer(value.node());
        boolean shown = switch (layer.storage()) {
            case VIEW -> value.slot() == 0;
            case PARTS -> isInOnePiece(value, node);
            case WEIGHT -> true;
            case OWN, IN_PLACE -> false;
        };
        if (!shown) {
            return Operand.value(number);
        }
        return layer.storage() == Storage.WEIGHT
                ? of(node.weights().get(0).operand())
                : of(node.inputs().get(0));
    }

    private boolean isInOnePiece(Value part, Node node) {
        Shape whole = graph.inputsOf(node).get(0);
        if (whole.unknown().isPresent() || part.shape().unknown().isPresent()) {
            return false;
        }
        before = part.slot() == 0 ? 0 : before;
        boolean inOnePiece = Pieces.begin(whole, part, before).isPresent();
        before = Math.addExact(before, part.shape().elements());
        return inOnePiece;
    }
}
