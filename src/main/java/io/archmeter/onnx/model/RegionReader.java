package io.archmeter.onnx.model;

import io.archmeter.onnx.file.AttributeMessage;
import io.archmeter.onnx.file.AttributeMessage.Content;
import io.archmeter.onnx.file.FunctionMessage;
import io.archmeter.onnx.file.GraphMessage;
import io.archmeter.onnx.file.NodeMessage;
import io.archmeter.onnx.file.SparseTensorMessage;
import io.archmeter.onnx.file.TensorMessage;
import io.archmeter.onnx.file.ValueMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One region of a model: gives its values their numbers, and puts functions where they are called. */
final class RegionReader {
    private static final int MOST_CALLS = 64;

    private final OnnxModelReader model;
    private final GraphMessage graph;
    private final Optional<RegionReader> around;
    private final Map<String, ModelValue> values = new HashMap<>();
    private final List<ModelNode> nodes = new ArrayList<>();
    private final Body body;

    /**
     * Where nodes are written.
     *
     * @param opsets versions by domains
     * @param arguments what the attributes of a function are set to
     * @param prefix the calls that lead there
     */
    private record Body(Map<String, Long> opsets, Map<String, Content> arguments, List<String> calls, String prefix) {}

    private RegionReader(OnnxModelReader model, GraphMessage graph, Optional<RegionReader> around, Body body) {
        this.model = model;
        this.graph = graph;
        this.around = around;
        this.body = body;
    }

    /** What regions in a function see: its own values, and nothing around its call. */
    private RegionReader(RegionReader caller, Map<String, ModelValue> scope) {
        this(caller.model, caller.graph, Optional.empty(), caller.body);
        values.putAll(scope);
    }

    static RegionReader main(OnnxModelReader model, GraphMessage graph, Map<String, Long> opsets) {
        return new RegionReader(model, graph, Optional.empty(), new Body(opsets, Map.of(), List.of(), ""));
    }

    Region read() {
        List<ModelValue> inputs = inputs();
        constants();
        for (NodeMessage node : NodeOrder.of(model, graph, this::isThere)) {
            add(node, body, values);
        }
        declare(graph.values());
        declare(graph.outputs());
        return new Region(graph.name(), inputs, nodes, outputs());
    }

    /** Those that have to be given: before version 4 of the format, initializers were inputs too. */
    private List<ModelValue> inputs() {
        Set<String> initialized = new HashSet<>();
        graph.initializers().forEach(tensor -> initialized.add(tensor.name()));
        graph.sparseInitializers()
                .forEach(tensor -> initialized.add(tensor.values().name()));
        List<ModelValue> inputs = new ArrayList<>();
        for (ValueMessage input : graph.inputs()) {
            ModelValue value = define(input.name());
            input.type().ifPresent(type -> model.declare(value, type));
            if (initialized.contains(input.name())) {
                model.overridable(value);
            } else {
                inputs.add(value);
            }
        }
        return inputs;
    }

    private void constants() {
        for (TensorMessage tensor : graph.initializers()) {
            model.constant(values.computeIfAbsent(tensor.name(), model::value), new Constant.Stored(tensor));
        }
        for (SparseTensorMessage tensor : graph.sparseInitializers()) {
            model.constant(values.computeIfAbsent(tensor.values().name(), model::value), new Constant.Sparse(tensor));
        }
    }

    private List<ModelValue> outputs() {
        List<ModelValue> outputs = new ArrayList<>();
        for (ValueMessage output : graph.outputs()) {
            find(output.name(), values)
                    .ifPresentOrElse(
                            outputs::add,
                            () -> model.problem(
                                    "missing-value",
                                    "",
                                    "the output '" + output.name() + "' is made by no node",
                                    "export the model again, or give a node that output"));
        }
        return outputs;
    }

    private void declare(List<ValueMessage> messages) {
        for (ValueMessage message : messages) {
            ModelValue value = values.get(message.name());
            if (value != null) {
                message.type().ifPresent(type -> model.declare(value, type));
            }
        }
    }

    private ModelValue define(String name) {
        ModelValue value = model.value(name);
        values.put(name, value);
        return value;
    }

    /** Whether a name stands for a value before any node of this region has run. */
    private boolean isThere(String name) {
        return values.containsKey(name)
                || around.isPresent()
                        && around.get().find(name, around.get().values).isPresent();
    }

    private Optional<ModelValue> find(String name, Map<String, ModelValue> scope) {
        ModelValue value = scope.get(name);
        return value != null || around.isEmpty()
                ? Optional.ofNullable(value)
                : around.get().find(name, around.get().values);
    }

