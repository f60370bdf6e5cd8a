package io.archmeter.onnx;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.graph.WeightUse;
import io.archmeter.op.Trait;
import io.archmeter.op.UnknownExtent;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.weights.WeightSource;
import java.util.Optional;

/**
 * A network on its way to ONNX, for inference: layers that exist in training only are left out, and elements are 32-bit
 * floating-point numbers, but those of inputs that have a type of their own. Nodes and values are named by the layers' paths, weights as in PyTorch's {@code state_dict}.
 *
 * @param weights where the elements of the weights come from; without, the weights are inputs of the model
 * @param everyLayer whether each layer's output is an output of the model, in the order of execution, and not those of the network alone
 * @since 0.1.0
 */
public record OnnxExport(NetworkFacts network, Optional<WeightSource> weights, boolean everyLayer) {
    /** With the weights as inputs and the outputs of the network alone. */
    public static OnnxExport of(NetworkFacts network) {
        return new OnnxExport(network, Optional.empty(), false);
    }

    /** With these weights in the file. */
    public OnnxExport withWeights(WeightSource source) {
        return new OnnxExport(network, Optional.of(source), everyLayer);
    }

    /** With each layer's output as an output of the model, named by the layer's path. */
    public OnnxExport withEveryLayer() {
        return new OnnxExport(network, weights, true);
    }

    /**
     * Converts all layers.
     *
     * @throws io.archmeter.problem.ProblemException with all layers that ONNX has no faithful form for, or where the file would
     *     be larger than the format allows
     */
    public OnnxFile convert() {
        Graph graph = network.graph();
        ModelParts parts = new ModelParts(graph.name(), graph.title(), weights);
        Problems problems = new Problems();
        for (Value input : graph.inputValues()) {
            try {
                parts.input(input.name(), input.shape(), ElementType.of(input.type()));
            } catch (UnknownException unknown) {
                problems.add(notKnown(graph.nodes().get(input.node()), input.shape(), unknown));
            } catch (CannotConvert reason) {
                Node node = graph.nodes().get(input.node());
                problems.add(new Problem("cannot-convert", node.place(), node.name(), reason.fact(), reason.remedy()));
            }
        }
        for (LayerFacts layer : network.layers(false)) {
            Node node = layer.node();
            try {
                Conversion<Op> conversion = OnnxOps.of(layer.op());
                requireUsualWeights(layer);
                conversion.convert(layer.op(), new OnnxLayer(graph, layer, parts));
            } catch (CannotConvert reason) {
                problems.add(new Problem("cannot-convert", node.place(), node.name(), reason.fact(), reason.remedy()));
            } catch (UnknownException unknown) {
                problems.add(notKnown(node, layer.output(), unknown));
            } catch (ArithmeticException overflow) {
                problems.add(new Problem(
                        "cannot-convert",
                        node.place(),
                        node.name(),
                        "its sizes are beyond what a file can hold",
                        "check the batch, the sizes and the channels; no machine could run this"));
            }
        }
        problems.throwIfAny();
        if (everyLayer) {
            network.layers(false).forEach(layer -> graph.valuesOf(layer.node()).forEach(parts::output));
        } else {
            graph.outputValues().forEach(parts::output);
        }
        return OnnxFile.of(parts, graph.nodes().get(0).place());
    }

    /** What is stored in another form would have to be computed first, and how is not known. */
    private void requireUsualWeights(LayerFacts layer) {
        for (WeightUse use : layer.node().weights()) {
            boolean usual = use.role().equals(use.name())
                    && use.operand() instanceof Operand.OfWeight taken
                    && isUsual(network.graph().weights().get(taken.number()), layer);
            if (!usual) {
                throw new CannotConvert(
                        "its tensor " + use.name() + " is stored in another form than its operator takes",
                        "leave 'stored' out");
            }
        }
    }

    private static boolean isUsual(Weight weight, LayerFacts layer) {
        return !weight.type().isWhole() || weight.kind() == Weight.Kind.BUFFER || layer.has(Trait.SOURCE);
    }

    private static Problem notKnown(Node node, Shape shape, UnknownException unknown) {
        return UnknownExtent.at(
                node.place(),
                node.name(),
                "its shape is " + shape + ", and a file says the shape of each tensor",
                unknown.unknown().origin());
    }
}
