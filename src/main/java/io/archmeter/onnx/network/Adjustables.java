package io.archmeter.onnx.network;

import io.archmeter.graph.Adjustable;
import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.file.DimensionMessage;
import io.archmeter.onnx.file.TypeMessage;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.infer.OpenExtent;
import io.archmeter.onnx.model.ModelValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be said of the network in a file from outside. */
final class Adjustables {
    /** Elements that decide something are few: a rate, a shape, a count. */
    private static final int MOST_ELEMENTS = 16;

    private final InferredModel model;
    private final List<Adjustable> found = new ArrayList<>();

    private Adjustables(InferredModel model) {
        this.model = model;
    }

    static List<Adjustable> of(InferredModel model) {
        Adjustables adjustables = new Adjustables(model);
        List<ModelValue> inputs = model.model().main().inputs();
        inputs.forEach(adjustables::addInput);
        adjustables.addExtents();
        inputs.forEach(adjustables::addElements);
        adjustables.addValues();
        model.model().overridable().forEach(adjustables::addConstant);
        return List.copyOf(adjustables.found);
    }

    private void addInput(ModelValue input) {
        Fact fact = model.facts().get(input.number());
        found.add(new Adjustable(
                Adjustable.Kind.INPUT,
                input.name(),
                type(fact),
                declared(input, fact),
                shape(fact),
                isScalar(fact) ? "" : "with --bind " + input.name() + "=" + example(fact)));
    }

    /** A name may stand for several axes, and is bound once. */
    private void addExtents() {
        Map<String, List<OpenExtent>> byName = new LinkedHashMap<>();
        for (OpenExtent extent : model.open()) {
            byName.computeIfAbsent(extent.bindable(), unseen -> new ArrayList<>())
                    .add(extent);
        }
        byName.forEach((name, extents) -> found.add(new Adjustable(
                Adjustable.Kind.EXTENT,
                name,
                "",
                extents.stream().map(OpenExtent::qualified).collect(Collectors.joining(", ")),
                extents.stream().map(Adjustables::value).distinct().collect(Collectors.joining(", ")),
                "with --bind " + name + "=…")));
    }

    private static String value(OpenExtent extent) {
        return extent.extent().isPresent()
                ? extent.extent().getAsLong() + " (" + extent.saidBy().orElse("default") + ")"
                : "?";
    }

    private void addElements(ModelValue input) {
        if (model.facts().get(input.number()) instanceof Fact.Tensor tensor
                && (tensor.type().isWhole() || tensor.type() == DType.BOOL)
                && tensor.shape().rank() <= 1
                && tensor.shape().unknown().isEmpty()
                && tensor.shape().elements() <= MOST_ELEMENTS) {
            String value = tensor.content()
                    .filter(content -> content.isKnown())
                    .map(content ->
                            content.wholes().stream().map(String::valueOf).collect(Collectors.joining(","))
                                    + " (--set)")
                    .orElse("?");
            found.add(new Adjustable(
                    Adjustable.Kind.ELEMENTS,
                    input.name(),
                    type(tensor),
                    shape(tensor),
                    value,
                    "with --set " + input.name() + "=…"));
        }
    }

    private void addValues() {
        for (InferredNode node : model.nodes()) {
            boolean unknown = model.unknownOperators().contains(node.node().qualifiedOperator());
            for (Optional<ModelValue> output : node.node().outputs()) {
                Optional<Fact> fact = output.map(value -> model.facts().get(value.number()));
                if (unknown && fact.isPresent() && fact.get().unknown().isPresent()) {
                    found.add(new Adjustable(
                            Adjustable.Kind.VALUE,
                            output.get().name(),
                            type(fact.get()),
                            "made by " + node.node().qualifiedOperator(),
                            shape(fact.get()),
                            "with --bind " + output.get().name() + "=1x3x224x224"));
                }
            }
        }
    }

    private void addConstant(ModelValue constant) {
        Fact fact = model.facts().get(constant.number());
        if (fact != null) {
            found.add(new Adjustable(
                    Adjustable.Kind.CONSTANT, constant.name(), type(fact), shape(fact), "of the file", ""));
        }
    }

    private String declared(ModelValue input, Fact fact) {
        if (!(model.model().declared().get(input.number()) instanceof TypeMessage.Tensor tensor)
                || tensor.dimensions().isEmpty()) {
            return fact instanceof Fact.Tensor known ? known.shape().toString() : "?";
        }
        List<DimensionMessage> dimensions = tensor.dimensions().get();
        return dimensions.isEmpty()
                ? "scalar"
                : dimensions.stream().map(Adjustables::axis).collect(Collectors.joining("×"));
    }

    private static String axis(DimensionMessage dimension) {
        if (dimension.value().orElse(0) > 0) {
            return String.valueOf(dimension.value().getAsLong());
        }
        return dimension.parameter().isEmpty() ? "?" : dimension.parameter();
    }

    private static String type(Fact fact) {
        if (fact instanceof Fact.Tensor tensor) {
            return tensor.type().toString();
        }
        return fact instanceof Fact.AnyTensor tensor ? tensor.type().toString() : "?";
    }

    private static String shape(Fact fact) {
        if (!(fact instanceof Fact.Tensor tensor)) {
            return "?";
        }
        return tensor.shape().rank() == 0 ? "scalar" : text(tensor.shape(), "×", "?");
    }

    private static boolean isScalar(Fact fact) {
        return fact instanceof Fact.Tensor tensor && tensor.shape().rank() == 0;
    }

    private static String example(Fact fact) {
        return fact instanceof Fact.Tensor tensor ? text(tensor.shape(), "x", "…") : "…";
    }

    private static String text(Shape shape, String between, String unknown) {
        return shape.axes().stream()
                .map(extent -> extent instanceof Extent.Known known ? String.valueOf(known.value()) : unknown)
                .collect(Collectors.joining(between));
    }
}
