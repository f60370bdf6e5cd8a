package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.op.Activation;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
import io.archmeter.op.Pointwise;
import io.archmeter.op.PoolFunction;
import io.archmeter.op.Reduce;
import io.archmeter.op.Refusal;
import io.archmeter.op.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        } catch (Refusal
                | UnknownException
                | ArithmeticException
                | IllegalArgumentException
                | IndexOutOfBoundsException doesNotFit) {
            // The catalogue's tensors have a batch, which one of ONNX need not have.
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
        boolean given = mapped.roles().stream()
                .allMatch(role -> role.stored() == Mapped.Stored.MISSING || call.has(role.slot()));
        if (!given || !areTaken(mapped, types)) {
            return Optional.empty();
        }
        Inputs inputs = new Inputs(shapes, types);
        Inferred inferred = Catalogue.infer(mapped.op(), inputs);
        boolean same = inferred.outputs().size() == outputs.size();
        for (int slot = 0; same && slot < outputs.size(); slot++) {
            same = inferred.outputs().get(slot).shape().equals(outputs.get(slot).shape())
                    && inferred.outputs().get(slot).type().isWhole()
                            == outputs.get(slot).type().isWhole();
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

    /** Whether an operator of the catalogue computes with elements of these types; it takes one of real numbers for all. */
    private static boolean areTaken(Mapped mapped, List<DType> types) {
        Set<Trait> traits = Catalogue.traits(mapped.op());
        if (traits.contains(Trait.ANY_TYPE)) {
            return types.stream().distinct().count() == 1;
        }
        if (traits.contains(Trait.INDICES)) {
            return types.stream().allMatch(type -> type == DType.INT64 || type == DType.INT32);
        }
        boolean masked = traits.contains(Trait.MASKED) && types.get(types.size() - 1) == DType.BOOL;
        List<DType> computed = masked ? types.subList(0, types.size() - 1) : types;
        return computed.stream().distinct().count() == 1 && computed.get(0).hasGradients();
    }

    private static Optional<Mapping> find(MappingCall call) {
        return Optional.ofNullable(
                switch (call.node().node().domain()) {
                    case "" -> onnx(call.operator());
                    case "com.microsoft" -> microsoft(call.operator());
                    default -> null;
                });
    }

    private static Mapping microsoft(String operator) {
        return switch (operator) {
            // keep sorted
            case "FastGelu" -> ActivationMapping.FAST_GELU;
            case "Gelu" -> ActivationMapping.GELU;
            default -> null;
        };
    }

    private static Mapping onnx(String operator) {
        return switch (operator) {
            // keep sorted
            case "Abs" -> FunctionMapping.of(Pointwise.Function.ABS);
            case "Add" -> JoinMapping.of(Elementwise.Function.ADD);
            case "Attention" -> AttentionMapping.ATTENTION;
            case "AveragePool" -> PoolMapping.AVERAGE;
            case "BatchNormalization" -> NormalizationMapping.BATCH;
            case "Celu" -> ActivationMapping.of(Activation.Function.CELU, 1);
            case "Clip" -> ActivationMapping.CLIP;
            case "Concat" -> ArrangementMapping.CONCAT;
            case "Conv" -> ConvMapping.CONV;
            case "ConvTranspose" -> ConvMapping.TRANSPOSED;
            case "Cos" -> FunctionMapping.of(Pointwise.Function.COS);
            case "DepthToSpace" -> ArrangementMapping.DEPTH_TO_SPACE;
            case "Div" -> JoinMapping.of(Elementwise.Function.DIV);
            case "Dropout" -> ArrangementMapping.DROPOUT;
            case "Einsum" -> EinsumMapping.EINSUM;
            case "Elu" -> ActivationMapping.of(Activation.Function.ELU, 1);
            case "Erf" -> FunctionMapping.of(Pointwise.Function.ERF);
            case "Exp" -> FunctionMapping.of(Pointwise.Function.EXP);
            case "Expand" -> ShapeMapping.EXPAND;
            case "Flatten" -> ShapeMapping.FLATTEN;
            case "Gather" -> GatherMapping.GATHER;
            case "Gelu" -> ActivationMapping.GELU;
            case "Gemm" -> ProductMapping.GEMM;
            case "GlobalAveragePool" -> PoolMapping.global(PoolFunction.MEAN);
            case "GlobalMaxPool" -> PoolMapping.global(PoolFunction.LARGEST);
            case "GroupNormalization" -> NormalizationMapping.GROUP;
            case "HardSigmoid" -> ActivationMapping.HARD_SIGMOID;
            case "HardSwish" -> ActivationMapping.of(Activation.Function.HARDSWISH);
            case "Identity" -> ArrangementMapping.IDENTITY;
            case "InstanceNormalization" -> NormalizationMapping.INSTANCE;
            case "LRN" -> NormalizationMapping.LOCAL_RESPONSE;
            case "LayerNormalization" -> NormalizationMapping.LAYER;
            case "LeakyRelu" -> ActivationMapping.of(Activation.Function.LEAKYRELU, 0.01);
            case "Log" -> FunctionMapping.of(Pointwise.Function.LOG);
            case "LogSoftmax" -> ActivationMapping.softmax(true);
            case "LpPool" -> PoolMapping.LP;
            case "MatMul" -> ProductMapping.MATMUL;
            case "Max" -> JoinMapping.of(Elementwise.Function.MAXIMUM);
            case "MaxPool" -> PoolMapping.MAX;
            case "Min" -> JoinMapping.of(Elementwise.Function.MINIMUM);
            case "Mish" -> ActivationMapping.of(Activation.Function.MISH);
            case "Mul" -> JoinMapping.of(Elementwise.Function.MULTIPLY);
            case "Neg" -> FunctionMapping.of(Pointwise.Function.NEG);
            case "PRelu" -> ActivationMapping.PRELU;
            case "Pad" -> PadMapping.PAD;
            case "Pow" -> FunctionMapping.POW;
            case "RMSNormalization" -> NormalizationMapping.ROOT_MEAN_SQUARE;
            case "Reciprocal" -> FunctionMapping.of(Pointwise.Function.RECIPROCAL);
            case "ReduceL1" -> ReductionMapping.of(Reduce.Function.NORM, 1);
            case "ReduceL2" -> ReductionMapping.of(Reduce.Function.NORM, 2);
            case "ReduceLogSumExp" -> ReductionMapping.of(Reduce.Function.LOGSUMEXP);
            case "ReduceMax" -> ReductionMapping.of(Reduce.Function.MAX);
            case "ReduceMean" -> ReductionMapping.of(Reduce.Function.MEAN);
            case "ReduceMin" -> ReductionMapping.of(Reduce.Function.MIN);
            case "ReduceProd" -> ReductionMapping.of(Reduce.Function.PROD);
            case "ReduceSum" -> ReductionMapping.of(Reduce.Function.SUM);
            case "Relu" -> ActivationMapping.of(Activation.Function.RELU);
            case "Reshape" -> ShapeMapping.RESHAPE;
            case "Resize" -> ResizeMapping.RESIZE;
            case "Selu" -> ActivationMapping.SELU;
            case "Shrink" -> ActivationMapping.SHRINK;
            case "Sigmoid" -> ActivationMapping.of(Activation.Function.SIGMOID);
            case "Sin" -> FunctionMapping.of(Pointwise.Function.SIN);
            case "Slice" -> SliceMapping.SLICE;
            case "Softmax" -> ActivationMapping.softmax(false);
            case "Softplus" -> ActivationMapping.SOFTPLUS;
            case "Softsign" -> ActivationMapping.of(Activation.Function.SOFTSIGN);
            case "SpaceToDepth" -> ArrangementMapping.SPACE_TO_DEPTH;
            case "Split" -> ArrangementMapping.SPLIT;
            case "Sqrt" -> FunctionMapping.of(Pointwise.Function.SQRT);
            case "Squeeze" -> ShapeMapping.SQUEEZE;
            case "Sub" -> JoinMapping.of(Elementwise.Function.SUB);
            case "Sum" -> JoinMapping.of(Elementwise.Function.ADD);
            case "Swish" -> ActivationMapping.SWISH;
            case "Tanh" -> ActivationMapping.of(Activation.Function.TANH);
            case "ThresholdedRelu" -> ActivationMapping.THRESHOLDED;
            case "Tile" -> ArrangementMapping.TILE;
            case "Transpose" -> ArrangementMapping.TRANSPOSE;
            case "Unsqueeze" -> ShapeMapping.UNSQUEEZE;
            case "Upsample" -> ResizeMapping.UPSAMPLE;
            default -> null;
        };
    }
}
