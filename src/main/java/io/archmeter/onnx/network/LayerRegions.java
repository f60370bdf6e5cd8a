package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.infer.Outcome;
import io.archmeter.onnx.model.ModelNode;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.NodeAttributes;
import io.archmeter.onnx.model.Region;
import io.archmeter.op.OnnxInput;
import io.archmeter.op.OnnxOperator;
import io.archmeter.op.OnnxRegion;
import io.archmeter.op.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The regions of a layer, with their nodes as they stand in the file. What was inferred of them holds for one trip of a loop, and they run
 * in all: of it they are told nothing but types.
 */
final class LayerRegions {
    private final InferredModel model;
    private final OnnxOperators operators;

    /** What the layer calls the constants that its regions take, by the numbers of these. */
    private final Map<Integer, String> roles;

    LayerRegions(InferredModel model, OnnxOperators operators, Map<Integer, String> roles) {
        this.model = model;
        this.operators = operators;
        this.roles = roles;
    }

    /**
     * The regions of a node by their names.
     *
     * @param around the numbers of the node's operands that are values which regions take, by the numbers of these
     */
    Map<String, OnnxRegion> of(ModelNode node, Map<Integer, Integer> around) {
        Map<String, OnnxRegion> regions = new LinkedHashMap<>();
        node.attributes()
                .regions()
                .forEach((name, region) -> regions.put(name, new Draft(node, around).region(region)));
        return regions;
    }

    /** A region that is being put together. */
    private final class Draft {
        private final ModelNode owner;
        private final Map<Integer, Integer> around;
        private final Map<Integer, Integer> values = new HashMap<>();
        private final List<OnnxRegion.Node> nodes = new ArrayList<>();
        private int made;

        Draft(ModelNode owner, Map<Integer, Integer> around) {
            this.owner = owner;
            this.around = around;
        }

        OnnxRegion region(Region region) {
            region.inputs().forEach(input -> values.put(input.number(), made++));
            List<Integer> taken = new ArrayList<>();
            for (ModelValue value : TakenByRegions.of(List.of(region))) {
                if (around.containsKey(value.number())) {
                    taken.add(around.get(value.number()));
                    values.put(value.number(), made++);
                }
            }
            if (owner.operator().equals("Loop")) {
                region.inputs().stream().limit(2).forEach(this::asDeclared);
            }
            region.nodes().forEach(this::add);
            List<Integer> outputs = new ArrayList<>();
            for (ModelValue output : region.outputs()) {
                outputs.add(values.containsKey(output.number()) ? values.get(output.number()) : constant(output));
            }
            return new OnnxRegion(region.inputs().size(), taken, nodes, outputs);
        }

        /** The number of a trip and the condition of a loop are scalars, but a region may declare them as lists of one. */
        private void asDeclared(ModelValue input) {
            if (known(input).shape().axes().equals(List.of(Extent.of(1)))) {
                OnnxInput shape = new OnnxInput.Known(Shape.of(1), DType.INT64, List.of(1.0));
                values.put(
                        input.number(),
                        add("Reshape", List.of(values.get(input.number())), List.of(computed(0, input), shape), input));
            }
        }

        /** The number of a value that is one of the layer's constants. */
        private int constant(ModelValue value) {
            return add("Identity", List.of(), List.of(given(value)), value);
        }

        private int add(String operator, List<Integer> operands, List<OnnxInput> given, ModelValue as) {
            ModelNode node = new ModelNode(
                    0,
                    "",
                    "",
                    "",
                    operator,
                    owner.version(),
                    new NodeAttributes(Map.of(), Map.of()),
                    List.of(),
                    List.of(Optional.of(as)),
                    Map.of());
            nodes.add(new OnnxRegion.Node(operator(node, Map.of(), given, List.of()), operands));
            return made++;
        }

        private void add(ModelNode node) {
            List<Integer> operands = new ArrayList<>();
            List<Shape> shapes = new ArrayList<>();
            List<OnnxInput> given = new ArrayList<>();
            for (Optional<ModelValue> input : node.inputs()) {
                Optional<Integer> value = input.map(ModelValue::number).map(values::get);
                if (value.isPresent()) {
                    given.add(computed(operands.size(), input.get()));
                    operands.add(value.get());
                    shapes.add(known(input.get()).shape());
                } else {
                    given.add(input.map(this::given).orElseGet(OnnxInput.LeftOut::new));
                }
            }
            Map<Integer, Integer> within = new HashMap<>();
            for (ModelValue taken :
                    TakenByRegions.of(node.attributes().regions().values())) {
                if (values.containsKey(taken.number())) {
                    within.put(taken.number(), operands.size());
                    operands.add(values.get(taken.number()));
                    shapes.add(known(taken).shape());
                }
            }
            nodes.add(new OnnxRegion.Node(operator(node, of(node, within), given, shapes), operands));
            node.outputs().stream().flatMap(Optional::stream).forEach(output -> values.put(output.number(), made++));
        }

        private OnnxOperator operator(
                ModelNode node, Map<String, OnnxRegion> regions, List<OnnxInput> given, List<Shape> shapes) {
            List<Output> outputs = node.outputs().stream()
                    .flatMap(Optional::stream)
                    .map(this::known)
                    .toList();
            InferredNode bare = new InferredNode(node, "", List.of(), Outcome.of(List.of()));
            return operators.of(bare, regions, given, shapes, outputs, Storage.OWN);
        }

        private OnnxInput computed(int operand, ModelValue value) {
            return new OnnxInput.Computed(operand, known(value).type());
        }

        private OnnxInput given(ModelValue constant) {
            Output known = known(constant);
            return new OnnxInput.Constant(roles.get(model.resolved(constant.number())), known.shape(), known.type());
        }

        private Output known(ModelValue value) {
            Fact fact = model.facts().get(value.number());
            return NetworkBuilder.output("", fact == null ? new Fact.Anything(Extent.Unknown.HERE) : fact);
        }
    }
}
