package io.archmeter.analysis;

import io.archmeter.facts.Cost;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Optional;

/**
 * One row of a report: a layer, or layers that were folded into their module.
 *
 * @param name the path of the layer, e.g. {@code layer1.0.conv1}
 * @param op what it does; empty where a row holds several layers
 * @param inputs the shapes that come in
 * @param outputs the shapes that go out
 * @param weightsOf the modules whose weights it takes, which are counted there
 * @param receptiveField what one element of the output sees of the network's input; empty where no window describes it
 * @since 0.1.0
 */
public record LayerCost(
        String name,
        Optional<Op> op,
        List<Shape> inputs,
        List<Shape> outputs,
        Cost cost,
        List<String> weightsOf,
        Optional<ReceptiveField> receptiveField) {

    /** Stands for the operator where a row holds several layers. */
    public static final String MODULE = "module";

    public LayerCost {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        weightsOf = List.copyOf(weightsOf);
    }

    /** The same with other costs. */
    public LayerCost withCost(Cost other) {
        return new LayerCost(name, op, inputs, outputs, other, weightsOf, receptiveField);
    }

    /** The shape that goes out, or the first of several. */
    public Shape output() {
        return outputs.get(0);
    }

    /** The kind of what it does, e.g. {@code conv}, or {@link #MODULE}. */
    public String operator() {
        return op.map(Op::kind).orElse(MODULE);
    }
}
