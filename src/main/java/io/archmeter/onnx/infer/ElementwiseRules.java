package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operators that compute each element of their output from the elements at its place, and their elements where all of these are known.
 */
final class ElementwiseRules {
    /**
     * What one element is made of: one element of each input, all of them known. An {@link ArithmeticException} says that the result is
     * not.
     */
    interface Function {
        FollowedElement of(List<FollowedElement> elements);
    }

    private ElementwiseRules() {}

    /** How often each operation occurs. */
    static Map<ElementaryOperation, Long> costs(ElementaryOperation... operations) {
        Map<ElementaryOperation, Long> costs = new EnumMap<>(ElementaryOperation.class);
        for (ElementaryOperation operation : operations) {
            costs.merge(operation, 1L, Long::sum);
        }
        return costs;
    }

    /** One whose output has the type of its first input, and is not followed. */
    static NodeRule of(Map<ElementaryOperation, Long> operations) {
        return call -> infer(call, operations, Optional.empty(), Optional.empty());
    }

    /** One whose output has the type of its first input. */
    static NodeRule of(Map<ElementaryOperation, Long> operations, Function function) {
        return call -> infer(call, operations, Optional.empty(), Optional.of(function));
    }

    /** One that puts out truth values. */
    static NodeRule toTruth(Map<ElementaryOperation, Long> operations, Function function) {
        return call -> infer(call, operations, Optional.of(DType.BOOL), Optional.of(function));
    }

    /** One of any number of inputs, with an operation for each after the first. */
    static NodeRule ofAll(ElementaryOperation operation, Function ofTwo) {
        return call -> infer(
                call,
                Map.of(operation, Math.max(0, call.facts().size() - 1L)),
                Optional.empty(),
                Optional.of(inTurn(call.type(0), ofTwo, call.here())));
    }

    /** Each result is stored before the next is made of it. */
    private static Function inTurn(DType type, Function ofTwo, Extent.Unknown origin) {
        return elements -> {
            FollowedElement result = elements.get(0);
            for (FollowedElement next : elements.subList(1, elements.size())) {
                result = apply(type, ofTwo, List.of(result, next), origin);
            }
            return result;
        };
    }

    static Outcome infer(
            NodeCall call,
            Map<ElementaryOperation, Long> operations,
            Optional<DType> type,
            Optional<Function> function) {
        DType elements = type.orElseGet(() -> call.type(0));
        for (Fact input : call.facts()) {
            if (input instanceof Fact.AnyTensor any) {
                return counted(
                        Outcome.of(new Fact.AnyTensor(elements, any.origin())), operations, Formula.of(any.origin()));
            }
        }
        List<Fact.Tensor> inputs = aligned(call);
        Shape shape =
                NumpyBroadcast.of(call, inputs.stream().map(Fact.Tensor::shape).toList());
        Fact.Tensor output = Fact.tensor(elements, shape);
        if (function.isPresent()) {
            output = followed(output, inputs, function.get(), call.here());
        }
        return counted(Outcome.of(output).inPlace(), operations, Formula.elements(shape));
    }

    /** With these operations for each element. */
    static Outcome counted(Outcome outcome, Map<ElementaryOperation, Long> operations, Formula elements) {
        Outcome counted = outcome;
        for (Map.Entry<ElementaryOperation, Long> operation : operations.entrySet()) {
            long times = operation.getValue();
            if (times > 0) {
                counted = counted.and(
                        operation.getKey(), times == 1 ? elements : Formula.product(elements, Formula.of(times)));
            }
        }
        return counted;
    }

    /** Before version 7, the second input lay at an axis of the first, where {@code broadcast} said so. */
    private static List<Fact.Tensor> aligned(NodeCall call) {
        List<Fact.Tensor> inputs = new ArrayList<>();
        for (int input = 0; input < call.inputs(); input++) {
            if (call.has(input)) {
                inputs.add(call.tensor(input));
            }
        }
        boolean old = call.version() < 7
                && call.node().domain().isEmpty()
                && call.attributes().flag("broadcast");
        if (old && inputs.size() == 2 && call.attributes().has("axis")) {
            int rank = inputs.get(0).shape().rank();
            Fact.Tensor second = inputs.get(1);
            int after = rank
                    - call.axis(call.attributes().whole("axis", 0), rank)
                    - second.shape().rank();
            List<Extent> axes = new ArrayList<>(second.shape().axes());
            axes.addAll(Collections.nCopies(Math.max(0, after), Extent.of(1)));
            inputs.set(1, new Fact.Tensor(second.type(), Shape.ofAxes(axes), second.content()));
        }
        return inputs;
    }

    /**
     * With its elements, where those of all inputs are followed and the output is small.
     *
     * @param origin of elements that cannot be said
     */
    static Fact.Tensor followed(
            Fact.Tensor output, List<Fact.Tensor> inputs, Function function, Extent.Unknown origin) {
        if (inputs.stream().anyMatch(input -> input.content().isEmpty())
                || output.shape().unknown().isPresent()
                || output.shape().elements() > SmallContent.MOST_ELEMENTS) {
            return output;
        }
        List<int[]> places = new ArrayList<>();
        inputs.forEach(input -> places.add(NumpyBroadcast.indices(input.shape(), output.shape())));
        List<FollowedElement> elements = new ArrayList<>();
        for (int index = 0; index < output.shape().elements(); index++) {
            List<FollowedElement> operands = new ArrayList<>(inputs.size());
            for (int input = 0; input < inputs.size(); input++) {
                operands.add(inputs.get(input).content().get().element(places.get(input)[index]));
            }
            elements.add(apply(output.type(), function, operands, origin));
        }
        return output.with(new SmallContent(elements));
    }

    /** An element of known ones, or the first that is not known. */
    static FollowedElement apply(DType type, Function function, List<FollowedElement> operands, Extent.Unknown origin) {
        for (FollowedElement operand : operands) {
            if (operand instanceof FollowedElement.Unknown) {
                return operand;
            }
        }
        try {
            return ElementArithmetic.stored(type, function.of(operands), origin);
        } catch (ArithmeticException notKnown) {
            return new FollowedElement.Unknown(origin);
        }
    }
}
