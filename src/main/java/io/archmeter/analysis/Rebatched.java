package io.archmeter.analysis;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Overflow;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
import java.util.ArrayList;
import java.util.List;

/** A network with another batch: the same layers, and each shape inferred anew. */
final class Rebatched {
    private Rebatched() {}

    /**
     * Infers all shapes.
     *
     * @throws io.archmeter.problem.ProblemException where a tensor has more elements than a {@code long} counts
     * @throws io.archmeter.op.Refusal where a layer does not go together with that batch
     */
    static Graph of(Graph graph, long batch) {
        GraphDraft draft = new GraphDraft(graph.type());
        graph.weights().forEach(draft::addWeight);
        for (Node node : graph.nodes()) {
            try {
                if (node.isInput()) {
                    Value input = graph.valueOf(node);
                    Shape shape = input.shape().with(0, batch);
                    shape.elements();
                    draft.addInput(node.name(), shape, input.type(), node.place());
                    continue;
                }
                List<Shape> shapes = new ArrayList<>();
                List<DType> types = new ArrayList<>();
                for (Operand operand : node.inputs()) {
                    shapes.add(draft.shape(operand));
                    types.add(draft.type(operand));
                }
                Inferred inferred = Catalogue.infer(node.op(), new Inputs(shapes, types));
                inferred.requireCountable();
                draft.add(
                        node.name(),
                        node.op(),
                        node.inputs(),
                        node.weights(),
                        inferred.outputs(),
                        node.auxiliary(),
                        node.place(),
                        node.calls());
            } catch (ArithmeticException tooLarge) {
                throw Overflow.at(node);
            }
        }
        return draft.graph(graph.name(), graph.title(), graph.outputs());
    }
}
