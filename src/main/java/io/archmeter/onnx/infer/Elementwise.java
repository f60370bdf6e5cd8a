package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operators that compute each element of their output from the elements at its place, and their elements where all of these are known.
 */
final class Elementwise {
    /** What one element is made of: one element of each input. Throws {@link io.archmeter.graph.UnknownException} of what is not known. */
    interface Function {
        Element of(List<Element> elements);
    }

    private Elementwise() {}

    /** One whose output has the type of its first input, and is not followed. */
    static NodeRule of(Map<ElementaryOperation, Long> operations) {
        return of(operations, Optional.empty(), Optional.empty());
    }

    /** One whose output has the type of its first input. */
    static NodeRule of(Map<ElementaryOperation, Long> operations, Function function) {
        return of(operations, Optional.empty(), Optional.of(function));
    }

    /** One that puts out truth values. */
    static NodeRule toTruth(Map<ElementaryOperation, Long> operations, Function function) {
        return of(operations, Optional.of(DType.BOOL), Optional.of(function));
    }

    private static NodeRule of(
            Map<ElementaryOperation, Long> operations, Optional<DType> type, Optional<Function> function) {
        return call -> {
            List<Fact.Tensor> inputs = new ArrayList<>();
            for (int input = 0; input < call.inputs(); input++) {
                if (call.has(input)) {
                    inputs.add(call.tensor(input));
                }
            }
            DType elements = type.orElse(call.type(0));
            Shape shape = shape(call, inputs);
            Fact.Tensor output = Fact.tensor(elements, shape);
            if (function.isPresent()) {
                output = followed(output, inputs, function.get());
            }
            Outcome outcome = Outcome.of(output).inPlace();
            for (Map.Entry<ElementaryOperation, Long> operation : operations.entrySet()) {
                outcome = outcome.and(
                        operation.getKey(), Formula.product(Formula.elements(shape), Formula.of(operation.getValue())));
            }
            return outcome;
        };
    }

    /** Before version 7, the second input lay at an axis of the first, where {@code broadcast} said so. */
    private static Shape shape(NodeCall call, List<Fact.Tensor> inputs) {
        if (call.version() < 7
                && call.node().domain().isEmpty()
                && call.attributes().flag("broadcast")) {
            return inputs.get(0).shape();
        }
        return Broadcast.of(call, inputs.stream().map(Fact.Tensor::shape).toList());
    }

    /** With its elements, where those of all inputs are followed and the output is small. */
    static Fact.Tensor followed(Fact.Tensor output, List<Fact.Tensor> inputs, Function function) {
        if (inputs.stream().anyMatch(input -> input.content().isEmpty())
                || output.shape().unknown().isPresent()
                || output.shape().elements() > Content.MOST_ELEMENTS) {
            return output;
        }
        List<int[]> places = new ArrayList<>();
        inputs.forEach(input -> places.add(Broadcast.indices(input.shape(), output.shape())));
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < output.shape().elements(); index++) {
            List<Element> operands = new ArrayList<>(inputs.size());
            for (int input = 0; input < inputs.size(); input++) {
                operands.add(inputs.get(input).content().get().element(places.get(input)[index]));
            }
            elements.add(apply(function, operands));
        }
        return output.with(new Content(elements));
    }

    private static Element apply(Function function, List<Element> operands) {
        for (Element operand : operands) {
            if (operand instanceof Element.Unknown) {
                return operand;
            }
        }
        return function.of(operands);
    }
}
