package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Stored;
import io.archmeter.graph.Stored.Form;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.Constant;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.op.OnnxInput;
import io.archmeter.op.OnnxOperator;
import io.archmeter.op.Storage;
import io.archmeter.op.Work;
import io.archmeter.value.PlainValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How constants come about that layers take: stored as they are, or computed of stored tensors alone. */
final class ConstantForms implements Stored.Elements {
    private final InferredModel model;
    private final Folded constants;
    private final StoredWeights weights;
    private final OnnxOperators operators;
    private final Map<Integer, Form> known = new HashMap<>();
    private final Map<Integer, InferredNode> makers = new HashMap<>();
    private final Map<Stored.Use, Form> forms = new LinkedHashMap<>();

    ConstantForms(InferredModel model, Folded constants, StoredWeights weights, OnnxOperators operators) {
        this.model = model;
        this.constants = constants;
        this.weights = weights;
        this.operators = operators;
    }

    /** Which node makes a value; few networks are asked. */
    private Map<Integer, InferredNode> makers() {
        if (makers.isEmpty()) {
            for (InferredNode node : model.nodes()) {
                node.node().outputs().stream()
                        .flatMap(Optional::stream)
                        .forEach(value -> makers.put(value.number(), node));
            }
        }
        return makers;
    }

    /** How a layer takes what it calls a weight. */
    Map<Stored.Use, Form> forms() {
        return forms;
    }

    /** A layer takes a constant under a name. */
    void take(String layer, String role, ModelValue constant) {
        if (!constants.isStored(constant) || weights.isPacked(constant)) {
            forms.put(new Stored.Use(layer, role), form(constant));
        }
    }

    /** An operator of the catalogue takes a constant as one of its weights. */
    void take(String layer, Mapped.Role role, ModelValue constant) {
        switch (role.stored()) {
            case MISSING -> miss(layer, role.name());
            case ALIKE -> take(layer, role.name(), constant);
            case SHAPED -> forms.put(new Stored.Use(layer, role.name()), form(constant));
            case TRANSPOSED ->
                forms.put(new Stored.Use(layer, role.name()), transposed(form(constant), shape(constant)));
        }
    }

    /** What an operator of the catalogue has, and no file: a number that is zero. */
    void miss(String layer, String role) {
        forms.put(new Stored.Use(layer, role), new Form.Known(Shape.of(), List.of(0.0)));
    }

    private Shape shape(ModelValue constant) {
        return known(constant).shape();
    }

    private DType type(ModelValue constant) {
        return known(constant).type();
    }

    private Output known(ModelValue constant) {
        return NetworkBuilder.output("", model.facts().get(model.resolved(constant.number())));
    }

    private static Form transposed(Form matrix, Shape shape) {
        OnnxOperator transpose = new OnnxOperator(
                "Transpose",
                1,
                Map.of("perm", new PlainValue.Items(List.of(PlainValue.Num.of(1), PlainValue.Num.of(0)))),
                Map.of(),
                Map.of(),
                List.of(new OnnxInput.Computed(0, DType.FLOAT32)),
                List.of(shape),
                List.of(Output.of(Shape.of(shape.extent(1), shape.extent(0)), DType.FLOAT32)),
                List.of(0),
                Work.NONE,
                Storage.OWN);
        return new Form.Made(transpose, List.of(matrix), 0);
    }

    /** Constants come one out of the other as often as a file wants: they wait in a list, and not on the stack. */
    private Form form(ModelValue constant) {
        Deque<ModelValue> waiting = new ArrayDeque<>(List.of(constant));
        while (!waiting.isEmpty()) {
            ModelValue next = waiting.peek();
            List<ModelValue> before =
                    operands(next).stream().filter(this::isToCome).toList();
            if (before.isEmpty()) {
                waiting.pop();
                known.computeIfAbsent(model.resolved(next.number()), number -> make(next, number));
            } else {
                before.forEach(waiting::push);
            }
        }
        return known.get(model.resolved(constant.number()));
    }

    private boolean isToCome(ModelValue constant) {
        return !known.containsKey(model.resolved(constant.number()));
    }

    /** The constants that one is computed of; none where it is stored, or its elements are known. */
    private List<ModelValue> operands(ModelValue constant) {
        int number = model.resolved(constant.number());
        if (constants.isStored(constant) || elements(number).isPresent()) {
            return List.of();
        }
        InferredNode node = makers().get(number);
        List<ModelValue> operands = new ArrayList<>();
        for (int slot = 0; slot < node.node().inputs().size(); slot++) {
            Optional<ModelValue> value = node.node().inputs().get(slot);
            if (value.isPresent() && !ContentInputs.has(node, slot)) {
                operands.add(value.get());
            }
        }
        return operands;
    }

    private Optional<List<Double>> elements(int number) {
        return model.facts().get(number) instanceof Fact.Tensor tensor
                ? OnnxOperators.numbers(tensor)
                : Optional.empty();
    }

    /** @param number of the value, whose operands have their forms */
    private Form make(ModelValue constant, int number) {
        if (constants.isStored(constant)) {
            return new Form.OfWeight(weights.known(constant));
        }
        Optional<List<Double>> elements = elements(number);
        if (elements.isPresent()) {
            return new Form.Known(shape(constant), elements.get());
        }
        InferredNode node = makers().get(number);
        List<Form> operands = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        List<OnnxInput> given = new ArrayList<>();
        for (int slot = 0; slot < node.node().inputs().size(); slot++) {
            Optional<ModelValue> value = node.node().inputs().get(slot);
            if (value.isEmpty() || ContentInputs.has(node, slot)) {
                given.add(OnnxOperators.known(node.inputs().get(slot)));
            } else {
                given.add(new OnnxInput.Computed(operands.size(), type(value.get())));
                operands.add(known.get(model.resolved(value.get().number())));
                shapes.add(shape(value.get()));
            }
        }
        List<Output> outputs = new ArrayList<>();
        int output = 0;
        for (int slot = 0; slot < node.node().outputs().size(); slot++) {
            Optional<ModelValue> value = node.node().outputs().get(slot);
            if (value.isPresent()) {
                output = value.get().number() == number ? outputs.size() : output;
                outputs.add(NetworkBuilder.output("", node.outcome().outputs().get(slot)));
            }
        }
        return new Form.Made(operators.of(node, Map.of(), given, shapes, outputs, Storage.OWN), operands, output);
    }

    /** Those of the file, and those that {@code ConstantOfShape} fills. */
    @Override
    public Optional<float[]> of(int weight) {
        int value = weights.value(weight);
        Constant constant = model.model().constants().get(value);
        if (constant != null) {
            return ConstantElements.of(model.model().file(), constant);
        }
        InferredNode filled = makers().get(value);
        if (filled == null || !filled.node().operator().equals("ConstantOfShape")) {
            return Optional.empty();
        }
        Output output = NetworkBuilder.output("", filled.outcome().outputs().get(0));
        float[] elements = new float[Math.toIntExact(output.shape().elements())];
        Optional.ofNullable(operators
                        .of(filled, Map.of(), List.of(), List.of(), List.of(output), Storage.OWN)
                        .tensors()
                        .get("value"))
                .ifPresent(fill -> Arrays.fill(elements, fill.elements().get(0).floatValue()));
        return Optional.of(elements);
    }
}