    /** Adds a node, or the nodes of the function that it calls. */
    private void add(NodeMessage node, Body written, Map<String, ModelValue> scope) {
        String domain = OnnxModelReader.domain(node.domain());
        Optional<FunctionMessage> function = model.function(domain, node.operator(), node.overload());
        if (function.isPresent()) {
            call(function.get(), node, written, scope);
            return;
        }
        List<Optional<ModelValue>> inputs = taken(node, scope);
        if (domain.isEmpty() && node.operator().equals("Constant")) {
            Optional<Constant> constant = ConstantNodes.constant(attributes(node, written));
            if (constant.isPresent() && !node.outputs().isEmpty()) {
                ModelValue value = model.value(node.outputs().get(0));
                scope.put(value.name(), value);
                model.constant(value, constant.get());
                return;
            }
        }
        int number = model.nodeNumber();
        NodeAttributes attributes = new NodeAttributes(attributes(node, written), regions(node, written, scope));
        if (domain.isEmpty()) {
            moveAttributes(node.operator(), attributes, inputs);
        }
        nodes.add(new ModelNode(
                number,
                node.name(),
                written.prefix,
                domain,
                node.operator(),
                written.opsets.getOrDefault(domain, 1L),
                attributes,
                inputs,
                made(node, scope),
                node.metadata()));
    }

    private List<Optional<ModelValue>> taken(NodeMessage node, Map<String, ModelValue> scope) {
        List<Optional<ModelValue>> inputs = new ArrayList<>();
        for (String input : node.inputs()) {
            inputs.add(input.isEmpty() ? Optional.empty() : find(input, scope));
        }
        return inputs;
    }

    private List<Optional<ModelValue>> made(NodeMessage node, Map<String, ModelValue> scope) {
        List<Optional<ModelValue>> outputs = new ArrayList<>();
        for (String output : node.outputs()) {
            if (output.isEmpty()) {
                outputs.add(Optional.empty());
            } else {
                ModelValue value = model.value(output);
                scope.put(output, value);
                outputs.add(Optional.of(value));
            }
        }
        return outputs;
    }

    private void moveAttributes(String operator, NodeAttributes attributes, List<Optional<ModelValue>> inputs) {
        for (AttributesAsInputs.Moved moved : AttributesAsInputs.of(operator)) {
            if (!attributes.has(moved.attribute())) {
                continue;
            }
            Optional<Constant> constant =
                    AttributesAsInputs.constant(attributes.values().get(moved.attribute()));
            while (inputs.size() <= moved.input()) {
                inputs.add(Optional.empty());
            }
            if (constant.isPresent() && inputs.get(moved.input()).isEmpty()) {
                ModelValue value = model.value(moved.attribute());
                model.constant(value, constant.get());
                inputs.set(moved.input(), Optional.of(value));
            }
        }
    }

    /** The attributes that are no graphs, those of functions with what the call gives. */
    private static Map<String, Content> attributes(NodeMessage node, Body written) {
        Map<String, Content> attributes = new LinkedHashMap<>();
        for (AttributeMessage attribute : node.attributes()) {
            Content content = attribute.reference().isEmpty()
                    ? attribute.content()
                    : written.arguments.getOrDefault(attribute.reference(), new AttributeMessage.Nothing());
            if (!(content instanceof AttributeMessage.Nothing) && !(content instanceof AttributeMessage.Graph)) {
                attributes.put(attribute.name(), content);
            }
        }
        return attributes;
    }

    private Map<String, Region> regions(NodeMessage node, Body written, Map<String, ModelValue> scope) {
        Map<String, Region> regions = new LinkedHashMap<>();
        for (AttributeMessage attribute : node.attributes()) {
            if (attribute.content() instanceof AttributeMessage.Graph inner) {
                RegionReader outside = scope == values ? this : new RegionReader(this, scope);
                regions.put(
                        attribute.name(), new RegionReader(model, inner.value(), Optional.of(outside), written).read());
            }
        }
        return regions;
    }

    private void call(FunctionMessage function, NodeMessage call, Body written, Map<String, ModelValue> scope) {
        List<String> calls = new ArrayList<>(written.calls);
        calls.add(function.domain() + "." + function.name() + "." + function.overload());
        if (calls.size() > MOST_CALLS || written.calls.contains(calls.get(calls.size() - 1))) {
            model.problem(
                    "recursion",
                    call.name(),
                    "the function " + function.name() + " calls itself",
                    "export the model again: functions of ONNX may not be recursive");
            return;
        }
        Map<String, Content> arguments = new HashMap<>();
        function.defaults().forEach(attribute -> arguments.put(attribute.name(), attribute.content()));
        arguments.putAll(attributes(call, written));
        Map<String, Long> opsets = new HashMap<>(written.opsets);
        opsets.putAll(OnnxModelReader.versions(function.opsets()));
        String label = call.name().isEmpty() ? function.name() : call.name();
        Body inside = new Body(opsets, arguments, calls, written.prefix + label + "/");
        Map<String, ModelValue> inner = new HashMap<>();
        List<Optional<ModelValue>> given = taken(call, scope);
        for (int input = 0; input < Math.min(given.size(), function.inputs().size()); input++) {
            String name = function.inputs().get(input);
            given.get(input).ifPresent(value -> inner.put(name, value));
        }
        for (NodeMessage node : NodeOrder.of(model, function, inner::containsKey)) {
            add(node, inside, inner);
        }
        for (int output = 0;
                output < Math.min(call.outputs().size(), function.outputs().size());
                output++) {
            ModelValue value = inner.get(function.outputs().get(output));
            if (value != null && !call.outputs().get(output).isEmpty()) {
                scope.put(call.outputs().get(output), value);
            }
        }
    }
}
