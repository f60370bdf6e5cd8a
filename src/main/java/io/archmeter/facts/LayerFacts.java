package io.archmeter.facts;

import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Formula;
import io.archmeter.op.OpFacts;
import io.archmeter.op.Reach;
import io.archmeter.op.Refusal;
import io.archmeter.op.Storage;
import io.archmeter.op.Tape;
import io.archmeter.op.Trait;
import io.archmeter.op.Work;
import java.util.List;
import java.util.function.Function;

/**
 * One layer of a network, with all that follows from its attributes and its shapes. What a count too large for a {@code long} stands
 * in the way of is a problem of the layer for whoever asks for it.
 *
 * @since 0.2.0
 */
public final class LayerFacts {
    private final int number;
    private final Node node;
    private final int[] weights;
    private final CountedWeights counted;
    private final SharedFacts shared;

    /** @param weights the numbers of those that are counted to it */
    LayerFacts(int number, Node node, int[] weights, CountedWeights counted, SharedFacts shared) {
        this.number = number;
        this.node = node;
        this.weights = weights;
        this.counted = counted;
        this.shared = shared;
    }

    /** The number of its node in the graph. */
    public int number() {
        return number;
    }

    public Node node() {
        return node;
    }

    /** The path of the layer, e.g. {@code layer1.0.conv1}. */
    public String name() {
        return node.name();
    }

    public Op op() {
        return node.op();
    }

    /** The shapes that come in. */
    public List<Shape> inputs() {
        return shared.inputs();
    }

    /** The shapes that go out. */
    public List<Shape> outputs() {
        return shared.outputs();
    }

    /** The shape of the first or only output. */
    public Shape output() {
        return shared.outputs().get(0);
    }

    /** Whether it serves an output beside the main one, and so exists in training only. */
    public boolean auxiliary() {
        return node.auxiliary();
    }

    /** How the extents of the first or only output come about. */
    public List<Formula> extents() {
        return asked(OpFacts::outputs).get(0).extents();
    }

    /** Its weights, in the order in which PyTorch lists them; what is counted to another layer, and shared with it, is not among them. */
    public List<Weight> weights() {
        return counted.weights(weights);
    }

    /** The modules whose weights it takes: those that are counted to another layer, and shared with it. */
    public List<String> weightsOf() {
        return counted.modulesOfOthers(number);
    }

    /** What one pass computes. */
    public Work work() {
        return asked(OpFacts::work);
    }

    /** Which positions of its input one element of the output sees. */
    public Reach reach() {
        return asked(OpFacts::reach);
    }

    /** Where its output may lie. */
    public Storage storage() {
        return asked(OpFacts::storage);
    }

    private <T> T asked(Function<OpFacts, T> question) {
        try {
            return question.apply(shared.facts());
        } catch (ArithmeticException | Refusal impossible) {
            throw Exact.problem(node, impossible);
        }
    }

    /** Whether its operator is of a kind. */
    public boolean has(Trait trait) {
        return Catalogue.traits(node.op()).contains(trait);
    }

    /**
     * What it costs.
     *
     * @throws io.archmeter.problem.ProblemException where a count does not fit a {@code long}
     */
    public Cost cost() {
        try {
            return shared.cost().from(name());
        } catch (ArithmeticException | Refusal impossible) {
            throw Exact.problem(node, impossible);
        }
    }

    /**
     * Bytes of its parameters and buffers.
     *
     * @throws io.archmeter.problem.ProblemException where they do not fit a {@code long}
     */
    public Amount weightBytes() {
        try {
            return shared.weightBytes().from(name());
        } catch (ArithmeticException | Refusal impossible) {
            throw Exact.problem(node, impossible);
        }
    }

    /**
     * What PyTorch does with it in training. It is asked of the operator when training is followed first.
     *
     * @throws io.archmeter.problem.ProblemException where the shape of a tensor does not fit a {@code long}
     */
    public Tape tape() {
        try {
            return shared.tape();
        } catch (ArithmeticException | Refusal impossible) {
            throw Exact.problem(node, impossible);
        }
    }
}
