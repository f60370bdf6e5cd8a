package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
import io.archmeter.op.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mapping of each operator that has one: the only list. */
final class Mappings {
    private Mappings() {}

    /**
     * The operator of the catalogue that says what a node does. It is taken only where its rule makes the same outputs, and counts the same
     * multiply-adds, as the rule of ONNX: so what a mapping has wrong shows as an operator of ONNX, and never as a wrong number.
     */
    static Optional<Mapped> of(MappingCall call, List<Output> outputs) {
        if (!isKnown(call)) {
            return Optional.empty();
        }
        try {
            return find(call).flatMap(mapping -> mapping.of(call)).flatMap(mapped -> agreeing(call, mapped, outputs));
        } catch (Refusal | UnknownException | ArithmeticException | IllegalArgumentException doesNotFit) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(MappingCall call) {
        for (Optional<Fact> input : call.node().inputs()) {
            if (input.isPresent()
                    && (!(input.get() instanceof Fact.Tensor tensor)
                            || tensor.shape().unknown().isPresent())) {
                return false;
            }
        }
        return call.node().outcome().outputs().stream()
                .allMatch(output ->
                        output instanceof Fact.Tensor && output.unknown().isEmpty());
    }

    private static Optional<Mapped> agreeing(MappingCall call, Mapped mapped, List<Output> outputs) {
        List<Shape> shapes = new ArrayList<>();
        List<DType> types = new ArrayList<>();
        for (int operand : mapped.operands()) {
            if (call.isConstant(operand) && !call.isStored(operand)) {
                return Optional.empty();
            }
            shapes.add(call.shape(operand));
            types.add(call.type(operand));
        }
        Inputs inputs = new Inputs(shapes, types);
        Inferred inferred = Catalogue.infer(mapped.op(), inputs);
        boolean same = inferred.outputs().size() == outputs.size();
        for (int slot = 0; same && slot < outputs.size(); slot++) {
            same = inferred.outputs().get(slot).shape().equals(outputs.get(slot).shape());
        }
        if (!same) {
            return Optional.empty();
        }
        List<Shape> made = outputs.stream().map(Output::shape).toList();
        long multiplyAdds =
                Catalogue.facts(mapped.op(), inputs, made).work().multiplyAdds().value();
        return multiplyAdds == call.node().outcome().work().multiplyAdds().value()
                ? Optional.of(new Mapped(mapped.op(), mapped.operands(), mapped.roles(), inferred.outputs()))
                : Optional.empty();
    }

    private static Optional<Mapping> find(MappingCall call) {
        return call.node().node().domain().isEmpty() ? onnx(call.operator()) : Optional.empty();
    }

    private static Optional<Mapping> onnx(String operator) {
        return Optional.ofNullable(
                switch (operator) {
                    // keep sorted
                    case "Add" -> JoinMapping.ADD;
                    case "BatchNormalization" -> NormalizationMapping.BATCH;
                    case "Conv" -> ConvMapping.CONV;
                    case "Gemm" -> ProductMapping.GEMM;
                    case "MatMul" -> ProductMapping.MATMUL;
                    case "Mul" -> JoinMapping.MULTIPLY;
                    case "Relu" -> ActivationMapping.of(io.archmeter.op.Activation.Function.RELU);
                    default -> null;
                });
    }
}
