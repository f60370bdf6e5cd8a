package io.archmeter.analysis;

import io.archmeter.facts.Exact;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Inference inference = new Inference(draft);
        graph.weights().forEach(draft::addWeight);
        for (Node node : graph.nodes()) {
            if (node.isInput()) {
                Value input = graph.valueOf(node);
                Shape shape = input.shape().with(0, batch);
                Exact.at(node, shape::elements);
                draft.addInput(node.name(), shape, input.type(), node.place());
            } else {
                draft.add(
                        node.name(),
                        node.op(),
                        node.inputs(),
                        node.weights(),
                        Exact.at(node, () -> inference.outputs(node)),
                        node.auxiliary(),
                        node.place(),
                        node.calls());
            }
        }
        return draft.graph(graph.name(), graph.title(), graph.outputs());
    }

    /** Equal shapes are one object, so that what is known of layers with the very same ones is known of all of them. */
    private static final class Inference {
        private final GraphDraft draft;
        private final Map<List<Long>, Shape> shapes = new HashMap<>();

        Inference(GraphDraft draft) {
            this.draft = draft;
        }

        List<Output> outputs(Node node) {
            List<Shape> inputs = new ArrayList<>(node.inputs().size());
            List<DType> types = new ArrayList<>(node.inputs().size());
            for (Operand operand : node.inputs()) {
                inputs.add(draft.shape(operand));
                types.add(draft.type(operand));
            }
            Inferred inferred = Catalogue.infer(node.op(), new Inputs(inputs, types));
            inferred.requireCountable();
            List<Output> outputs = new ArrayList<>(inferred.outputs().size());
            for (Output output : inferred.outputs()) {
                Shape shape = shapes.computeIfAbsent(output.shape().extents(), extents -> output.shape());
                outputs.add(new Output(output.name(), shape, output.type()));
            }
            return outputs;
        }
    }
}
