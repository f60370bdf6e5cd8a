package io.archmeter.spec.flat;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.WeightUse;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A model whose loops are unrolled, whose blocks are put in place of their calls, and whose expressions are evaluated. What is
 * left is what the rules of the operators make of it: attributes and shapes.
 *
 * @param inputs what it is given
 * @param outputs the numbers of the values that it puts out, the main one first
 */
public record FlatModel(
        String name, String title, List<FlatSample> inputs, List<FlatLayer> layers, List<Integer> outputs) {
    public FlatModel {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
    }

    /** What a rule makes of a call. Networks repeat themselves: a rule is asked once for the same call on the same inputs. */
    private record Known(Inputs inputs, Op op, Inferred inferred) {}

    /**
     * The flat model that a graph was made of.
     *
     * @param graph for one sample
     * @param calls those of its layers, in order
     */
    public static FlatModel of(Graph graph, List<FlatCall> calls) {
        List<FlatSample> inputs = new ArrayList<>();
        for (int number : graph.inputs()) {
            Value input = graph.values().get(number);
            List<Long> extents = input.shape().extents();
            Shape sample = new Shape(extents.subList(1, extents.size()));
            Span place = graph.nodes().get(input.node()).place();
            inputs.add(new FlatSample(input.name(), sample, input.type(), place));
        }
        List<FlatLayer> layers = new ArrayList<>();
        int[] firstWith = new int[graph.weights().size()];
        for (int i = 0; i < calls.size(); i++) {
            int number = inputs.size() + i;
            Node node = graph.nodes().get(number);
            layers.add(new FlatLayer(
                    node.name(),
                    calls.get(i),
                    node.values(),
                    weightsOf(number, node, firstWith),
                    node.auxiliary(),
                    node.functional(),
                    node.place(),
                    node.calls()));
        }
        return new FlatModel(graph.name(), graph.title(), inputs, layers, graph.outputs());
    }

    /** @param firstWith by weight, the first node that takes it, as far as the layers are known; no layer has the number 0 */
    private static OptionalInt weightsOf(int number, Node node, int[] firstWith) {
        OptionalInt source = OptionalInt.empty();
        for (int weight : node.weightNumbers()) {
            if (firstWith[weight] == 0) {
                firstWith[weight] = number;
            } else {
                source = OptionalInt.of(firstWith[weight]);
            }
        }
        return source;
    }

    /**
     * The graph for a number of samples.
     *
     * @throws io.archmeter.op.Refusal where a rule refuses what comes in
     * @throws ArithmeticException where a tensor has more elements than can be counted
     */
    public Graph graph(long batch) {
        GraphDraft draft = new GraphDraft(DType.FLOAT32);
        Inference inference = new Inference();
        for (FlatSample input : inputs) {
            Shape shape = inference.counted(input.shape().batched(batch));
            draft.addInput(input.name(), shape, input.type(), input.place());
        }
        for (FlatLayer layer : layers) {
            List<Operand> operands = new ArrayList<>(layer.inputs().size());
            List<Shape> shapes = new ArrayList<>(layer.inputs().size());
            List<DType> types = new ArrayList<>(layer.inputs().size());
            for (int input : layer.inputs()) {
                Value value = draft.value(input);
                operands.add(Operand.value(input));
                shapes.add(value.shape());
                types.add(value.type());
            }
            Known known = inference.of(layer.call(), shapes, types);
            int value = add(layer, known, operands, draft);
            if (layer.functional()) {
                draft.callAsFunction(value);
            }
        }
        return draft.graph(name, title, outputs);
    }

    private static int add(FlatLayer layer, Known known, List<Operand> operands, GraphDraft draft) {
        if (layer.weightsOf().isEmpty()) {
            return known.inferred()
                    .addTo(draft, layer.name(), known.op(), operands, layer.auxiliary(), layer.place(), layer.calls());
        }
        List<WeightUse> shared = draft.nodes().get(layer.weightsOf().getAsInt()).weights();
        return known.inferred()
                .addTo(
                        draft,
                        layer.name(),
                        known.op(),
                        operands,
                        shared,
                        layer.auxiliary(),
                        layer.place(),
                        layer.calls());
    }

    /** What the rules have made of a graph so far. */
    private static final class Inference {
        private final Map<FlatCall, List<Known>> known = new IdentityHashMap<>();
        private final Map<Shape, Shape> shapes = new HashMap<>();

        /** What the rule of a call has made of these inputs, or makes of them now. */
        Known of(FlatCall call, List<Shape> in, List<DType> types) {
            List<Known> ofCall = known.computeIfAbsent(call, newcomer -> new ArrayList<>());
            for (Known before : ofCall) {
                if (before.inputs().areTheVery(in, types)) {
                    return before;
                }
            }
            Inputs inputs = new Inputs(in, types);
            Op op = call.operator().read(call.arguments(), inputs);
            Known now = new Known(inputs, op, counted(Catalogue.infer(op, inputs)));
            ofCall.add(now);
            return now;
        }

        private Inferred counted(Inferred inferred) {
            List<Output> outputs = new ArrayList<>(inferred.outputs().size());
            for (Output output : inferred.outputs()) {
                outputs.add(new Output(output.name(), counted(output.shape()), output.type()));
            }
            return new Inferred(outputs, inferred.weights());
        }

        /** A shape whose elements can be counted; equal ones are the same object. */
        Shape counted(Shape shape) {
            Shape equal = shapes.putIfAbsent(shape, shape);
            if (equal != null) {
                return equal;
            }
            shape.requireCountable();
            return shape;
        }
    }
}
